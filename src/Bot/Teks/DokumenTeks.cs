using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said at the shelf.</summary>
public static class DokumenTeks
{
    public static StyledText Daftar(int count, string page, bool keeps)
    {
        var text = count == 0 ? ChatText.Of($"Rak dokumen masih kosong.") : ChatText.Of($"<b>Dokumen</b> · {count}{page}\nTekan satu untuk menerimanya.");
        return keeps ? ChatText.Of($"{text}\nUntuk menambah, kirim berkas PDF ke sini.") : text;
    }

    public static StyledText KirimPdf() => ChatText.Of($"Kirim berkas PDF untuk menambah dokumen, atau /batal.");

    public static StyledText Diterima(string name, long bytes) => ChatText.Of($"PDF diterima ({BerkasTeks.Ukuran(bytes)}). Ketik namanya di rak, atau pakai “{name}”.");

    public static StyledText TanyaNama(string name) => ChatText.Of($"Nama baru untuk <b>{name}</b>?");

    public static StyledText Atur() => ChatText.Of($"Dokumen mana yang diatur?");

    public static StyledText Satu(OfficeTime office, ShelfDocument document) => ChatText.Of($"<b>{document.Name}</b>\n{BerkasTeks.Ukuran(document.Bytes)} · ditambahkan {Saat.Pendek(office.Today(document.AddedAt))}");

    public static StyledText TurunkanYakin(string name) => ChatText.Of($"Turunkan <b>{name}</b> dari rak?");
}
