using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal hears when the house needs a hand: what is so, what it means, what to do.</summary>
public static class PeringatanTeks
{
    private static readonly CultureInfo indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static StyledText Daftar(IReadOnlyList<string> causes)
    {
        var text = ChatText.Of($"<b>Perlu perhatian pengelola server</b>");
        foreach (var cause in causes) text = ChatText.Of($"{text}\n⚠ {cause}");
        return text;
    }

    public static StyledText Beres() => ChatText.Of($"Masalah di server yang tadi diberitakan sudah beres.");

    public static string AntreanMasuk(int waiting, TimeSpan oldest)
        => ChatText.Line($"{waiting:#,0} kiriman belum diproses, yang tertua sudah {Lama(oldest)}. Tidak ada yang hilang. Minta pengelola server menjalankan `doctor` dan melihat log.");

    public static string AntreanKeluar(int waiting, TimeSpan oldest)
        => ChatText.Line($"{waiting:#,0} pesan belum terkirim, yang tertua sudah {Lama(oldest)}. Minta pengelola server menjalankan `doctor`; pesannya dikirim sendiri setelah lancar.");

    public static string Disk(long free)
        => ChatText.Line($"Ruang disk server tinggal {free / (1 << 20):#,0} MB. Bila habis, kiriman baru tidak dapat disimpan. Minta pengelola server mengosongkan ruang, misalnya memindahkan cadangan lama.");

    public static string CadanganGagal(string why) => ChatText.Line($"Cadangan terakhir gagal dan dicoba lagi tiap jam. Sebabnya: {why}");

    public static string DataCadangan(IReadOnlyList<string> faults)
        => ChatText.Line($"Cadangan dibuat, tetapi datanya bermasalah: {string.Join("; ", faults)}. Simpan cadangan yang lebih lama dan minta pengelola server membaca bagian \"Cadangan\" pada petunjuk operasi.");

    public static string CadanganLama(TimeSpan age)
        => ChatText.Line($"Cadangan terakhir sudah {age.TotalHours:#,0} jam lalu. Minta pengelola server menjalankan `backup` sekarang dan melihat log.");

    public static string Webhook(string why) => ChatText.Line($"Telegram tidak dapat menghubungi server: {why}. Minta pengelola server memeriksa sertifikat dan alamat webhook, lalu `doctor`.");

    private static string Lama(TimeSpan age) => age.TotalHours < 2 ? ChatText.Line($"{age.TotalMinutes:0} menit") : ChatText.Line($"{age.TotalHours:#,0} jam");
}
