using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What an SKPD could write about, for who stares at an empty page: another four each week, and what the calendar brings.</summary>
public static class IdeTeks
{
    private const int Shown = 4;

    private static readonly string[] all =
    [
        ChatText.Line($"Layanan yang paling banyak ditanyakan warga pekan ini: syarat, tempat, jadwal, biayanya."),
        ChatText.Line($"Kegiatan lapangan: di mana, siapa yang terbantu, apa kata warganya."),
        ChatText.Line($"Angka yang berubah: berapa yang sudah dilayani bulan ini dibanding bulan lalu."),
        ChatText.Line($"Jadwal dua pekan ke depan yang perlu diketahui warga."),
        ChatText.Line($"Rapat yang menghasilkan keputusan: apa yang diputuskan, kapan mulai berlaku."),
        ChatText.Line($"Pegawai atau warga berprestasi: siapa, prestasinya apa, apa yang dapat ditiru."),
        ChatText.Line($"Pekerjaan fisik yang berjalan: di mana, sampai mana, kapan selesai."),
        ChatText.Line($"Jawaban atas keluhan yang sering masuk: apa yang sudah dan akan dilakukan."),
        ChatText.Line($"Kerja sama dengan nagari, sekolah, atau puskesmas: siapa mengerjakan apa."),
        ChatText.Line($"Tips singkat dari bidang SKPD: tiga hal yang dapat dilakukan warga sendiri."),
        ChatText.Line($"Sebelum dan sesudah: satu tempat atau layanan yang membaik, dengan dua foto."),
        ChatText.Line($"Di balik layar: sehari bersama petugas yang jarang terlihat warga."),
    ];

    /// <param name="coming">Holidays of the next two weeks.</param>
    /// <param name="drafts">How many drafts are offered beside it.</param>
    public static StyledText Untuk(IsoWeek week, IReadOnlyList<Holiday> coming, int drafts)
    {
        var text = ChatText.Of($"<b>Ide pekan ini</b>");
        for (var index = 0; index < Shown; index++) text = ChatText.Of($"{text}\n• {all[((week.Number * Shown) + index) % all.Length]}");
        foreach (var holiday in coming) text = ChatText.Of($"{text}\n• {LiburTeks.Tanggal(holiday)}, {holiday.Name}: layanan mana yang tetap buka, apa yang disiapkan.");
        return drafts == 0 ? text : ChatText.Of($"{text}\n\nMasih ada draf yang dapat dilanjutkan:");
    }
}
