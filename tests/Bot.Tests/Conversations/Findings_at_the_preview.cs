using KominfoBot.Sandbox;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>What the checks find stands below the preview, with a button for what a press can mend.</summary>
public sealed class Findings_at_the_preview : Transcript
{
    private const string Wrong = "Warga dihimbau datang pada bulan Nopember. Resiko antri panjang kini kecil. Layanan dibuka Senin (24/11/2026). ";

    private async Task<SeenMessage> Preview(string extra = Wrong)
    {
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{extra}{Naskah.Body()}");
        return Rina.Hears(Naskah.Title);
    }

    [Fact]
    public async Task All_spelling_is_mended_by_one_press_and_the_rest_stays()
    {
        var preview = await Preview();
        Assert.Contains("⚠ Hari dan tanggal tidak cocok: 24/11/2026 adalah Selasa, bukan Senin.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("⚠ Ejaan: “dihimbau” → “diimbau”, “Nopember” → “November”, “Resiko” → “Risiko”, “antri” → “antre”", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["Baca lengkap", "Perbaiki ejaan (4)", "Satu per satu", "Ganti “Senin” dengan “Selasa”", "Ubah judul"], preview.Labels().Take(5));
        await Rina.Taps("Perbaiki ejaan (4)");

        var mended = Rina.HearsOnly("Warga diimbau datang pada bulan November. Risiko antre panjang");
        Assert.Equal(preview.Id, mended.Id);
        Assert.DoesNotContain("Ejaan", mended.Text, StringComparison.Ordinal);
        Assert.Equal(["Baca lengkap", "Ganti “Senin” dengan “Selasa”", "Ubah judul"], mended.Labels().Take(3));
        await Rina.Taps("Ganti “Senin” dengan “Selasa”");
        Assert.DoesNotContain("tidak cocok", Rina.HearsOnly("Selasa (24/11/2026)").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_by_one_lists_each_misspelling_until_Kembali()
    {
        await Preview();
        await Rina.Taps("Satu per satu");
        Assert.Equal(["“dihimbau” → “diimbau”", "“Nopember” → “November”", "“Resiko” → “Risiko”", "“antri” → “antre”", "Kembali", "Perbaiki semua (4)"], Rina.HearsOnly("4 ejaan yang tidak baku").Labels());
        await Rina.Taps("“Nopember” → “November”");
        Assert.DoesNotContain("“Nopember” → “November”", Rina.HearsOnly("3 ejaan yang tidak baku").Labels());
        await Rina.Taps("Kembali");

        Rina.HearsOnly("dihimbau datang pada bulan November");
    }

    [Fact]
    public async Task A_mended_passage_still_follows_its_message()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        var first = await Rina.Says($"Resiko kecil. {Naskah.Body()}");
        var second = await Rina.Says("Warga dihimbau datang.");
        await Rina.Taps("Selesai");
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        await Rina.Taps("Selesai");
        await Rina.Taps("Kependudukan");
        await Rina.Taps("Perbaiki ejaan (2)");
        await Rina.Edits(second, "Warga boleh datang kapan saja.");

        var passages = (await Office.Newest()).Draft.Passages;
        Assert.Equal([first.Id, second.Id], passages.Select(passage => passage.Source!.MessageId));
        Assert.StartsWith("Risiko kecil.", passages[0].Text.Text, StringComparison.Ordinal);
        Assert.Equal("Warga boleh datang kapan saja.", passages[1].Text.Text);
    }

    [Fact]
    public async Task A_population_number_stops_Kirim_until_it_is_taken_out()
    {
        var preview = await Preview("Penerima Murni (NIK 1307014107560002) hadir. ");
        Assert.StartsWith("⛔ Baris 1 isi memuat NIK/KK (1307…0002)", preview.Text[preview.Text.IndexOf('⛔', StringComparison.Ordinal)..], StringComparison.Ordinal);
        await Rina.Taps("Kirim");
        Rina.Hears("Belum dapat dikirim", "NIK/KK");
        await Rina.Taps("Hapus NIK itu");
        Rina.HearsOnly("Penerima Murni hadir.");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");

        Rina.Hears("Terkirim ke Kominfo");
        Assert.DoesNotContain("1307014107560002", NewsDesk.CurrentContent(await Office.Newest()).Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_about_victims_is_answered_by_a_press_and_the_reviewer_sees_the_answer()
    {
        await Preview("Polisi menahan terduga pelaku pencabulan; korban bernama samaran didampingi. ");
        await Rina.Taps("Ya, identitas disamarkan");
        Assert.DoesNotContain("disamarkan", Rina.HearsOnly("pencabulan").Text, StringComparison.Ordinal);
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");

        Yeni.Hears("Menunggu evaluasi", "pengirim menyatakan identitas korban sudah disamarkan");
    }

    [Fact]
    public async Task The_card_tells_hints_and_what_the_sender_acknowledged_and_the_next_sender_of_it_is_warned()
    {
        await Preview();
        await Rina.Taps("Kirim");
        Rina.HearsOnly("Sebelum dikirim, mohon dilihat:", "Ejaan:", "Hari dan tanggal tidak cocok");
        await Rina.Taps("Tetap kirim");

        var number = Naskah.NumberIn(Rina.Hears("Terkirim ke Kominfo").Text);
        var card = Yeni.Hears("Menunggu evaluasi");
        Assert.Contains("Catatan: 5W1H", card.Text, StringComparison.Ordinal);
        Assert.Contains("peringatan diakui pengirim:\n", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("peringatan baru", card.Text, StringComparison.Ordinal);
        await Hendri.SendsPhoto(Naskah.Photo(), $"{Naskah.Title} lagi\n{Wrong}{Naskah.Body()}");
        await Hendri.Taps("Kirim");
        Hendri.Hears($"persen sama dengan {number}", $"mirip foto {number}");
    }
}
