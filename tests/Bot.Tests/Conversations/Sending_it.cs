using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Sending_it : Transcript
{
    [Fact]
    public async Task With_warnings_shows_them_first_and_Perbaiki_leads_back_and_Tetap_kirim_sends()
    {
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        var preview = Rina.Hears(Naskah.Title);
        await Rina.Taps("Kirim");
        var warnings = Rina.HearsOnly("Foto 1 dari 1 belum berketerangan");
        Assert.Equal((preview.Id, "Perbaiki Tetap kirim"), (warnings.Id, string.Join(' ', warnings.Labels())));
        Yeni.HearsNothing();
        await Rina.Taps("Perbaiki");
        Rina.HearsOnly(Naskah.Title, "1 foto");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");

        Rina.Hears("Terkirim ke Kominfo");
        Yeni.Hears("Menunggu evaluasi", Naskah.Title);
        Budi.Hears("Menunggu evaluasi", Naskah.Title);
    }

    [Fact]
    public async Task With_blocks_names_each_with_its_limit_and_value()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says("Isi ini memuat NIK 1307014107900003 dan terlalu pendek.");
        await Rina.Taps("Selesai");
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        await Rina.Taps("Selesai");
        await Rina.Taps("Kesehatan");
        Rina.Forgets();
        await Rina.Taps("Kirim");

        Rina.HearsOnly("Belum dapat dikirim", "Isi baru 8 kata, paling sedikit 80", "Baris 1 isi memuat NIK/KK (1307…0003)");
        Yeni.HearsNothing();
        Assert.Equal(EditionState.Draft, (await Office.Newest()).State);
    }

    [Fact]
    public async Task The_same_text_twice_is_stopped_and_the_first_one_named()
    {
        var number = await Rina.Submits();
        await Rina.SendsPhoto(Naskah.Photo(2), $"{Naskah.Title}\n{Naskah.Body()}");
        Rina.Forgets();
        await Rina.Taps("Kirim");

        Rina.HearsOnly("Belum dapat dikirim", $"Naskah yang sama sudah ada: {number}");
    }

    [Fact]
    public async Task Tarik_kembali_asks_and_then_tells_the_reviewers()
    {
        var number = await Rina.Submits();
        Yeni.Forgets();
        await Rina.Taps("Tarik kembali");
        Rina.HearsOnly($"Tarik kembali {number}?");
        await Rina.Taps("Batal");
        Rina.HearsOnly("Baik, dibatalkan.");
        Yeni.HearsNothing();
        await Rina.Taps("Tarik kembali");
        await Rina.Taps("Ya, tarik");

        Rina.Hears($"{number} ditarik kembali");
        var card = Yeni.HearsOnly("Ditarik kembali oleh Rina Marlina");
        Assert.Empty(card.AllButtons);
        Assert.Equal(EditionState.Withdrawn, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Status_lists_what_was_sent_with_its_state_and_offers_to_take_it_back()
    {
        var first = await Rina.Submits();
        await Yeni.Taps("Setujui");
        var second = await Rina.Submits("Pasar nagari kembali ramai setelah jalan diperbaiki", 2);
        Rina.Forgets();
        await Rina.Says("/status");

        var list = Rina.HearsOnly($"{first} · menunggu persetujuan Kadis", $"{second} · menunggu evaluasi Kabid");
        Assert.Contains($"Tarik kembali {first}", list.Labels());
        await Hendri.Says("/status");
        Hendri.HearsOnly("Belum ada naskah yang dikirim");
    }
}
