using System.Globalization;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>The words of an item's audit sheet.</summary>
public static class LembarAuditTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>Under a history.</summary>
    public const string Tombol = "Lembar audit (PDF)";

    public const string Judul = "Lembar Audit Naskah";

    public const string Perjalanan = "Perjalanan naskah";

    public const string Perubahan = "Perubahan naskah";

    public const string ArtiPerubahan = "Dicoret: dihapus. Tebal bergaris bawah: ditambahkan. Bagian yang tetap dan panjang diganti titik-titik.";

    public const string Bukti = "Bukti keutuhan";

    public const string Naskah = "Lampiran: naskah terakhir yang dikirim";

    public static IReadOnlyList<string> KolomLangkah { get; } = ["Peristiwa", "Waktu", "Perbuatan", "Oleh", "Keadaan", "Alasan dan keterangan"];

    public static IReadOnlyList<string> KolomBukti { get; } = ["Peristiwa", "Sidik peristiwa (SHA-256)", "Sidik naskah (SHA-256)"];

    /// <summary>What the item is: name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Pokok(AuditReport report, OfficeTime office)
    {
        yield return ("Judul", report.Newest.Title);
        yield return (KertasTeks.PerangkatDaerah, report.SkpdName);
        yield return ("Kategori", report.Categories.GetValueOrDefault(report.Newest.CategoryCode, report.Newest.CategoryCode));
        yield return ("Keadaan", report.Editions > 1 ? $"{KeadaanTeks.Tempat(report.State)}, edisi ke-{report.Editions}" : KeadaanTeks.Tempat(report.State));
        if (report.FirstSubmittedAt is { } submitted) yield return ("Pertama dikirim", office.Tanggal(submitted));
        if (report.FirstPublishedAt is { } published) yield return ("Pertama terbit", office.Tanggal(published));
        if (report.Link is { } link) yield return ("Alamat", link);
    }

    /// <summary>A row of the table.</summary>
    public static IEnumerable<string> Langkah(AuditLine line, OfficeTime office)
    {
        var entry = line.Step.Entry;
        yield return $"{entry.Sequence}";
        yield return office.Local(entry.At).ToString("d MMM yyyy HH.mm.ss", Indonesian);
        yield return Besar(TinjauTeks.Perbuatan(entry.Act));
        yield return line.Actor.Length == 0 ? "Sistem" : string.IsNullOrEmpty(entry.Capacity) ? line.Actor : $"{line.Actor}, {Jabatan.Kapasitas(entry.Capacity)}";
        yield return entry.To is { } to && Enum.TryParse<EditionState>(to, out var state) ? KeadaanTeks.Tempat(state) : "–";
        yield return Keterangan(entry);
    }

    public static string Peristiwa(AuditLine line) => $"Peristiwa {line.Step.Entry.Sequence}, {TinjauTeks.Perbuatan(line.Step.Entry.Act)} oleh {(line.Actor.Length == 0 ? "sistem" : line.Actor)}";

    /// <summary>Whether the events still have their hashes, and where the chain ended.</summary>
    public static string Keutuhan(AuditReport report, OfficeTime office)
    {
        var broken = report.Lines.Where(line => !line.IsIntact).Select(line => $"{line.Step.Entry.Sequence}").ToList();
        var own = broken.Count == 0 ? $"Sidik {report.Lines.Length} peristiwa di atas cocok dengan isinya." : $"PERHATIAN: isi peristiwa {string.Join(", ", broken)} tidak cocok dengan sidiknya.";
        var head = report.Head is var (sequence, hash) ? $" Kepala rantai audit saat dicetak: peristiwa {sequence}, {hash[..16]}…" : "";
        return $"{own}{head} Rantai seluruhnya diperiksa dengan perintah verify-audit. Keadaan {office.Tanggal(report.At)}.";
    }

    /// <summary>The photos and the PDF with their hashes: a sheet shows none.</summary>
    public static IEnumerable<string> Berkas(Content content)
    {
        foreach (var (photo, at) in content.Photos.Select((photo, at) => (photo, at + 1))) yield return $"Foto {at}: {photo.Caption ?? "tanpa keterangan"} (SHA-256 {photo.Hash})";
        if (content.Attachment is { } attachment) yield return $"Lampiran: {LampiranTeks.Keterangan(attachment)} (SHA-256 {attachment.Hash})";
    }

    /// <summary>Somebody who has no official name yet.</summary>
    public static string NamaAkun(string? name) => string.IsNullOrWhiteSpace(name) ? "" : $"{name} (nama akun)";

    public static string NamaBerkas(string number) => $"lembar-audit-{number}.pdf";

    public static StyledText Kiriman(string number) => ChatText.Of($"Lembar audit <b>{number}</b>");

    /// <summary>The tool that makes it is missing or gave up.</summary>
    public static StyledText PdfGagal() => StyledText.Plain("Lembar auditnya belum dapat dibuat. Riwayat di atas memuat hal yang sama; Admin Portal dapat memeriksa pemasangan rsvg-convert di server.");

    private static string Keterangan(AuditEntry entry)
    {
        List<string> parts = [];
        if (entry.Lane is { } lane && RiwayatTeks.Jalur(lane) is { Length: > 0 } words) parts.Add($"jalur {words}");
        if (entry.Reason is { Length: > 0 } reason) parts.Add($"“{reason}”");
        if (entry.Detail is { Length: > 0 } detail) parts.Add(detail);
        return parts.Count == 0 ? "–" : string.Join("; ", parts);
    }

    private static string Besar(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Indonesian) + words[1..];
}
