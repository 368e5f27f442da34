namespace KominfoBot.Bot.Tests.Conversations;

public sealed class A_whole_item_at_once : Transcript
{
    [Fact]
    public async Task As_a_photo_with_the_text_as_its_caption_becomes_a_draft_with_its_SKPDs_category()
    {
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");

        var preview = Rina.HearsOnly(Naskah.Title, "Sarilamak, Disdukcapil", "Kependudukan · 1 foto · 90 kata", "Foto 1 dari 1 belum berketerangan");
        Assert.Contains("Kirim", preview.Labels());
        Yeni.HearsNothing();
    }

    [Fact]
    public async Task As_an_album_of_ten_in_two_batches_with_the_caption_on_the_fourth_is_one_draft_in_the_order_of_its_messages()
    {
        Office.Driver.UpdatesPerBatch = 5;
        var captions = new string?[10];
        captions[3] = $"{Naskah.Title}\n{Naskah.Body()}";
        var sent = await Rina.SendsAlbum([.. Enumerable.Range(1, 10).Select(Naskah.Photo)], captions);

        Rina.Hears(Naskah.Title, "10 foto · 90 kata");
        Assert.Single(Rina.Chat, message => message.FromBot && message.AllButtons.Any(button => button.Text == "Kirim"));
        var draft = (await Office.Newest()).Draft;
        Assert.Equal(sent.Select(message => message.Id), draft.Photos.Select(photo => photo.Source!.MessageId));
        Assert.Equal(1, await Office.Read(db => Task.FromResult(db.Editions.Count())));
        Assert.Equal((Naskah.Title, 90), (draft.Title, draft.WordCount));
    }

    [Fact]
    public async Task An_album_whose_messages_arrive_in_reverse_keeps_the_order_that_its_sender_saw()
    {
        Office.Driver.HoldUpdates();
        var album = Office.Driver.SendAlbum(Rina.Id, [Naskah.Photo(1), Naskah.Photo(2), Naskah.Photo(3)], $"{Naskah.Title}\n{Naskah.Body()}");
        Office.Driver.ReleaseUpdates(reverse: true);
        await Office.Quiet();

        Rina.Hears(Naskah.Title, "3 foto · 90 kata");
        Assert.Equal(album.Select(message => message.Id), (await Office.Newest()).Draft.Photos.Select(photo => photo.Source!.MessageId));
    }

    [Fact]
    public async Task A_photo_with_a_short_caption_is_a_photo_and_asks_for_the_title()
    {
        await Rina.SendsPhoto(Naskah.Photo(), "Petugas merekam sidik jari.");

        Rina.HearsOnly("Judul");
        Assert.Equal("Petugas merekam sidik jari.", (await Office.Newest()).Draft.Photos.Single().Caption);
    }

    [Fact]
    public async Task A_forwarded_text_becomes_a_draft_and_photos_that_follow_join_it()
    {
        var original = await Hendri.Says($"{Naskah.Title}\n{Naskah.Body()}");
        Hendri.Forgets();
        await Rina.Forwards(original);
        var preview = Rina.HearsOnly(Naskah.Title, "tanpa foto · 90 kata", "Belum ada foto");

        await Rina.SendsPhoto(Naskah.Photo(), "Petugas di nagari.");

        Assert.Equal(preview.Id, Rina.HearsOnly("Kependudukan · 1 foto · 90 kata").Id);
        Hendri.HearsNothing();
    }

    [Fact]
    public async Task A_long_text_that_the_client_cuts_is_one_draft()
    {
        var text = $"{Naskah.Title}\n" + string.Join(' ', Enumerable.Range(1, 2000).Select(word => $"w{word}"));
        Assert.InRange((await Rina.Pastes(text)).Count, 2, 9);

        Rina.Hears(Naskah.Title, "2000 kata");
        Assert.Equal(1, await Office.Read(db => Task.FromResult(db.Editions.Count())));
        Assert.EndsWith("w2000", (await Office.Newest()).Draft.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_no_SKPD_admin_is_told_what_he_may_do()
    {
        await Desi.Says(Naskah.Body());
        Desi.HearsOnly("Menulis berita adalah tugas admin SKPD");
        await Joni.SendsPhoto(Naskah.Photo(), Naskah.Body());
        Joni.HearsOnly("Gunakan tombol pada kartu naskah");
    }

    private Person Desi => Office.Desi;
}
