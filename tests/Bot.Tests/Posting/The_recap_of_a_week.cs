using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Posting;

public sealed class The_recap_of_a_week : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    [Theory, BothStores]
    public async Task Comes_on_Monday_to_each_SKPD_its_own_and_to_the_others_all_with_a_picture(StoreProvider provider)
    {
        await using var office = await PostingOffice.Open(folder, provider, "--Posting:Reminders:None=", "--Posting:Reminders:Few=", "--Posting:Reminders:Escalation=");
        await Publishes(office, 1, "Disdukcapil jemput bola rekam KTP di Nagari Taram");
        await Publishes(office, 2, "Disdukcapil buka layanan akhir pekan di Guguak");
        await office.Rina.Says("/rekap");
        office.Rina.Hears("Disdukcapil", "●● 2 dari 2 terbit. Sudah memenuhi, terima kasih.", "0001: ✔ terhitung", "1 pekan beruntun memenuhi");
        office.Everybody().ForEach(person => person.Forgets());

        await office.ComesTo(DayOfWeek.Monday, 7, 30);
        office.Rina.HearsOnly("Rekap", "Disdukcapil", "●● 2 dari 2 terbit: memenuhi.", "Sampai terbit:", "1 pekan beruntun memenuhi");
        office.Hendri.HearsOnly("Rekap", "Dinkes", "○○ 0 dari 2 terbit: kurang 2.");
        foreach (var person in new[] { office.Yeni, office.Budi, office.Joni, office.Desi })
        {
            var recap = person.HearsOnly("1 dari 2 SKPD memenuhi", "2 dikirim · 2 terbit · 100 % lolos tanpa dikembalikan", "sampai terbit (SKPD 0 mnt, Kominfo", "Belum: Dinkes 0", "Belum ada admin:");
            Assert.True(recap.HasPhoto);
        }
        office.Fajar.HearsNothing();
        Assert.All(office.Log.Lines, line => Assert.DoesNotContain("Gambar rekap", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_frozen_and_what_changes_later_stands_beside_it()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, "--Posting:Reminders:None=", "--Posting:Reminders:Few=", "--Posting:Reminders:Escalation=");
        await Publishes(office, 1, "Disdukcapil jemput bola rekam KTP di Nagari Taram");
        await office.Rina.Submits("Disdukcapil buka layanan akhir pekan di Guguak", 2);
        await office.ComesTo(DayOfWeek.Monday, 7, 30);
        office.Yeni.Hears("0 dari 2 SKPD memenuhi, 1 lagi bila yang diperiksa terbit");
        var frozen = await Rows(office);

        // A slow review does not fail the SKPD: it counts for the week in which it was sent.
        await office.Yeni.Taps("Setujui");
        await office.Joni.Taps("Setujui");
        await office.Joni.Taps("Ya, terbitkan");
        office.Everybody().ForEach(person => person.Forgets());
        Assert.Equal(frozen, await Rows(office));
        await office.Yeni.Says("/rekap");
        office.Yeni.HearsOnly("1 dari 2 SKPD memenuhi", "Koreksi setelah rekap: Disdukcapil", "1→2");
        await office.Rina.Says("/rekap");
        office.Rina.HearsOnly("1 pekan beruntun memenuhi");
    }

    [Fact]
    public async Task Of_an_earlier_week_is_a_button_away_and_only_for_who_may_see_it()
    {
        await using var office = await PostingOffice.Open(folder);
        await office.Joni.Says("/rekap");
        var recap = office.Joni.HearsOnly("Rekap");
        Assert.Equal(["Papan", "XLSX", "PDF"], recap.Labels().Take(3));
        await office.Joni.Taps(recap, recap.Labels().Last());
        office.Joni.HearsOnly("Rekap");
        await office.Fajar.Says("/rekap");
        office.Fajar.HearsOnly("/rekap bukan untuk Admin Portal");
        await office.ComesTo(DayOfWeek.Wednesday, 9, 0);
        Assert.True((await office.Rina.Forges(office.Rina.WithButton("Tulis sekarang"), "p:Recap::202601")).IsAlert);
    }

    [Theory, BothStores]
    public async Task Comes_as_PDF_and_as_workbook_to_who_may_still_see_it(StoreProvider provider)
    {
        await using var office = await PostingOffice.Open(folder, provider, "--Posting:Reminders:None=", "--Posting:Reminders:Few=", "--Posting:Reminders:Escalation=");
        await Publishes(office, 1, "Disdukcapil jemput bola rekam KTP di Nagari Taram");
        var week = office.Week();
        await office.ComesTo(DayOfWeek.Monday, 7, 30);
        var recap = office.Joni.Hears("SKPD memenuhi");
        Assert.False((await office.Joni.Taps(recap, "PDF")).IsAlert);
        var pdf = office.Joni.HearsOnly("Rekap");
        Assert.Equal($"rekap-berita-{week}.pdf", pdf.DocumentName);
        var pages = Papers.Pdf.Pages(Papers.Pdf.Keep(await office.Fetch(pdf), $"chat-{provider}.pdf"));
        foreach (var words in new[] { $"Nomor: REKAP-{week}", "Angka ditetapkan Senin", "Dinas Kependudukan dan Pencatatan", "Belum, kurang 1", "Kepala Dinas Komunikasi dan Informatika", office.Joni.Name }) Assert.Contains(pages, page => page.Contains(words, StringComparison.Ordinal));
        await office.Joni.Taps(recap, "XLSX");
        var workbook = office.Joni.HearsOnly("Rekap");
        Assert.Equal($"rekap-berita-{week}.xlsx", workbook.DocumentName);
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await office.Fetch(workbook)))) Assert.NotNull(zip.GetEntry("xl/worksheets/sheet2.xml"));

        // The right is asked at the press, not at the sending of the button.
        await office.Write(async db => await Workflow.People.PeopleDesk.Revoke(db, (await Workflow.People.PeopleDesk.Find(db, office.Joni.Id, CancellationToken.None))!.Appointments.Single(), null, office.Clock.GetUtcNow(), CancellationToken.None));
        await office.Appoint(office.Joni, Workflow.People.Role.AdminPortal);
        foreach (var format in new[] { "PDF", "XLSX" }) Assert.True((await office.Joni.Taps(recap, format)).IsAlert);
        office.Joni.HearsNothing();
        Assert.True((await office.Rina.Forges(office.Rina.Chat[^1], $"p:Pdf::{week.Ordinal}")).IsAlert);
    }

    private static async Task Publishes(Rehearsal office, int number, string title)
    {
        await office.Endorsed(title, number);
        await office.Joni.Taps("Setujui");
        await office.Joni.Taps("Ya, terbitkan");
    }

    private static Task<List<string>> Rows(Rehearsal office)
        => office.Read(async db => (await db.WeekRecaps.OrderBy(row => row.SkpdCode).ThenBy(row => row.Week).ToListAsync()).Select(row => $"{row.Week} {row.SkpdCode} {row.Obligation} {row.Counted}+{row.Provisional} {row.Streak} {row.FrozenAt}").ToList());

    public void Dispose() => folder.Dispose();
}
