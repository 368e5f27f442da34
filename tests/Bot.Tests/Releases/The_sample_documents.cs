using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Bot.Tests.Papers;
using KominfoBot.Sandbox;
using KominfoBot.Sandbox.Page;

namespace KominfoBot.Bot.Tests.Releases;

/// <summary>What the sandbox offers to attach is what an office would send, and goes through as such.</summary>
public sealed class The_sample_documents : Transcript
{
    private static SentFile Sample(string ending) => SampleDocuments.Names.Single(name => name.EndsWith(ending, StringComparison.Ordinal)) is var name ? new SentFile(SampleDocuments.Read(name)!, name) : throw new InvalidOperationException(ending);

    [Fact]
    public async Task The_release_is_a_Word_document_by_the_standard_and_a_draft_without_remarks()
    {
        using (var document = WordprocessingDocument.Open(new MemoryStream(Sample(".docx").Content), isEditable: false))
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));

        await Rina.SendsFile(Sample(".docx"));
        Rina.Hears("“Rilis layanan akta kelahiran.docx” saya siapkan sebagai draf: judul dari dokumen", "1 foto.\nTidak ikut: baris kepala rilis. Tabel menjadi baris teks.");
        var preview = Rina.Chat[^1].Text;
        Assert.StartsWith("Disdukcapil buka layanan akta kelahiran di posyandu Nagari Pilubang\n\nSarilamak, Disdukcapil — ", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("⚠", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("⛔", preview, StringComparison.Ordinal);
        await Rina.Taps("Kirim");
        Rina.Hears("Terkirim");
    }

    [Fact]
    public async Task The_announcement_can_be_read_and_attached()
    {
        Assert.Contains("PENGUMUMAN SEWA KIOS PASAR NAGARI TARAM", Assert.Single(Pdf.Pages(Sample(".pdf").Content)), StringComparison.Ordinal);
        Assert.Contains("Title:           Pengumuman sewa kios Pasar Nagari Taram", Pdf.Info(Sample(".pdf").Content), StringComparison.Ordinal);
        await Rina.SendsFile(Sample(".docx"));
        await Rina.Taps("Kategori");
        await Rina.Taps("Pengumuman");
        await Rina.SendsFile(Sample(".pdf"));
        Rina.Hears("Lampiran diterima: “Pengumuman sewa kios pasar.pdf” (1 halaman");
        Assert.DoesNotContain("⚠", Rina.Chat[^1].Text, StringComparison.Ordinal);
    }
}
