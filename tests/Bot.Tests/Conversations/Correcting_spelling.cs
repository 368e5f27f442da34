using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Ralat ejaan, the fast lane: small, shown first, a Kabid's alone, and listed every week.</summary>
public sealed class Correcting_spelling : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task A_Kabid_changes_a_word_and_publishes_in_one_go(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Published();
        await Yeni.Taps("Lainnya");
        await Yeni.Taps("Ralat ejaan");
        Yeni.Hears("Ralat ejaan", number, "Paling banyak 5 kata");
        await Yeni.Says("kata1x1. → kata");
        Yeni.Hears("tidak ada dalam naskah");
        await Yeni.Says("kelompok 1. → kelompok 2.");
        Yeni.Hears("Angka tidak dapat diubah lewat ralat ejaan");
        await Yeni.Says("apa ya");
        Yeni.Hears("Belum terbaca sebagai ralat");
        await Yeni.Says("mendatangi → mengunjungi");
        Yeni.Hears("Yang berubah", "mendatangi", "mengunjungi");
        await Yeni.Taps("Ya, terbitkan ralat");

        Yeni.Hears("Ralat ejaan", number, "sudah terbit");
        Rina.Hears("Ejaan", number, "dibetulkan Yeni Safitri (Kabid)");
        await Office.Reads("/feed.json", "Petugas mengunjungi warga");
        Assert.Equal((Lane.Fast, EditionState.Published), ((await Office.Newest()).Lane, (await Office.Newest()).State));
    }

    [Fact]
    public async Task An_Anggota_passes_it_to_a_Kabid()
    {
        await Begin(StoreProvider.Sqlite);
        var sari = Office.Stranger("Sari Anggota");
        await Office.Appoint(sari, Role.Anggota);
        await sari.Says("/start");
        var number = await Published();
        await sari.Says("/terbit");
        await sari.Taps(sari.Chat[^1].Labels().First());
        await sari.Taps("Ralat ejaan");
        await sari.Says(Naskah.Body().Replace("mendatangi", "mengunjungi", StringComparison.Ordinal));
        await sari.Taps("Ya, kirim ke Kabid");
        sari.Hears("diteruskan kepada Kabid");

        Yeni.Hears("Menunggu ralat ejaan", number);
        Assert.DoesNotContain("Kembalikan", Yeni.WithButton("Setujui").Labels());
        await Yeni.Taps("Setujui");
        await Yeni.Taps("Ya, terbitkan");
        Rina.Hears("Ejaan", number, "dibetulkan Yeni Safitri (Kabid)");
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);
    }

    private async Task<string> Published()
    {
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        return number;
    }
}
