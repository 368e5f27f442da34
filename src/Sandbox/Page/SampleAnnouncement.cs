using System.Globalization;
using System.Text;

namespace KominfoBot.Sandbox.Page;

/// <summary>The PDF that goes with an announcement, one page of text (ISO 32000-1). Drawn up for practice; nothing of it happens.</summary>
internal static class SampleAnnouncement
{
    private const string Title = "Pengumuman sewa kios Pasar Nagari Taram";

    private static readonly string[] lines =
    [
        Title.ToUpperInvariant(),
        "",
        "Dinas Perdagangan, Koperasi, dan UKM Kabupaten Lima Puluh Kota membuka",
        "pendaftaran sewa 12 kios di Pasar Nagari Taram.",
        "",
        "1. Syarat: warga kabupaten, berusia paling sedikit 18 tahun, punya usaha dagang.",
        "2. Pendaftaran: 1 sampai 15 Desember 2026 pada jam kerja, di kantor dinas.",
        "3. Berkas: formulir, salinan kartu identitas, dan surat keterangan usaha.",
        "4. Biaya pendaftaran: tidak ada.",
        "5. Pengundian terbuka: 18 Desember 2026 pukul 09.00 WIB di balai nagari.",
        "",
        "Keterangan lebih lanjut: bidang pasar, pada jam kerja.",
        "",
        "Dokumen latihan KominfoBot; bukan pengumuman yang sebenarnya.",
    ];

    public static byte[] Write()
    {
        var drawn = new StringBuilder("BT /F1 12 Tf 16 TL 72 760 Td\n");
        foreach (var line in lines) drawn.Append(CultureInfo.InvariantCulture, $"({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*\n");
        drawn.Append("ET");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            $"<</Length {drawn.Length}>>\nstream\n{drawn}\nendstream",
            $"<</Title({Title})>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder(FormattableString.Invariant($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(table).Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
