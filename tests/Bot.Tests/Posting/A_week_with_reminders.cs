using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Posting;

public sealed class A_week_with_reminders : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    [Theory, BothStores]
    public async Task Reminds_who_has_sent_nothing_then_who_has_sent_too_little_then_tells_the_next_one_up(StoreProvider provider)
    {
        await using var office = await PostingOffice.Open(folder, provider);
        await office.Appoint(office.Desi, Role.KepalaSkpd, "DINKES");

        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        var reminder = office.Rina.HearsOnly("Pekan ini Disdukcapil belum mengirim berita (perlu 2, sampai Minggu 24.00, 4 hari lagi).");
        Assert.Equal(["Tulis sekarang", "Lihat ide"], reminder.Labels());
        office.Hendri.HearsOnly("Pekan ini Dinkes belum mengirim berita");
        foreach (var person in new[] { office.Yeni, office.Joni, office.Fajar, office.Desi }) person.HearsNothing();

        await office.Rina.Submits(number: 1);
        office.Everybody().ForEach(person => person.Forgets());
        await office.ComesTo(DayOfWeek.Friday, 9, 0);
        office.Rina.HearsOnly("Pekan ini Disdukcapil: ○○ (0 dari 2 terbit, 1 diperiksa). Kurang 1 lagi, sampai Minggu 24.00, 2 hari lagi.");
        office.Hendri.HearsOnly("Pekan ini Dinkes belum mengirim berita");

        await office.Rina.Submits("Disdukcapil buka layanan akhir pekan di Guguak", 2);
        office.Everybody().ForEach(person => person.Forgets());
        await office.ComesTo(DayOfWeek.Friday, 14, 0);
        foreach (var kabid in new[] { office.Yeni, office.Budi }) kabid.HearsOnly("Belum cukup pekan ini", "1 dari 2 SKPD", "Dinkes 0/2", "Belum ada admin:");
        office.Desi.HearsOnly("pekan ini Dinkes baru mengirim 0 dari 2 berita");
        foreach (var person in new[] { office.Rina, office.Hendri, office.Joni, office.Fajar }) person.HearsNothing();

        await office.PassesBy(TimeSpan.FromDays(2));
        office.Everybody().ForEach(person => person.HearsNothing());
    }

    [Fact]
    public async Task Leaves_alone_who_has_something_under_review()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Rina.Submits();
        office.Everybody().ForEach(person => person.Forgets());
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        office.Rina.HearsNothing();
        office.Hendri.HearsOnly("belum mengirim");
    }

    [Fact]
    public async Task Says_nothing_twice_whatever_restarts()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        office.Rina.HearsOnly("belum mengirim");
        await office.Restart();
        await office.PassesBy(TimeSpan.FromHours(3));
        await office.Restart();
        office.Rina.HearsNothing();
        Assert.Equal(["DINKES Done", "DISDUKCAPIL Done"], await office.Notices("None"));
    }

    [Fact]
    public async Task Catches_up_on_what_was_missed_while_down_if_it_is_still_useful()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Stop();
        office.Clock.Advance(office.Until(DayOfWeek.Wednesday, 11, 0));
        await office.Start();
        await office.Quiet();
        office.Rina.HearsOnly("belum mengirim");

        // Over Friday noon: Wednesday's would say no more than Friday's.
        await office.Stop();
        office.Clock.Advance(office.Until(DayOfWeek.Monday, 6, 0));
        office.Clock.Advance(office.Until(DayOfWeek.Friday, 10, 0));
        await office.Start();
        await office.Quiet();
        office.Rina.Hears("belum mengirim");
        var none = await office.Read(db => db.Due.Where(row => row.Kind == "posting-none").OrderBy(row => row.DueAt).Select(row => new { row.State, row.Reason }).ToListAsync());
        var last = none.Last(row => row.State != DueState.Waiting);
        Assert.Equal(DueState.Skipped, last.State);
        Assert.Contains("Digantikan", last.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_on_record_what_came_too_late()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Stop();
        // From Monday to the Tuesday of the week after next: two weeks are over, one recap is fresh.
        office.Clock.Advance(office.Until(DayOfWeek.Tuesday, 10, 0) + TimeSpan.FromDays(14));
        await office.Start();
        await office.Quiet();
        office.Rina.HearsOnly("Rekap", "Disdukcapil");
        var skipped = await office.Read(db => db.Due.Where(row => row.State == DueState.Skipped && row.Kind.StartsWith("posting-")).OrderBy(row => row.DueAt).ThenBy(row => row.Kind).Select(row => row.Kind).ToListAsync());
        Assert.Equal(["posting-none", "posting-few", "posting-escalation", "posting-recap", "posting-none", "posting-few", "posting-escalation"], skipped.TakeLast(7));
    }

    [Fact]
    public async Task Waits_for_the_next_working_day_when_the_office_is_closed()
    {
        await using var office = await PostingOffice.Open(folder);
        var wednesday = office.Today().AddDays(2);
        await office.Fajar.Says("/libur");
        await office.Fajar.Taps("Tambah");
        await office.Fajar.Says($"{wednesday:yyyy-MM-dd} Pilkada serentak");
        await office.Fajar.Taps("Kantor tutup");
        office.Everybody().ForEach(person => person.Forgets());

        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        await office.PassesBy(TimeSpan.FromHours(8));
        office.Rina.HearsNothing();
        await office.ComesTo(DayOfWeek.Thursday, 8, 59);
        office.Rina.HearsNothing();
        await office.ComesTo(DayOfWeek.Thursday, 9, 0);
        office.Rina.HearsOnly("belum mengirim berita (perlu 2, sampai Minggu 24.00, 3 hari lagi)");
    }

    [Fact]
    public async Task Says_nothing_outside_office_hours()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Stop();
        office.Clock.Advance(office.Until(DayOfWeek.Wednesday, 20, 0));
        await office.Start();
        await office.Quiet();
        office.Rina.HearsNothing();
        await office.ComesTo(DayOfWeek.Thursday, 7, 30);
        office.Rina.HearsOnly("belum mengirim");
    }

    [Fact]
    public async Task Begins_on_the_Monday_after_the_first_admin_joined()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Appoint(office.Desi, Role.AdminSkpd, "DISDIK");
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        office.Desi.HearsNothing();
        Assert.Contains("DISDIK Skipped", await office.Notices("None"));
        await office.ComesTo(DayOfWeek.Monday, 6, 0);
        office.Desi.Forgets();
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        office.Desi.Hears("Disdik belum mengirim");
    }

    [Fact]
    public async Task Has_buttons_that_start_a_draft_and_give_ideas()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        var reminder = office.Rina.Hears("belum mengirim");
        await office.Rina.Taps(reminder, "Lihat ide");
        office.Rina.HearsOnly("Ide pekan ini", "•");
        await office.Rina.Taps(reminder, "Tulis sekarang");
        office.Rina.HearsOnly("Judul");

        // Somebody else's reminder starts nothing.
        var answer = await office.Hendri.Forges(office.Hendri.WithButton("Tulis sekarang"), "p:Write:DISDUKCAPIL:0");
        Assert.True(answer.IsAlert);
        Assert.DoesNotContain("Judul", office.Hendri.Hears("belum mengirim").Text, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
