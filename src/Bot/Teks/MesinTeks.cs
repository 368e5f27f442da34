using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Teks;

/// <summary>The words of the sandbox's machine pane.</summary>
public static class MesinTeks
{
    public const string KotakKeluar = "Kotak keluar";

    public const string KabarMasuk = "Kabar masuk";

    public const string JejakAudit = "Jejak audit";

    public const string DisimpanDahulu = "Disimpan dahulu, baru diakui kepada Telegram.";

    public const string SidikBerantai = "Tiap sidik memuat sidik sebelumnya: yang diubah belakangan ketahuan.";

    public const string Sistem = "Sistem";

    public static string[] KolomKeluar => ["Pukul", "Kepada", "Kiriman", "Keadaan"];

    public static string[] KolomMasuk => ["Pukul", "Nomor", "Dari", "Isi", "Keadaan"];

    public static string[] KolomAudit => ["No.", "Pukul", "Tindakan", "Oleh", "Naskah", "Sidik"];

    public static string Naskah(string? number, string skpd, string? title) => $"{number ?? $"Draf {skpd}"} · {title ?? "tanpa judul"}";

    public static string Menunggu(int waiting) => waiting == 0 ? "Tidak ada yang menunggu; ini yang terakhir." : $"{waiting} menunggu.";

    /// <param name="fingerprint">As the inbox writes it: "message:…".</param>
    public static string Kabar(string fingerprint) => fingerprint.Split(':')[0] switch
    {
        "message" => "pesan",
        "edited_message" => "pesan diubah",
        "my_chat_member" => "blokir",
        "press" => "tombol ditekan",
        var other => other,
    };

    /// <param name="payload">The beginning of an outbox payload: {"$kind":"text"…</param>
    public static string Kiriman(string payload) => payload.Split('"') is [_, _, _, var kind, ..] ? kind switch
    {
        "text" => "pesan",
        "photos" => "foto",
        "file" => "berkas",
        "edit" => "ubah pesan",
        "clear" => "lepas tombol",
        "delete" => "hapus pesan",
        "answer" => "jawaban tombol",
        "menu" => "menu perintah",
        "typing" => "sedang mengetik",
        _ => kind,
    } : "—";

    public static string Keadaan(ReceivedState state) => state switch
    {
        ReceivedState.Waiting => "menunggu",
        ReceivedState.Done => "selesai",
        _ => "gagal",
    };

    public static string Keadaan(ToSendState state) => state switch
    {
        ToSendState.Waiting => "menunggu",
        ToSendState.Sent => "terkirim",
        ToSendState.Void => "tidak perlu lagi",
        ToSendState.Refused => "ditolak",
        _ => "tidak terjangkau",
    };
}
