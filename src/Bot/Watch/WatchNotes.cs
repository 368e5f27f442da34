using System.Globalization;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Watch;

/// <summary>
/// What one process knows and the alerts of another need: kept in the store, so that it does not matter which of several processes looks. A note that says nothing
/// is empty.
/// </summary>
public sealed class WatchNotes(NewsroomStore store)
{
    /// <summary>Why the server cannot call us (Bot API method getWebhookInfo).</summary>
    public const string Webhook = "watch.webhook";

    /// <summary>Why the newest backup failed, in one sentence.</summary>
    public const string BackupFailure = "watch.backup.failure";

    /// <summary>What was amiss with the data in the newest backup, a line each.</summary>
    public const string BackupFaults = "watch.backup.faults";

    /// <summary>When updates last came in, or the server said that there are none; by the process that speaks with it.</summary>
    public const string Heard = "watch.heard";

    public Task Write(string name, string? value, CancellationToken cancel) => store.Write(db => Write(db, name, value, cancel), cancel);

    /// <summary>Several in one transaction.</summary>
    public Task Write(IReadOnlyList<(string Name, string? Value)> lines, CancellationToken cancel) => store.Write(async db =>
    {
        foreach (var (name, value) in lines) await Write(db, name, value, cancel);
    }, cancel);

    public static async Task Write(NewsroomDb db, string name, string? value, CancellationToken cancel)
    {
        var fact = await db.Facts.FindAsync([name], cancel);
        if (fact is null) db.Facts.Add(new FactRow { Name = name, Value = value ?? "" });
        else fact.Value = value ?? "";
    }

    public static async Task<Notes> Read(NewsroomDb db, CancellationToken cancel)
    {
        string[] names = [Webhook, BackupFailure, BackupFaults, Heard];
        var facts = await db.Facts.AsNoTracking().Where(fact => names.Contains(fact.Name)).ToDictionaryAsync(fact => fact.Name, fact => fact.Value, cancel);
        string? Of(string name) => facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return new(Of(Webhook), Of(BackupFailure), Of(BackupFaults)?.Split('\n') ?? [], Of(Heard) is { } heard ? DateTimeOffset.Parse(heard, CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>All notes; null: nothing amiss, or nothing known.</summary>
public sealed record Notes(string? WebhookTrouble, string? BackupFailure, IReadOnlyList<string> BackupFaults, DateTimeOffset? Heard);
