using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Staff of Kominfo write for an SKPD that cannot; the item is that SKPD's, the words are theirs.</summary>
public sealed class Writing_on_behalf_of_an_SKPD : Transcript
{
    [Fact]
    public async Task An_Anggota_chooses_the_SKPD_and_is_the_author()
    {
        var sari = Office.Stranger("Sari Anggota");
        await Office.Appoint(sari, Role.Anggota);
        await sari.Says("/start");
        await sari.Says("/tulis");
        Assert.Contains("Dinkes", sari.Hears("Berita ini untuk SKPD mana?").Labels());
        await sari.Taps("Dinkes");
        await sari.Says(Naskah.Title);
        await sari.Says(Naskah.Body());
        await sari.Taps("Selesai");
        await sari.SendsPhoto(Naskah.Photo(), "Petugas merekam sidik jari warga.");
        await sari.Taps("Selesai");
        await sari.Taps("Kesehatan");
        Assert.Equal(0, await Office.Read(db => Task.FromResult(db.Editions.Count(edition => edition.State != EditionState.Draft))));

        await sari.Says("/draf");
        await sari.Taps(sari.Hears("1 draf").Labels().First());
        await sari.Taps("Kirim");
        var number = Naskah.NumberIn(sari.Hears("Terkirim ke Kominfo").Text);
        Assert.StartsWith("DINKES-", number, StringComparison.Ordinal);
        Yeni.Hears("Menunggu evaluasi", number, "Dinkes · oleh Sari Anggota");
        Assert.Equal((await Office.Newest()).AuthorId, (await Office.Newest()).SubmittedById);

        // The SKPD owns it.
        await Hendri.Says("/status");
        Hendri.Hears(number);
        await sari.Taps("Tarik kembali");
        await sari.Taps("Ya, tarik");
        sari.Hears(number, "ditarik kembali");
    }

    [Fact]
    public async Task A_Kabid_reviews_and_does_not_write()
    {
        await Yeni.Says("/tulis");
        Yeni.HearsOnly("/tulis bukan untuk Kabid.");
    }
}
