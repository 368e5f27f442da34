using System.Collections.Immutable;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about published items: corrections, requests, the exceptional ways and the look that they owe.</summary>
public static class TerbitTeks
{
    // ---- corrections ------------------------------------------------------------------------------------------------------------------------

    public static StyledText ApaYangDikoreksi(string number) => ChatText.Of($"Apa yang dikoreksi pada <b>{number}</b>? Tulis singkat; akan tampil sebagai <b>Ralat</b> di portal. Berita yang sekarang tetap tayang sampai koreksinya disetujui.");

    public static StyledText CatatanPanjang(int length, int limit)
        => StyledText.Plain(length == 0 ? ChatText.Line($"Catatannya belum terbaca. Mohon tulis dalam satu pesan.") : ChatText.Line($"Catatan ralat terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat."));

    public static StyledText KoreksiTerbit(string number, string title, string link) => ChatText.Of($"✔ Koreksi <b>{number}</b> sudah terbit: {title}\n{link}");

    public static StyledText IkutDitarik(string number) => ChatText.Of($"↶ Koreksi <b>{number}</b> yang sedang berjalan ikut ditarik, karena beritanya dicabut dari portal.");

    public static StyledText AmbilAlihKoreksi(string number, string author, string when)
        => ChatText.Of($"Koreksi <b>{number}</b> sedang ditulis {author}, terakhir diubah {when}. Ambil alih? Tulisannya Anda lanjutkan, dan {author} kami kabari.");

    public static StyledText KoreksiDiambilAlih(string number, string who) => ChatText.Of($"↷ Koreksi <b>{number}</b> dilanjutkan {who} dari draf Anda. Draf itu tidak dapat dikirim lagi; hasilnya kami kabari.");

    // ---- small corrections of spelling --------------------------------------------------------------------------------------------------------

    public static StyledText KataYangDiralat(string number, int limit)
        => ChatText.Of($"Ralat ejaan <b>{number}</b>: kirim <b>kata lama → kata baru</b> (satu baris satu kata), atau seluruh isi yang sudah diperbaiki. Paling banyak {limit} kata; judul, angka, dan nama lewat Buat koreksi.");

    public static StyledText KataTidakTerbaca() => ChatText.Of($"Belum terbaca sebagai ralat. Mohon tulis misalnya “ijin → izin”, atau kirim seluruh isi yang sudah diperbaiki.");

    public static StyledText RalatYakin(StyledText difference) => ChatText.Of($"<b>Yang berubah</b>\n{difference}");

    public static StyledText RalatTerkirim(string number) => ChatText.Of($"Ralat ejaan <b>{number}</b> diteruskan kepada Kabid.");

    public static StyledText RalatTerbit(string number, Outcome.Moved moved)
        => ChatText.Of($"✔ Ralat ejaan <b>{number}</b> {(moved.To == EditionState.Published ? "sudah terbit" : "terbit begitu fotonya siap")}. Pemakaian jalur ini dilaporkan tiap pekan kepada Kadis.");

    public static StyledText KabarRalat(string number, string who) => ChatText.Of($"✔ Ejaan <b>{number}</b> dibetulkan {who} dan sudah tampil di portal.");

    // ---- requests -----------------------------------------------------------------------------------------------------------------------------

    public static StyledText MengapaDiminta(string number, Act act) => act == Act.RequestRetraction
        ? ChatText.Of($"Mengapa <b>{number}</b> perlu dicabut? Tulis alasannya; permintaan ini langsung sampai kepada Kadis.")
        : ChatText.Of($"Apa yang perlu dikoreksi pada <b>{number}</b>? Permintaan ini langsung sampai kepada Kadis.");

    public static StyledText PermintaanTerkirim(string number, Act act) => ChatText.Of($"Permintaan {Permintaan(act)} <b>{number}</b> sudah sampai kepada Kadis. Hasilnya kami kabari di sini.");

    public static StyledText Diminta(Edition edition, Act act, string reason, string who, string link)
        => ChatText.Of($"❗ <b>Permintaan {Permintaan(act)}</b> · {edition.Item!.Number!}\n<b>{NewsDesk.CurrentContent(edition).Title}</b>\n“{reason}” — {who}\n{link}");

    public static StyledText HasilPermintaan(Edition edition, Outcome.Moved moved, string link) => moved.To == EditionState.Retracted
        ? ChatText.Of($"✔ Permintaan Anda: <b>{edition.Item!.Number!}</b> sudah dicabut dari portal — “{edition.Reason}”")
        : ChatText.Of($"✔ Permintaan Anda: koreksi <b>{edition.Item!.Number!}</b> sudah terbit.\n{link}");

    /// <summary>Ready answers to a request that is not met: the button, and what who asked reads.</summary>
    public static ImmutableArray<(string Label, string Reason)> TidakDipenuhiKarena { get; } =
    [
        ("Sudah sesuai", "Isinya sudah sesuai dengan keterangan resmi."), ("Sudah dikoreksi", "Hal itu sudah dibetulkan pada edisi yang sekarang tayang."),
        ("Perlu data pendukung", "Mohon sampaikan dahulu data atau dokumen pendukungnya."),
    ];

