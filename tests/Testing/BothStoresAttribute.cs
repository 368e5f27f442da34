using System.Reflection;
using KominfoBot.Workflow.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace KominfoBot.Testing;

/// <summary>
/// The theory runs on SQLite and on PostgreSQL: <c>[Theory, BothStores] public async Task Does_so(StoreProvider provider)</c>,
/// then <c>await using var at = await TestStore.Open(provider)</c>. With arguments, as InlineData with the store before them; may stand several times.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothStoresAttribute(params object?[] arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments => arguments;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow([StoreProvider.Sqlite, .. arguments]),
            new TheoryDataRow([StoreProvider.Postgres, .. arguments]),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
