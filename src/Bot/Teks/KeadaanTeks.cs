using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>The states of a text in words: the one place that names them.</summary>
public static class KeadaanTeks
{
    /// <summary>Where it stands, for its author: "menunggu evaluasi Kabid".</summary>
    public static string Kini(EditionState state) => Of(state).Kini;

    /// <summary>As something that was done to it, after "naskah ini": "sudah disetujui".</summary>
    public static string Sudah(EditionState state) => Of(state).Sudah;

    /// <summary>A place on its way, as a label: "Dievaluasi Kabid".</summary>
    public static string Tempat(EditionState state) => Of(state).Tempat;

    private static (string Kini, string Sudah, string Tempat) Of(EditionState state) => state switch
    {
        EditionState.Draft => (ChatText.Line($"draf"), ChatText.Line($"masih berupa draf"), ChatText.Line($"Draf")),
        EditionState.AwaitingHead => (ChatText.Line($"menunggu kepala SKPD"), ChatText.Line($"menunggu kepala SKPD"), ChatText.Line($"Menunggu kepala SKPD")),
        EditionState.InReview => (ChatText.Line($"menunggu evaluasi Kabid"), ChatText.Line($"sudah dikirim"), ChatText.Line($"Dievaluasi Kabid")),
        EditionState.Endorsed => (ChatText.Line($"menunggu persetujuan Kadis"), ChatText.Line($"sudah disetujui"), ChatText.Line($"Menunggu Kadis")),
        EditionState.Scheduled => (ChatText.Line($"disetujui, segera terbit"), ChatText.Line($"sudah disetujui terbit"), ChatText.Line($"Dijadwalkan")),
        EditionState.PublishFailed => (ChatText.Line($"gagal terbit"), ChatText.Line($"gagal diterbitkan"), ChatText.Line($"Gagal terbit")),
        EditionState.Published => (ChatText.Line($"terbit"), ChatText.Line($"sudah diterbitkan"), ChatText.Line($"Terbit")),
        EditionState.Returned => (ChatText.Line($"dikembalikan"), ChatText.Line($"sudah dikembalikan"), ChatText.Line($"Dikembalikan")),
        EditionState.Rejected => (ChatText.Line($"ditolak"), ChatText.Line($"sudah ditolak"), ChatText.Line($"Ditolak")),
        EditionState.Withdrawn => (ChatText.Line($"ditarik"), ChatText.Line($"sudah ditarik"), ChatText.Line($"Ditarik")),
        EditionState.Retracted => (ChatText.Line($"dicabut"), ChatText.Line($"sudah dicabut"), ChatText.Line($"Dicabut")),
        EditionState.Discarded => (ChatText.Line($"dihapus"), ChatText.Line($"sudah dihapus"), ChatText.Line($"Dihapus")),
        EditionState.Superseded => (ChatText.Line($"digantikan edisi baru"), ChatText.Line($"sudah digantikan edisi baru"), ChatText.Line($"Digantikan")),
        _ => (state.ToString(), state.ToString(), state.ToString()),
    };
}
