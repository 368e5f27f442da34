using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Calendar;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Posting;

public sealed class Holidays_by_chat : Transcript
{
    [Fact]
    public async Task Are_listed_by_year_as_the_shipped_file_has_them()
    {
        await Fajar.Says("/libur");
        var list = Fajar.HearsOnly("Hari libur");
        await Fajar.Forges(list, "o:Holiday:Show:2027:");
        var provisional = Fajar.Hears("Hari libur 2027", "Tahun Baru Masehi", "(?) sementara");
        Assert.Equal(["‹ 2026", "2028 ›", "Tambah", "Hapus", "Impor daftar"], provisional.Labels());
        await Fajar.Taps("2028 ›");
        Fajar.Hears("Hari libur 2028", "Daftarnya belum ada");
        await Rina.Says("/libur");
        Rina.HearsOnly("/libur bukan untuk Admin SKPD");
    }

    [Fact]
    public async Task Are_added_and_taken_out_at_once_for_everybody_and_survive_a_restart()
    {
        await Fajar.Says("/libur");
        await Fajar.Taps("Tambah");
        await Fajar.Says("2028-6-7 Pilkada");
        Fajar.Hears("“2028-6-7” bukan tanggal. Tulis TTTT-BB-HH dengan nol di depan");
        await Fajar.Says("2028-06-07");
        Fajar.Hears("Nama harinya belum ada");
        await Fajar.Says("2028-06-07 Pilkada serentak");
        await Fajar.Taps("Kantor tutup");
        Fajar.Hears("Rabu 7 Juni 2028, Pilkada serentak: ditambahkan");
        await Office.Restart();
        Assert.False(Calendar.IsWorkingDay(new(2028, 6, 7)));

        await Fajar.Says("/libur");
        await Fajar.Forges(Fajar.Hears("Hari libur"), "o:Holiday:Show:2027:");
        await Fajar.Taps("Hapus");
        await Fajar.Taps(Fajar.Chat[^1].Labels().First(label => label.Contains("Tahun Baru Masehi", StringComparison.Ordinal)));
        Fajar.Hears("Hapus Jumat 1 Januari 2027, Tahun Baru Masehi?");
        await Fajar.Taps("Ya, hapus");
        Fajar.Hears("dihapus");
        // The file still has it; the office's word counts.
        await Office.Restart();
        Assert.True(Calendar.IsWorkingDay(new(2027, 1, 1)));
        var acts = await Office.Read(db => db.AuditEvents.OrderBy(row => row.Sequence).Select(row => row.Act).ToListAsync());
        Assert.Equal(["AddHoliday", "RemoveHoliday"], acts.Where(act => act.EndsWith("Holiday", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2028-01-01;Tahun Baru Masehi;libur-nasional\n2028-6-7;Waisak;libur-nasional", "baris 3", "\"2028-6-7\" bukan tanggal")]
    [InlineData("2028-13-01;Apa;libur-nasional", "baris 2", "\"2028-13-01\" bukan tanggal")]
    [InlineData("2028-01-01;Tahun Baru Masehi;libur", "baris 2", "harus \"libur-nasional\"")]
    [InlineData("2028-01-01;;libur-nasional", "baris 2", "tidak boleh kosong")]
    public async Task In_a_list_with_a_fault_are_not_taken_at_all(string lines, params string[] words)
    {
        await Fajar.Says("/libur");
        await Fajar.Taps("Impor daftar");
        await Fajar.Says($"date;name;kind;estimated\n{lines}");
        Fajar.Hears(["Belum ada yang diimpor.", .. words]);
        Assert.False(Calendar.Knows(2028));
        Assert.DoesNotContain(Fajar.Chat[^1].Labels(), label => label.StartsWith("Ya", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_list_are_shown_first_and_count_after_Ya(bool asFile)
    {
        const string list = "date;name;kind;estimated\n2027-01-01;Tahun Baru Masehi;libur-nasional;\n2027-03-10;Idul Fitri;libur-nasional;\n2028-01-01;Tahun Baru Masehi;libur-nasional;ya\n";
        await Fajar.Says("/libur");
        await Fajar.Taps("Impor daftar");
        if (asFile) await Fajar.SendsFile(new SentFile(System.Text.Encoding.UTF8.GetBytes(list), "libur.csv", "text/csv"));
        else await Fajar.Says(list);
        Fajar.Hears("Daftar terbaca: 3 hari", "2027: 2 hari", "Hilang:", "2028: 1 hari", "Pakai daftar ini?");
        Assert.False(Calendar.Knows(2028));
        await Fajar.Taps("Ya, pakai daftar ini");
        Fajar.Hears("Daftar hari libur 2027 dan 2028 dipakai: 3 hari.");
        await Office.Restart();
        Assert.Equal([new(2027, 1, 1), new(2027, 3, 10), new(2028, 1, 1)], Calendar.Holidays.Select(holiday => holiday.Date).Where(date => date.Year > 2026));
        Assert.True(await Office.Read(db => db.Holidays.AnyAsync(row => row.Removed && row.RemovedById != null)));
    }

    private WorkingCalendar Calendar => Office.Calendar;
}
