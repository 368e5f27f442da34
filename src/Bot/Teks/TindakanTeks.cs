using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>The acts behind Lainnya, and what is said about them.</summary>
public static class TindakanTeks
{
    /// <summary>The button's words; null for what has a place of its own.</summary>
    public static string? Label(Act act, NewsItem item) => act switch
    {
        Act.TakeOver => ChatText.Line($"Ambil alih suntingan"),
        Act.Ask => ChatText.Line($"Tanya penulis"),
        Act.SendBack => ChatText.Line($"Kembali ke Kominfo"),
        Act.Classify => item.Class == InformationClass.Exempted ? ChatText.Line($"Batalkan pengecualian") : ChatText.Line($"Kecualikan"),
        Act.Reopen => ChatText.Line($"Buka lagi"),
        Act.Copy => ChatText.Line($"Salin jadi draf baru"),
        Act.PublishUrgently => ChatText.Line($"Terbitkan serta-merta"),
        Act.FixSpelling => ChatText.Line($"Ralat ejaan"),
        Act.PullNow => ChatText.Line($"Cabut segera"),
        Act.RequestCorrection => ChatText.Line($"Minta koreksi"),
        Act.RequestRetraction => ChatText.Line($"Minta cabut"),
        Act.DeclineRequest => ChatText.Line($"Tolak permintaan"),
        Act.TakeOverCorrection => ChatText.Line($"Ambil alih koreksi"),
        _ => null,
    };

    public const string Lainnya = "Tindakan lain untuk naskah ini:";

    public static StyledText Tulis(string number, Act act) => act switch
    {
        Act.Ask => ChatText.Of($"Tulis pertanyaan Anda untuk penulis <b>{number}</b>. Naskahnya tetap di tempat."),
        Act.SendBack => ChatText.Of($"Apa yang perlu diperbaiki Kominfo pada <b>{number}</b>? Naskah tidak kembali ke SKPD."),
        Act.Answer => ChatText.Of($"Tulis jawaban Anda untuk <b>{number}</b>; akan tampil pada kartu peninjau."),
        Act.ContestEdit => ChatText.Of($"Apa keberatan Anda atas suntingan <b>{number}</b>? Akan tampil pada kartu peninjau."),
        _ => ChatText.Of($"Tulis alasannya untuk <b>{number}</b>:"),
    };

    public static StyledText Ditanya(string number, string question, string who) => ChatText.Of($"❓ <b>{number}</b>: “{question}” — {who}. Naskah tetap ditinjau; jawaban Anda tampil pada kartunya.");

    public static StyledText Dijawab(string number, string answer, string who) => ChatText.Of($"💬 <b>{number}</b>: “{answer}” — {who}");

    public static StyledText Disunting(string number, string who, StyledText difference) => ChatText.Of($"✎ <b>{number}</b> disunting {who}:\n{difference}");

    public static StyledText DisuntingBersama(string number, string who, StyledText difference) => ChatText.Of($"✎ {who} menyunting <b>{number}</b>; persetujuan sebelumnya gugur:\n{difference}");

    public static StyledText Keberatan(string number, string who, string? reason)
        => ChatText.Of($"⚠ Penulis keberatan atas suntingan <b>{number}</b>{(reason is null ? "" : $": “{reason}”")} — {who}");

    public static StyledText DisetujuiKepala(string number, string who) => ChatText.Of($"✔ <b>{number}</b> disetujui {who}; diteruskan ke Kominfo.");

    public static StyledText DibukaLagi(string number, string who) => ChatText.Of($"↶ <b>{number}</b> dibuka lagi oleh {who} dan ditinjau kembali.");

    public static string SedangMenyunting(string name, string until) => ChatText.Line($"⏳ Sedang disunting oleh {name} sampai pukul {until}");

    // ---- what the card says of all that ----

    public static string? PadaKartu(Edition edition, OfficeTime office, DateTimeOffset now)
    {
        List<string> lines = [];
        if (edition is { LastAct: Act.SendBack, State: EditionState.InReview, Reason: { } why }) lines.Add($"↩ {edition.LastActorName}: “{why}”");
        if (edition is { State: EditionState.PublishFailed, Reason: { } failure }) lines.Add(ChatText.Line($"⚠ Belum dapat terbit: {failure}"));
        if (edition is { Ordinal: > 1, Lane: not Lane.Fast }) lines.Add(ChatText.Line($"Koreksi atas berita yang sudah terbit (edisi {edition.Ordinal})."));
        if (edition.Question is { } question) lines.Add($"❓ {edition.QuestionBy}: “{question}”{(edition.QuestionOpen ? " (belum dijawab)" : "")}");
        if (edition.Reply is { } reply && edition.EditReply != EditReply.Contested) lines.Add(ChatText.Line($"Jawaban pengirim: “{reply}”"));
        if (edition.EditReply == EditReply.Pending) lines.Add(ChatText.Line($"✎ Sudah disunting Kominfo; penulis belum menanggapi."));
        if (edition.EditReply == EditReply.Accepted) lines.Add(ChatText.Line($"✎ Suntingan diterima penulis."));
        if (edition.EditReply == EditReply.Contested) lines.Add(ChatText.Line($"⚠ Penulis keberatan atas suntingan{(edition.Reply is { } objection ? $": “{objection}”" : "")}"));
        if (edition.CorrectionNote is { } note) lines.Add(ChatText.Line($"Ralat yang akan tampil: “{note}”"));
        if (edition.LeaseAt(now) is { } lease) lines.Add(SedangMenyunting(lease.Name, office.Jam(lease.Until)));
        return lines.Count == 0 ? null : string.Join("\n", lines);
    }
}
