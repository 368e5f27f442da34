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
        EditionState.Draft => ("draf", "masih berupa draf", "Draf"),
        EditionState.AwaitingHead => ("menunggu kepala SKPD", "menunggu kepala SKPD", "Menunggu kepala SKPD"),
        EditionState.InReview => ("menunggu evaluasi Kabid", "sudah dikirim", "Dievaluasi Kabid"),
        EditionState.Endorsed => ("menunggu persetujuan Kadis", "sudah disetujui", "Menunggu Kadis"),
        EditionState.Scheduled => ("disetujui, segera terbit", "sudah disetujui terbit", "Dijadwalkan"),
        EditionState.PublishFailed => ("gagal terbit", "gagal diterbitkan", "Gagal terbit"),
        EditionState.Published => ("terbit", "sudah diterbitkan", "Terbit"),
        EditionState.Returned => ("dikembalikan", "sudah dikembalikan", "Dikembalikan"),
        EditionState.Rejected => ("ditolak", "sudah ditolak", "Ditolak"),
        EditionState.Withdrawn => ("ditarik", "sudah ditarik", "Ditarik"),
        EditionState.Retracted => ("dicabut", "sudah dicabut", "Dicabut"),
        EditionState.Discarded => ("dihapus", "sudah dihapus", "Dihapus"),
        EditionState.Superseded => ("digantikan edisi baru", "sudah digantikan edisi baru", "Digantikan"),
        _ => (state.ToString(), state.ToString(), state.ToString()),
    };
}
