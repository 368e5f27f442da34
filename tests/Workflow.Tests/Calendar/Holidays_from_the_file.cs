using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Calendar;

public sealed class Holidays_from_the_file
{
    private const int Rounds = 8;

    private static readonly DateTimeOffset now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Holiday[] file = [.. Enumerable.Range(1, 20).Select(day => new Holiday(new DateOnly(2026, 12, day), $"Libur {day}", HolidayKind.National))];

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Are_there_once_when_two_processes_start_at_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await using var elsewhere = provider == StoreProvider.Postgres ? at.Connect() : null;
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Task.Run(() => Seed(at.Store, file), cancel), Task.Run(() => Seed(elsewhere ?? at.Store, file), cancel));
            Assert.Equal(file, await at.Store.Read(db => HolidayDesk.Load(db, cancel), cancel));
            // A file that has become shorter is followed by both as well.
            await Task.WhenAll(Task.Run(() => Seed(at.Store, file[..5]), cancel), Task.Run(() => Seed(elsewhere ?? at.Store, file[..5]), cancel));
            Assert.Equal(file[..5], await at.Store.Read(db => HolidayDesk.Load(db, cancel), cancel));
            await at.Store.Write(db => db.Holidays.ExecuteDeleteAsync(cancel), cancel);
        }
    }

    private static Task Seed(NewsroomStore store, Holiday[] holidays) => store.Write(db => HolidayDesk.Seed(db, holidays, now, cancel), cancel);
}
