using System.Text;
using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class The_shelf : Transcript
{
    private static SentFile Pdf(string name = "SOP 555-05.pdf") => new(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"), name, "application/pdf");

    [Fact]
    public async Task Takes_a_PDF_from_AdminPortal_and_gives_it_to_everybody()
    {
        await Rina.Says("/dokumen");
        Rina.HearsOnly("Rak dokumen masih kosong.");
        await Fajar.Says("/dokumen");
        Fajar.HearsOnly("kirim berkas PDF");
        await Fajar.SendsFile(Pdf());
        Fajar.HearsOnly("PDF diterima", "“SOP 555-05”");
        await Fajar.Says("SOP Penyebarluasan Informasi 2017");
        Fajar.HearsOnly("Dokumen · 1");
        await Rina.Says("/dokumen");
        Rina.HearsOnly("Dokumen · 1");
        await Rina.Taps("📄 SOP Penyebarluasan Informasi 2017");
        Assert.NotNull(Rina.Chat[^1].DocumentName);
        Assert.Equal("SOP Penyebarluasan Informasi 2017", Rina.Chat[^1].Text);
        Assert.Single(Office.Driver.Calls, call => call.Method == "sendDocument");
    }

    [Fact]
    public async Task Renames_and_takes_off_what_it_holds()
    {
        await Fajar.Says("/dokumen");
        await Fajar.SendsFile(Pdf());
        await Fajar.Taps("Pakai nama itu");
        Fajar.Forgets();
        await Fajar.Taps("Atur dokumen");
        await Fajar.Taps("SOP 555-05");
        await Fajar.Taps("Ubah nama");
        await Fajar.Says("SOP 2017");
        Assert.Contains("📄 SOP 2017", Fajar.Hears("Dokumen · 1").Labels());
        await Fajar.Taps("Atur dokumen");
        await Fajar.Taps("SOP 2017");
        await Fajar.Taps("Turunkan");
        await Fajar.Taps("Ya, turunkan");
        Fajar.Hears("Rak dokumen masih kosong.");
    }

    [Fact]
    public async Task Takes_nothing_else_and_from_nobody_else()
    {
        await Fajar.Says("/dokumen");
        await Fajar.SendsFile(new SentFile("bukan"u8.ToArray(), "palsu.pdf", "application/pdf"));
        Fajar.Hears("“palsu.pdf” bukan PDF");
        await Fajar.SendsFile(Pdf() with { ClaimedSize = 25_000_000 });
        Fajar.HearsOnly("batasnya 20,0 MB");
        await Fajar.SendsFile(Pdf());
        await Fajar.Taps("Pakai nama itu");
        await Rina.Says("/dokumen");
        await Rina.SendsFile(Pdf("milik rina.pdf"));
        await Fajar.Taps("Atur dokumen");
        var manage = Fajar.Chat[^1].AllButtons.First(button => button.Text == "SOP 555-05").Data!;
        Assert.Equal("Ini tugas Admin Portal. Anda terdaftar sebagai Admin SKPD.", (await Rina.Forges(Rina.Chat[^1], manage)).Text);
        await Rina.Says("/dokumen");
        Rina.Hears("Dokumen · 1");
    }
}
