using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Export;

/// <summary>A file made for an export that somebody asked for by chat.</summary>
/// <param name="Path">Where it lies until it is swept away.</param>
/// <param name="Name">What the receiver sees.</param>
public sealed record ExportedFile(string Path, string Name, long Bytes);

/// <summary>What was made before the turn of a press on a format.</summary>
public sealed record ExportArrival(IReadOnlyList<ExportedFile> Files) : Prepared;

/// <summary>
/// Makes export files before the turn that sends them, from one state of the store and while nobody waits for it: reading holds up no writer. They hold people's
/// names, so they lie for a day at most, readable by the owner only.
/// </summary>
public sealed class ExportFiles(string directory, NewsroomStore store, OfficeProfile office, TimeProvider clock)
{
    public const string Kind = "export-sweep";

    /// <summary>For as long a file may wait to be sent.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Null when the update asks for no file, or its sender may not.</summary>
    public async Task<Prepared?> Fetch(Update update, CancellationToken cancel)
    {
        if (update.CallbackQuery is not { From.Id: var user, Data: var data } || Button.Parse(data) is not ExportButton { Format: { } format, Period: var choice }) return null;
        var now = clock.GetUtcNow();
        var isAllowed = await store.Read(async db => await PeopleDesk.Find(db, user, cancel) is { } member && Actor.Of(member, now).Holds(Role.AdminPortal), cancel);
        if (!isAllowed) return null;
        var period = ExportPeriod.Of(choice, office.Time.Today(now));
        // A CSV file holds one table; the others hold them all.
        var parts = format == ExportFormat.Csv ? ExportTable.All.Select(table => (Tables: (IReadOnlyList<ExportTable>)[table], Suffix: $"-{table.Name}")) : [(ExportTable.All, "")];
        List<ExportedFile> files = [];
        foreach (var (tables, suffix) in parts) files.Add(await Make(period, format, tables, suffix, cancel));
        return new ExportArrival(files);
    }

    /// <summary>Deletes what is a day old; due a day after each export.</summary>
    public Task<Settlement> Sweep()
    {
        foreach (var file in System.IO.Directory.Exists(directory) ? System.IO.Directory.GetFiles(directory) : [])
            if (clock.GetUtcNow() - System.IO.File.GetLastWriteTimeUtc(file) >= Life - TimeSpan.FromMinutes(1)) System.IO.File.Delete(file);
        return Task.FromResult(Settlement.Done);
    }

    private async Task<ExportedFile> Make(ExportPeriod period, ExportFormat format, IReadOnlyList<ExportTable> tables, string suffix, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(directory);
        var ending = format.ToString().ToLowerInvariant();
        var name = string.Create(CultureInfo.InvariantCulture, $"ekspor-{period.From:yyyy-MM-dd}-sd-{period.Until:yyyy-MM-dd}{suffix}.{ending}");
        var path = Path.Combine(directory, $"{Guid.NewGuid():N}.{ending}");
        await using (var stream = new FileStream(path, PosixFile.ForOwner(FileMode.CreateNew)))
        {
            await store.Read(async db =>
            {
                await using var writer = ExportWriter.To(stream, format, office.Time, period, mark: true);
                await new ExportRows(db, office.Time, period, office.PublicBase).Write(writer, tables, cancel);
                return 0;
            }, cancel);
        }
        // The office's clock, as what sweeps it: the sandbox's may be months ahead of the disk's.
        System.IO.File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return new ExportedFile(path, name, new FileInfo(path).Length);
    }
}
