namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Commands : Transcript
{
    [Fact]
    public async Task Help_lists_what_each_role_may_do()
    {
        await Rina.Says("/bantuan");
        var rina = Rina.HearsOnly("/tulis", "/draf", "/status", "/batal").Text;
        Assert.DoesNotContain("/antrean", rina, StringComparison.Ordinal);
        await Yeni.Says("/bantuan");
        Assert.DoesNotContain("/tulis", Yeni.HearsOnly("/antrean").Text, StringComparison.Ordinal);
        await Joni.Says("/bantuan@KominfoSandboxBot");
        Joni.HearsOnly("/antrean", "berita langsung terbit");
        await Fajar.Says("/BANTUAN");
        Fajar.HearsOnly("/undang");
        await Office.Desi.Says("/bantuan");
        Assert.DoesNotContain("/tulis", Office.Desi.HearsOnly("/bantuan").Text, StringComparison.Ordinal);
        Assert.Equal(["tulis", "draf", "status", "kebutuhan", "serahterima", "rekap", "cari", "dokumen", "batal", "bantuan"], Office.Driver.MenuOf(Rina.Id).Select(item => item.Command));
        Assert.Equal(["draf", "antrean", "rekap", "cari", "riwayat", "delegasi", "dokumen", "batal", "bantuan"], Office.Driver.MenuOf(Yeni.Id).Select(item => item.Command));
    }

    [Fact]
    public async Task Of_another_role_are_answered_with_what_one_may_do_instead()
    {
        await Yeni.Says("/tulis");
        Yeni.HearsOnly("/tulis bukan untuk Kabid. Yang dapat Anda pakai: /draf /antrean");
        await Rina.Says("/antrean");
        Rina.HearsOnly("/antrean bukan untuk Admin SKPD. Yang dapat Anda pakai: /tulis");
        await Rina.Says("/terbitkan");
        Rina.HearsOnly("Perintah /terbitkan tidak ada. Yang dapat Anda pakai: /tulis");
    }

    [Fact]
    public async Task Of_a_stranger_lead_only_to_how_one_gets_in()
    {
        var stranger = Office.Stranger();
        foreach (var words in new[] { "/start", "/tulis", "/antrean", "Halo", Naskah.Body() })
        {
            await stranger.Says(words);
            stranger.HearsOnly("petugas yang diundang");
        }
        await stranger.SendsPhoto(Naskah.Photo(), Naskah.Body());
        stranger.HearsOnly("petugas yang diundang");
        Assert.DoesNotContain(Office.Driver.Calls, call => call.Method == "getFile");
    }

    [Fact]
    public async Task Batal_keeps_what_was_written_as_a_draft()
    {
        await Rina.Says("/batal");
        Rina.HearsOnly("Tidak ada yang sedang berjalan.");
        await Rina.Says("/tulis");
        await Rina.Says("/batal");
        Assert.Equal("Baik, dibatalkan.", Rina.Hears("Baik, dibatalkan.").Text);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        Rina.Forgets();
        await Rina.Says("/batal");
        Rina.HearsOnly("tersimpan sebagai draf; lanjutkan kapan saja lewat /draf");
        await Rina.Says("/draf");
        var draft = Rina.HearsOnly("1 draf");
        await Rina.Taps(draft.Labels().First());

        Rina.HearsOnly(Naskah.Title, "Isi belum ada");
    }

    [Fact]
    public async Task Short_words_with_nothing_going_on_are_offered_the_way_to_write()
    {
        await Rina.Says("Selamat pagi");
        Assert.Contains("Tulis berita", Rina.HearsOnly("Ingin menulis berita?").Labels());
        await Rina.Taps("Tulis berita");
        Rina.HearsOnly("Judul");
    }
}
