namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Needs_of_an_SKPD : Transcript
{
    [Fact]
    public async Task Reach_AdminPortal_are_answered_and_closed_and_the_sender_hears()
    {
        await Rina.Says("/kebutuhan");
        Rina.HearsOnly("Belum ada catatan kebutuhan");
        await Rina.Taps("Tulis kebutuhan");
        Rina.HearsOnly("Apa yang dibutuhkan DISDUKCAPIL");
        await Rina.Says("Mohon pelatihan foto <b>& kamera</b>");
        Rina.Hears("sudah diteruskan");
        Assert.Equal(["Jawab", "Tandai selesai"], Fajar.HearsOnly("Kebutuhan DISDUKCAPIL dari Rina Marlina", "<b>& kamera</b>").Labels());
        await Fajar.Taps("Jawab");
        Fajar.HearsOnly("Jawaban untuk DISDUKCAPIL");
        await Fajar.Says("Dijadwalkan Rabu depan.");
        Rina.HearsOnly("Jawaban Dinas Kominfo", "Dijadwalkan Rabu depan.", "Fajar Ramadhan");
        Fajar.Hears("Jawaban", "Dijadwalkan Rabu depan.");
        await Fajar.Taps("Tandai selesai");
        Rina.HearsOnly("ditandai selesai");
        Fajar.Hears("Tidak ada kebutuhan SKPD yang terbuka.");
    }

    [Fact]
    public async Task Are_listed_by_pages_and_answered_by_nobody_else()
    {
        for (var number = 1; number <= 9; number++)
        {
            await Hendri.Says("/kebutuhan");
            await Hendri.Taps("Tulis kebutuhan");
            await Hendri.Says($"Kebutuhan nomor {number}");
        }
        await Fajar.Says("/kebutuhan");
        Fajar.Hears("9 terbuka · halaman 1 dari 2");
        await Fajar.Taps("Berikutnya ›");
        Assert.Contains("DINKES · Kebutuhan nomor 9", Fajar.Chat[^1].Labels());
        var close = Fajar.Chat.First(message => message.Labels().Contains("Tandai selesai")).AllButtons.First(button => button.Text == "Tandai selesai").Data!;
        Assert.Equal("Ini tugas Admin Portal. Anda terdaftar sebagai Admin SKPD.", (await Rina.Forges(Rina.Chat[^1], close)).Text);
        await Rina.Says("/kebutuhan");
        await Rina.Taps("Tulis kebutuhan");
        await Rina.Says(new string('x', 1001));
        Rina.Hears("Catatan terlalu panjang (1001 karakter, batas 1000)");
    }
}