    public static StyledText MengapaTidakDipenuhi(string number) => ChatText.Of($"Mengapa permintaan atas <b>{number}</b> tidak dipenuhi? Pilih, atau tulis sendiri; jawabannya sampai kepada yang meminta.");

    public static StyledText TidakDipenuhi(string number, string reason) => ChatText.Of($"Permintaan atas <b>{number}</b> tidak dipenuhi — “{reason}” Yang meminta sudah kami kabari.");

    /// <summary>On the request's card of the others at Kominfo.</summary>
    public static StyledText SudahDijawab(Edition edition, string reason, string who)
        => ChatText.Of($"✖ Permintaan atas <b>{edition.Item!.Number!}</b> tidak dipenuhi oleh {who}: “{reason}”\n<b>{NewsDesk.CurrentContent(edition).Title}</b>");

    public static StyledText PermintaanDitolak(Edition edition, string reason, string who, string link)
        => ChatText.Of($"✖ Permintaan Anda atas <b>{edition.Item!.Number!}</b> tidak dipenuhi: “{reason}” — {who}. Beritanya tetap tayang.\n{link}");

    private static string Permintaan(Act act) => act == Act.RequestRetraction ? ChatText.Line($"pencabutan") : ChatText.Line($"koreksi");

    // ---- the exceptional ways -----------------------------------------------------------------------------------------------------------------

    public static StyledText AlasanMendesak(string number, Act act) => act == Act.PullNow
        ? ChatText.Of($"Mengapa <b>{number}</b> dicabut segera? Alasannya dibaca publik; pilih, atau tulis sendiri.")
        : ChatText.Of($"Mengapa <b>{number}</b> perlu terbit serta-merta, tanpa menunggu persetujuan? Tulis alasannya.");

    public static StyledText YakinMendesak(string number, Act act, string reason) => act == Act.PullNow
        ? ChatText.Of($"Cabut <b>{number}</b> sekarang? Di portal akan tertulis: “{reason}” Kabid atau Kadis memeriksanya dalam satu hari kerja.")
        : ChatText.Of($"Terbitkan <b>{number}</b> serta-merta? Alasan: “{reason}” Semua peninjau diberi tahu, dan orang kedua memeriksanya dalam satu hari kerja.");

    public static StyledText Mendesak(string number, Outcome.Moved moved) => moved.To switch
    {
        EditionState.Retracted => ChatText.Of($"✖ <b>{number}</b> dicabut dari portal. Menunggu dibenarkan Kabid atau Kadis."),
        EditionState.Published => ChatText.Of($"✔ <b>{number}</b> terbit serta-merta. Orang kedua memeriksanya dalam satu hari kerja."),
        _ => ChatText.Of($"✔ <b>{number}</b> terbit serta-merta begitu fotonya siap. Orang kedua memeriksanya dalam satu hari kerja."),
    };

    /// <param name="deadline">For who may look; null for everybody else.</param>
    public static StyledText DilakukanSendiri(Edition edition, Outcome.Moved moved, string who, string? deadline)
    {
        var did = moved.Act == Act.PullNow ? ChatText.Line($"dicabut segera") : ChatText.Line($"diterbitkan serta-merta");
        var ask = deadline is null ? "" : ChatText.Line($"\nMohon diperiksa paling lambat {deadline}.");
        return ChatText.Of($"❗ <b>{edition.Item!.Number!}</b> {did} oleh {who}: “{edition.Reason}”\n<b>{NewsDesk.CurrentContent(edition).Title}</b>{ask}");
    }

    public static StyledText BelumDiperiksa(Edition edition, string who, string since)
        => ChatText.Of($"⚠ <b>{edition.Item!.Number!}</b> belum diperiksa orang kedua; {(edition.State == EditionState.Retracted ? "dicabut segera" : "diterbitkan serta-merta")} oleh {who} {since}, batasnya satu hari kerja.\n<b>{NewsDesk.CurrentContent(edition).Title}</b>");

    public static StyledText Dibenarkan(string number, string who) => ChatText.Of($"✔ <b>{number}</b> sudah diperiksa dan dibenarkan {who}.");

    // ---- the weekly list ------------------------------------------------------------------------------------------------------------------------

    public static StyledText LaporanJalur(string from, string until, IReadOnlyList<string> lines)
        => lines.Count == 0 ? StyledText.Empty : ChatText.Of($"<b>Jalur khusus {from}–{until}</b>\n{string.Join("\n", lines)}");

    /// <param name="owed">The second person's look is still missing.</param>
    public static string PemakaianJalur(AuditEntry use, string when, bool owed)
        => $"{use.Number} · {Jalur(use)} · {Jabatan.Oleh(use.ActorName, use.Capacity)} · {when}{(owed ? " · belum diperiksa orang kedua" : "")}";

    private static string Jalur(AuditEntry use) => (use.Act, use.Lane) switch
    {
        (nameof(Act.PullNow), _) => ChatText.Line($"cabut segera"),
        (_, nameof(Lane.Emergency)) => ChatText.Line($"serta-merta"),
        (_, nameof(Lane.Fast)) => ChatText.Line($"ralat ejaan"),
        _ => ChatText.Line($"satu peninjau"),
    };
}
