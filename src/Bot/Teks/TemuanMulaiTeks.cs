using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal is told to mend.</summary>
public static class TemuanMulaiTeks
{
    public static StyledText Daftar(IReadOnlyList<string> found)
    {
        var text = ChatText.Of($"<b>Perlu perhatian Admin Portal</b>");
        foreach (var sentence in found) text = ChatText.Of($"{text}\n⚠ {sentence}");
        return text;
    }

    public static StyledText Beres() => ChatText.Of($"Semua yang tadi perlu perhatian sudah beres. Terima kasih.");

    public static string TanpaPeninjau(IReadOnlyList<Role> roles)
        => ChatText.Line($"Tidak ada {string.Join(" dan ", roles.Select(Jabatan.Nama))} yang dapat dihubungi, jadi tidak ada berita yang dapat terbit. Undang petugasnya lewat /undang{(roles.Contains(Role.Kadis) ? ", atau tunjuk Plh. lewat /delegasi" : "")}.");

    public static string KurangPeninjau(IReadOnlyList<Role> chain, int people)
        => ChatText.Line($"Tahap pemeriksaan ({string.Join(", lalu ", chain.Select(Jabatan.Nama))}) memerlukan {chain.Count} orang berbeda; yang ada {people}. Undang satu orang lagi lewat /undang.");

    public static string TanpaLibur(int year) => ChatText.Line($"Hari libur tahun {year} belum ada, jadi semua hari Senin sampai Jumat dihitung hari kerja. Lengkapi lewat /libur.");
}
