using System.Collections.Immutable;

namespace KominfoBot.Bot.Export;

/// <summary>A column: its name for programs, its heading for people.</summary>
public sealed record ExportColumn(string Key, string Heading);

/// <summary>A value of the code (a state, an act, a role) with the word for it that people read.</summary>
public sealed record ExportWord(string Code, string Text);

/// <summary>What is exported: the sent editions, each step of their way, who was appointed by which letter, and the audit chain itself.</summary>
public sealed record ExportTable(string Name, string Title, ImmutableArray<ExportColumn> Columns)
{
    public static ExportTable Items { get; } = new("items", "Naskah",
    [
        new("number", "Nomor"), new("edition", "Edisi"), new("skpd", "SKPD"), new("skpdName", "Nama SKPD"), new("title", "Judul"), new("category", "Kategori"), new("state", "Keadaan"),
        new("author", "Pengirim"), new("firstSubmittedAt", "Pertama dikirim"), new("submittedAt", "Terakhir dikirim"), new("firstPublishedAt", "Pertama terbit"),
        new("lastActor", "Terakhir ditangani"), new("lastCapacity", "Sebagai"), new("lastActAt", "Pada"), new("reason", "Alasan terakhir"), new("words", "Kata"), new("photos", "Foto"), new("attachment", "Lampiran"), new("link", "Alamat"),
    ]);

    public static ExportTable Steps { get; } = new("steps", "Langkah",
    [
        new("sequence", "Peristiwa"), new("at", "Waktu"), new("number", "Nomor"), new("edition", "Edisi"), new("act", "Perbuatan"), new("actor", "Oleh"), new("capacity", "Sebagai"),
        new("from", "Dari"), new("to", "Menjadi"), new("reason", "Alasan"), new("lane", "Jalur"), new("detail", "Keterangan"), new("revisionHash", "Hash naskah"),
    ]);

    public static ExportTable Appointments { get; } = new("appointments", "Pengangkatan",
    [
        new("name", "Nama"), new("nip", "NIP"), new("role", "Peran"), new("skpd", "SKPD"), new("letterNumber", "Nomor surat"), new("letterDate", "Tanggal surat"), new("appointedBy", "Diangkat oleh"),
        new("from", "Sejak"), new("until", "Sampai"), new("endedAt", "Diakhiri"), new("endedBy", "Diakhiri oleh"),
    ]);

    public static ExportTable Events { get; } = new("events", "Rantai audit",
    [
        new("sequence", "Peristiwa"), new("at", "Waktu"), new("act", "Perbuatan"), new("actor", "Oleh"), new("number", "Nomor"), new("reason", "Alasan"), new("detail", "Keterangan"), new("previousHash", "Hash sebelumnya"), new("hash", "Hash"),
    ]);

    public static ImmutableArray<ExportTable> All { get; } = [Items, Steps, Appointments, Events];

    public bool Equals(ExportTable? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
