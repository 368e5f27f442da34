using System.Data.Common;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>The store as the feed sees it: it may be out of reach, and its signals may be another process's.</summary>
public sealed class SeenStore(NewsroomStore inner, Signals signals) : NewsroomStore(signals)
{
    private volatile bool away;

    public bool Away
    {
        get => away;
        set => away = value;
    }

    public override Task<T> Read<T>(Func<NewsroomDb, Task<T>> query, CancellationToken cancel)
        => away ? Task.FromException<T>(new Unreachable()) : inner.Read(query, cancel);

    public override bool CommitsInOrder => inner.CommitsInOrder;

    public override Task Migrate(CancellationToken cancel) => throw new NotSupportedException();

    public override Task<bool> IsOutdated(CancellationToken cancel) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override Task<T> WriteOnce<T>(Func<NewsroomDb, Task<T>> act, CancellationToken cancel) => throw new NotSupportedException();

    protected override bool IsTransient(Exception error) => false;

    private sealed class Unreachable() : DbException("Penyimpanan sedang pergi.");
}
