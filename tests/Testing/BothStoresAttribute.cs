using System.Reflection;
using KominfoBot.Workflow.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace KominfoBot.Testing;

/// <summary>
/// The theory runs on SQLite and on PostgreSQL: <c>[Theory, BothStores] public async Task Does_so(StoreProvider provider)</c>,
/// then <c>await using var at = await TestStore.Open(provider)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothStoresAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<StoreProvider>(StoreProvider.Sqlite), new TheoryDataRow<StoreProvider>(StoreProvider.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
