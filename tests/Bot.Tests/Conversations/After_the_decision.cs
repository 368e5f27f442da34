using System.Net;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>What can still be done about a decided text: a mis-tap is taken back, a published item is retracted in the open.</summary>
public sealed class After_the_decision : Transcript
{
    [Fact]
    public async Task The_endorser_takes_a_mis_tap_back_until_the_Kadis_has_acted()
    {
        var number = await Office.Endorsed();
        var waiting = Joni.Hears("Menunggu persetujuan", number);
        Assert.DoesNotContain("Batalkan persetujuan", Budi.Chat.SelectMany(message => message.Labels()));
        await Yeni.Taps("Batalkan persetujuan");

        Assert.Empty(Joni.Now(waiting).AllButtons);
        Assert.Contains("Persetujuan dibatalkan oleh Yeni Safitri (Kabid)", Joni.Now(waiting).Text, StringComparison.Ordinal);
        Rina.Hears(number, "dievaluasi lagi");
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);

        await Yeni.Taps("Setujui");
        var again = Joni.Hears("Menunggu persetujuan", number);
        Assert.True(again.Id > waiting.Id, "An edit does not ring: the Kadis gets a new card.");
        await Joni.Taps(again, "Setujui");
        await Joni.Taps("Ya, terbitkan");
        Assert.DoesNotContain("Batalkan persetujuan", Yeni.Chat.SelectMany(message => message.Labels()));
    }

    [Theory, BothStores]
    public async Task A_published_item_is_retracted_with_a_reason_for_the_public(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Rina.Hears(number, "sudah terbit");
        var link = new Uri($"/berita/{number}/{(await Office.Newest()).Item!.Slug}", UriKind.Relative);
        Assert.DoesNotContain("Cabut", Rina.Chat.SelectMany(message => message.Labels()));

        await Joni.Taps("Cabut");
        Joni.Hears("Mengapa berita ini dicabut?");
        await Joni.Taps("Data tidak akurat");
        Assert.Equal(["Batal", "Ya, cabut"], Joni.Hears("Cabut berita ini?", "memuat data yang tidak akurat").Labels());
        await Joni.Taps("Batal");
        Assert.Equal(["Buat koreksi", "Cabut"], Joni.WithButton("Cabut").Labels());
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);

        await Joni.Taps("Cabut");
        await Joni.Taps("Alasan lain");
        await Joni.Says("Nama penerima keliru; berita yang benar menyusul.");
        await Joni.Taps("Ya, cabut");

        Rina.Hears(number, "dicabut dari portal", "Nama penerima keliru", "Joni Amir (Kadis)");
        Assert.Equal(["Terbitkan lagi sebagai edisi baru"], Yeni.Hears("Dicabut oleh Joni Amir (Kadis)").Labels());
        Assert.Equal(EditionState.Retracted, (await Office.Newest()).State);
        using var page = await Office.Web.GetAsync(link, Cancel);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("Nama penerima keliru", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains(number, await Office.Web.GetStringAsync(new Uri("/api/changes", UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await Office.Web.GetStringAsync(new Uri("/feed.json", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }
}
