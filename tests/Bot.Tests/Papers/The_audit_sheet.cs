using System.Collections.Immutable;
using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Papers;

public sealed class The_audit_sheet : Transcript
{
    private static readonly DateTimeOffset at = new(2026, 11, 26, 1, 10, 0, TimeSpan.Zero);

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Proves_who_did_what_when_and_why_to_which_text(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Judul kurang jelas");
        await Rina.Taps("Perbaiki");
        await Rina.Taps("Ubah judul");
        await Rina.Says("Disdukcapil jemput bola rekam KTP di Nagari Harau");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Office.Desi.Forgets();
        await Office.Desi.Says($"/riwayat {number}");
        await Office.Desi.Taps("Lembar audit (PDF)");
        var sheet = Office.Desi.Hears($"Lembar audit {number}");
        Assert.Equal($"lembar-audit-{number}.pdf", sheet.DocumentName);
        var paper = Pdf.Keep(await Office.Fetch(sheet), $"audit-{provider}.pdf");
        var pages = Pdf.Pages(paper);
        Assert.Contains($"Title:           Lembar Audit Naskah {number}", Pdf.Info(paper), StringComparison.Ordinal);
        Assert.Contains("/Lang(id-ID)", System.Text.Encoding.Latin1.GetString(paper), StringComparison.Ordinal);
        var whole = string.Join(' ', string.Join('\n', pages).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var words in new[]
        {
            "DINAS KOMUNIKASI DAN INFORMATIKA", "LEMBAR AUDIT NASKAH", $"Nomor: {number}", "Disdukcapil jemput bola rekam KTP di Nagari Harau", "Dinas Kependudukan dan Pencatatan Sipil", "Terbit", $"{Rehearsal.Portal}/berita/{number}/",
            "Dikembalikan", "“Judul kurang jelas.”", "Yeni Safitri, Kabid", "Perubahan naskah", "Judul: Disdukcapil jemput bola rekam KTP di Nagari Taram Harau", "Bukti keutuhan", "cocok dengan isinya", "Kepala Dinas Komunikasi dan Informatika,", "Joni Amir",
            "Lampiran: naskah terakhir yang dikirim",
        }) Assert.Contains(words, whole, StringComparison.Ordinal);
        var (events, body) = await Office.Read(async db => (await db.AuditEvents.Where(row => row.ItemId != null).OrderBy(row => row.Sequence).ToListAsync(Cancel), (await db.Editions.Include(edition => edition.Revisions).FirstAsync(Cancel)).Revisions[^1].Content.Body.Text));
        Assert.True(events.Count >= 5);
        Assert.All(events, row => Assert.Contains(row.Hash, whole, StringComparison.Ordinal));
        Assert.Contains(string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(12)), whole, StringComparison.Ordinal);
        Assert.Contains(body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1], pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_given_to_who_may_read_the_history_and_to_nobody_else()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Submits();
        var edition = (await Office.Newest()).Id;
        foreach (var person in new[] { Rina, Hendri, Fajar })
        {
            await person.Says("/bantuan");
            person.Forgets();
            Assert.True((await person.Forges(person.Chat[^1], $"v:Sheet:{edition}")).IsAlert);
            person.HearsNothing();
        }
        await Office.Desi.Says("/riwayat");
        await Office.Desi.Taps(Office.Desi.Hears("Riwayat naskah mana?").Labels().Single());
        var history = Office.Desi.Hears("dikirim oleh");
        await Office.Dismiss(Office.Desi);
        Assert.True((await Office.Desi.Taps(history, "Lembar audit (PDF)")).IsAlert);
        Office.Desi.HearsNothing();
    }

    [Fact]
    public async Task Names_an_event_that_is_no_longer_what_it_was()
    {
        var pages = Pdf.Pages(await Made(Report("Judul", StyledText.Plain("Isi."), "alasan", isIntact: false), "audit-rusak.pdf"));
        Assert.Contains("Lampiran: “Dokumen lelang.pdf” (2 halaman, 2 KB)", string.Join(' ', pages), StringComparison.Ordinal);
        Assert.Contains(pages, page => page.Contains("PERHATIAN: isi peristiwa 1, 2, 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Holds_whatever_was_typed_with_its_formatting()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("kata", 4000));
        foreach (var some in new[] { [.. NaughtyStrings.All, new string('x', 5000), "الأخبار \u202Eterbalik 😀👩‍👩‍👧"], (string[])[long1] })
        {
            var text = string.Join('\n', some);
            var body = new StyledText(text, [new(0, Math.Min(40, text.Length), MarkKind.Bold), new(10, Math.Min(60, text.Length - 10), MarkKind.Strikethrough), new(3, 4, MarkKind.Italic), new(text.Length / 2, text.Length / 3, MarkKind.Quote)]);
            var pages = Pdf.Pages(await Made(Report(some[0], body, some[^1], isIntact: true), some.Length == 1 ? "audit-panjang.pdf" : "audit-aneh.pdf"));
            Assert.Contains($"Halaman {pages.Count} dari {pages.Count}", pages[^1], StringComparison.Ordinal);
        }
    }

    private static AuditReport Report(string title, StyledText body, string reason, bool isIntact)
    {
        var (before, after) = (new Content("Judul yang lama sekali", StyledText.Plain("Kalimat pertama. Kalimat kedua yang berubah."), [], "umum"), new Content(title, body, [new PhotoUse(new string('a', 64), reason)], "umum", Attachment: new Attachment(new string('e', 64), "Dokumen lelang.pdf", 2048, 2)));
        var lines = Enumerable.Range(1, 3).Select(number => new AuditLine(
            new HistoryStep(new AuditEntry(number, at.AddMinutes(number), nameof(Act.Return), 4, title, "Kabid", To: nameof(EditionState.Returned), Reason: reason, Detail: title, RevisionHash: new string('c', 64)), number == 2 ? ContentDifference.Between(before, after) : null),
            title, new string('b', 64), isIntact));
        var report = SampleReport.Of(["Dinas Kesehatan"]);
        return new AuditReport("DISDIK-2026-0042", title, EditionState.Published, 2, at, at, $"https://berita.contoh.go.id/berita/DISDIK-2026-0042/{new string('s', 200)}", after, lines.ToImmutableArray(), (3, new string('d', 64)), new Dictionary<string, string> { ["umum"] = reason }, report.Letterhead, report.Signer, at);
    }

    private static async Task<byte[]> Made(AuditReport report, string name) => Pdf.Keep(await new SvgTool().ToPdf(AuditPaper.Draw(report, SampleReport.Office, PaperFonts.In()), Cancel), name);
}
