using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about the needs of SKPDs.</summary>
public static class KebutuhanTeks
{
    public static StyledText SkpdMana() => ChatText.Of($"Kebutuhan SKPD mana?");

    public static StyledText TanyaCatatan(string skpd) => ChatText.Of($"Apa yang dibutuhkan <b>{skpd}</b> dari Dinas Kominfo? Misalnya situs, pelatihan, atau pendampingan. Tulis dalam satu pesan.");

    public static StyledText Diterima() => ChatText.Of($"Catatan sudah diteruskan kepada Dinas Kominfo. Jawabannya kami kabari di sini.");

    public static StyledText Baru(SpecialNeed need, string from) => ChatText.Of($"Kebutuhan <b>{need.SkpdCode}</b> dari {from}:\n<q>{need.Text}</q>");

    public static StyledText Dijawab(SpecialNeed need, string by) => ChatText.Of($"Jawaban Dinas Kominfo atas kebutuhan {need.SkpdCode}:\n<q>{need.Answer}</q>— {by}");

    public static StyledText Selesai(SpecialNeed need) => ChatText.Of($"Kebutuhan {need.SkpdCode} ditandai selesai oleh Dinas Kominfo:\n<q>{need.Text}</q>");

    public static StyledText TanyaJawaban(SpecialNeed need) => ChatText.Of($"Jawaban untuk <b>{need.SkpdCode}</b>:\n<q>{need.Text}</q>");

    public static StyledText Daftar(int count, string page) => count == 0 ? ChatText.Of($"Tidak ada kebutuhan SKPD yang terbuka.") : ChatText.Of($"<b>Kebutuhan SKPD</b> · {count} terbuka{page}");

    public static StyledText Satu(SpecialNeed need, string from, OfficeTime office, DateTimeOffset now)
    {
        var text = ChatText.Of($"<b>{need.SkpdCode}</b> · {from} · {office.Kapan(need.At, now)}\n<q>{need.Text}</q>");
        return need.Answer is { } answer ? ChatText.Of($"{text}\nJawaban {office.Kapan(need.AnsweredAt!.Value, now)}:\n<q>{answer}</q>") : text;
    }

    public static StyledText Milik(IReadOnlyList<SpecialNeed> open, OfficeTime office, DateTimeOffset now)
    {
        if (open.Count == 0) return ChatText.Of($"Belum ada catatan kebutuhan yang terbuka.");
        var text = ChatText.Of($"<b>Kebutuhan yang terbuka</b>");
        foreach (var need in open) text = ChatText.Of($"{text}\n{office.Kapan(need.At, now)}: {ChatText.Cut(PlainText.OneLine(need.Text), 120)}{(need.Answer is { } answer ? $" — dijawab: {ChatText.Cut(PlainText.OneLine(answer), 120)}" : "")}");
        return text;
    }
}
