using System.Globalization;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Doctor;

/// <summary>The database and what stands in it: whole, of this program's schema, nothing waiting too long, backed up, holidays known.</summary>
internal sealed class StoreExamination(Settings settings, World world, TimeProvider clock)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OldBackup = TimeSpan.FromHours(36);

    public async Task<IReadOnlyList<Verdict>> Look(CancellationToken cancel)
    {
        var door = StoreDoor.Of(settings, world.Directory);
        try
        {
            return await door.Look(async db => await Look(db, door.Provider, cancel), cancel);
        }
        catch (OperatorException error)
        {
            return [Verdict.Doubtful("Basis data", "belum ada", error.Message)];
        }
#pragma warning disable CA1031 // Whatever keeps the store from being read is this line's finding.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return [Verdict.Bad("Basis data", $"{door.Provider} tidak terbaca", Redaction.OneLine(Exit.SentenceOf(error)))];
        }
    }

    private async Task<List<Verdict>> Look(NewsroomDb db, StoreProvider provider, CancellationToken cancel)
    {
        var newest = SchemaVersion.NewestOf(provider);
        var applied = (await db.Database.SqlQueryRaw<string?>("SELECT MAX(\"MigrationId\") AS \"Value\" FROM \"__EFMigrationsHistory\"").ToListAsync(cancel)).Single();
        List<Verdict> found = [];
        if (provider == StoreProvider.Sqlite && await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check(1)").ToListAsync(cancel) is var whole and not ["ok"])
            return [Verdict.Bad("Basis data", $"rusak ({whole.FirstOrDefault()})", "hentikan serve, pindahkan direktori data, lalu `restore` cadangan terakhir")];
        if (string.CompareOrdinal(applied, newest) > 0) return [Verdict.Bad("Basis data", $"ditulis versi yang lebih baru (skema {applied})", "pasang KominfoBot versi itu")];
        found.Add(applied == newest ? Verdict.Good("Basis data", $"{provider}, utuh, skema {applied}") : Verdict.Doubtful("Basis data", $"skema lama ({applied})", "diperbarui pada `serve` berikutnya, didahului cadangan"));
        if (applied != newest) return found;

        var now = clock.GetUtcNow();
        var office = settings.Get<OfficeOptions>("Office");
        var backup = settings.Get<BackupOptions>(BackupOptions.Section);
        var state = await HouseState.Of(db, world.Directory.Path, BackupFolder.Of(world, office.Time(), backup), now, cancel);
        found.Add(Queue("Antrean masuk", state.Inbox, state.OldestInbox, "periksa apakah serve berjalan dan apa kata lognya"));
        found.Add(Queue("Antrean keluar", state.Outbox, state.OldestOutbox, "periksa apakah serve berjalan dan Telegram terjangkau"));
        if (state.DeadLetters > 0) found.Add(Verdict.Doubtful("Pesan disisihkan", Count(state.DeadLetters, "pesan masuk gagal diproses"), "lihat log pada id pembaruannya"));
        if (state.FailedDue > 0) found.Add(Verdict.Doubtful("Pekerjaan terjadwal", Count(state.FailedDue, "pekerjaan gagal berkali-kali"), "lihat log"));
        if (state.Unreachable > 0) found.Add(Verdict.Doubtful("Orang", Count(state.Unreachable, "orang memblokir bot atau tidak dapat dihubungi"), "minta mereka membuka bot dan menekan Mulai; daftarnya di /anggota"));
        found.Add(Backup(state, backup, now));
        await found.AddHolidays(db, office, now, cancel);
        return found;
    }

    private static Verdict Queue(string what, int waiting, TimeSpan oldest, string next)
        => oldest <= Late ? Verdict.Good(what, waiting == 0 ? "kosong" : Count(waiting, "menunggu"))
            : Verdict.Bad(what, string.Create(CultureInfo.InvariantCulture, $"{waiting} menunggu, yang tertua {(int)oldest.TotalMinutes} menit"), next);

    private Verdict Backup(HouseState state, BackupOptions options, DateTimeOffset now)
    {
        if (world.IsSandbox) return Verdict.Good("Cadangan", "latihan tidak dicadangkan");
        if (string.IsNullOrWhiteSpace(options.Schedule)) return Verdict.Doubtful("Cadangan", "tidak terjadwal (Backup:Schedule kosong)", "pastikan `backup` dijalankan dari tempat lain setiap hari");
        if (state.NewestBackup is not { } at) return Verdict.Doubtful("Cadangan", "belum ada", $"dibuat menurut jadwal ({options.Schedule}); untuk sekarang jalankan `backup <berkas>`");
        var age = string.Create(CultureInfo.InvariantCulture, $"yang terakhir {(int)(now - at).TotalHours} jam lalu");
        if (now - at > OldBackup) return Verdict.Bad("Cadangan", age, "lihat log serve pada kata \"Cadangan\"; jalankan `backup <berkas>` sekarang");
        return string.IsNullOrWhiteSpace(options.Directory) ? Verdict.Doubtful("Cadangan", $"{age}, di disk yang sama dengan datanya", "salin setiap hari ke mesin lain, atau isi Backup:Directory dengan disk lain") : Verdict.Good("Cadangan", age);
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}

/// <summary>Whether the years that count have their holidays.</summary>
internal static class HolidayExamination
{
    private const int December = 12;

    public static async Task AddHolidays(this List<Verdict> found, NewsroomDb db, OfficeOptions office, DateTimeOffset now, CancellationToken cancel)
    {
        var calendar = office.Calendar();
        await new CalendarBook(calendar).Renew(db, cancel);
        var today = calendar.Office.Today(now);
        var missing = Enumerable.Range(today.Year, today.Month == December ? 2 : 1).Where(year => !calendar.Knows(year)).ToList();
        found.Add(missing.Count == 0 ? Verdict.Good("Hari libur", $"tahun {today.Year} lengkap") : Verdict.Doubtful("Hari libur", $"tahun {string.Join(" dan ", missing)} belum ada", "masukkan lewat /libur"));
    }
}
