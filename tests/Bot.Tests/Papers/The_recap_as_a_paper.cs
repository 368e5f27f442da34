using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Posting;
using KominfoBot.Testing;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Tests.Papers;

public sealed class The_recap_as_a_paper
{
    private static readonly SvgTool tool = new();

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_letterhead_number_table_review_times_signer_and_page_numbers_on_A4()
    {
        var pdf = await Made(SampleReport.Of(SampleReport.Sixty), "rekap.pdf");
        var pages = Pdf.Pages(pdf);
        Assert.Contains("(A4)", Pdf.Info(pdf), StringComparison.Ordinal);
        foreach (var words in new[]
        {
            "PEMERINTAH KABUPATEN LIMA PULUH KOTA", "DINAS KOMUNIKASI DAN INFORMATIKA", "Sarilamak", "REKAPITULASI BERITA PERANGKAT DAERAH", "Nomor: REKAP-2026-W47",
            "Pekan 47 tahun 2026, Senin 16 November 2026 sampai Minggu 22 November 2026", "Angka ditetapkan Senin 23 November 2026 07.30",
        }) Assert.Contains(words, pages[0], StringComparison.Ordinal);
        var whole = string.Join('\n', pages);
        foreach (var words in new[]
        {
            "Belum, kurang 2", "Menunggu tinjauan", "Memenuhi", "Belum ada admin", "Dibebaskan", "SKPD 41 mnt", "Kominfo 2 jam 29 mnt", "Seluruhnya 3 jam 10 mnt", "2 × Bukan berita",
            "Koreksi setelah rekap", "Dinkes: terhitung 1 menjadi 2, belum menjadi memenuhi.", "Lampiran: dua belas pekan terakhir", "Plh. Kepala Dinas Komunikasi dan", "Drs. Budi Hartono, M.Si.", "NIP 19700101 199503 1 001",
        }) Assert.Contains(words, whole, StringComparison.Ordinal);
        for (var at = 0; at < pages.Count; at++) Assert.Contains($"Halaman {at + 1} dari {pages.Count}", pages[at], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_the_heading_on_every_sheet_and_loses_no_SKPD()
    {
        var pages = Pdf.Pages(await Made(SampleReport.Of(SampleReport.Sixty), "rekap-60.pdf"));
        var table = pages.TakeWhile(page => !page.Contains("Lampiran: dua belas pekan", StringComparison.Ordinal)).ToList();
        Assert.InRange(table.Count(page => page.Contains("Terhitung /", StringComparison.Ordinal)), 2, table.Count);
        var whole = string.Join('\n', table);
        foreach (var name in SampleReport.Sixty.Where(name => name.StartsWith("Dinas Contoh", StringComparison.Ordinal))) Assert.Contains($"{name} ", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_it_is_provisional_while_the_week_has_no_recap()
    {
        var running = SampleReport.Of(SampleReport.Sixty.Take(3), frozen: false);
        var page = Pdf.Pages(await Made(running with { Week = SampleReport.Week.Next }, "rekap-sementara.pdf"))[0];
        Assert.Contains("SEMENTARA: keadaan Senin 23 November 2026 09.30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Waktu peninjauan", page, StringComparison.Ordinal);
        Assert.Contains("Pekan ini tidak memiliki rekap; keadaan Senin", Pdf.Pages(await Made(running, "rekap-tanpa-rekap.pdf"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_whatever_people_call_an_SKPD()
    {
        string[] hostile = [.. NaughtyStrings.All, new string('x', 9000), "</text><script>alert(1)</script>", "الوكالة", "Dinas \u202Eterbalik", "👩‍👩‍👧 Dinas 😀", "=1+1", "&amp; \0 \uFFFE \ud800"];
        foreach (var some in hostile.Chunk(90))
        {
            var report = SampleReport.Of(some);
            var pages = Pdf.Pages(await Made(report with { Signer = report.Signer with { Name = some[^1], Nip = some[0] }, Letterhead = report.Letterhead with { Agency = some[^1], Address = some[0] } }, "rekap-aneh.pdf"));
            Assert.Contains($"Halaman {pages.Count} dari {pages.Count}", pages[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Leaves_the_line_for_the_signature_open_while_nobody_holds_the_office()
    {
        var report = SampleReport.Of(["Dinas Kesehatan"]);
        var first = Pdf.Pages(await Made(report with { Signer = new Signer("Kepala Dinas Komunikasi dan Informatika", null, null) }, "rekap-tanpa-kadis.pdf"))[0];
        Assert.Contains("Kepala Dinas Komunikasi dan", first, StringComparison.Ordinal);
        Assert.DoesNotContain("NIP", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_made_where_the_tool_is_missing_and_the_log_says_so()
    {
        using var log = new TestLog();
        Assert.Null(await new PdfPress(new SvgTool("/tidak-ada"), log.For<PdfPress>()).Print(_ => ["<svg/>"], "Rekap", cancel));
        Assert.Contains("tidak terpasang", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaks_lines_by_the_widths_of_the_font_that_draws_them()
    {
        var fonts = PaperFonts.In();
        Assert.NotEqual("sans-serif", fonts.Family);
        // The widths that the two fonts have had for ever: 0.667 and 0.684 em.
        Assert.Equal(fonts.Family == "Liberation Sans" ? 0.667 : 0.684, fonts.Regular.Width("A", 1), 3);
        Assert.True(fonts.Bold.Width("Dinas Kesehatan", 10) > fonts.Regular.Width("Dinas Kesehatan", 10));
        var paper = new Paper(fonts);
        var lines = paper.Lines($"Dinas Pendidikan {new string('w', 80)}", 8.5, false, 181, 4);
        Assert.All(lines, line => Assert.True(paper.Measure(line, 8.5) <= 181));
        Assert.Equal("Dinas Pendidikan", lines[0]);
        Assert.EndsWith("…", paper.Lines(string.Join(' ', Enumerable.Repeat("Dinas", 200)), 8.5, false, 181, 2)[^1], StringComparison.Ordinal);
    }

    private static async Task<byte[]> Made(WeekReport report, string name) => Pdf.Keep(await tool.ToPdf(RecapPaper.Draw(report, PostingPolicy.Default, SampleReport.Office, PaperFonts.In()), cancel), name);
}
