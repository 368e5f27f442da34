using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class The_history_of_an_item : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Tells_who_in_which_capacity_when_what_and_why_with_the_difference_between_revisions(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Judul kurang jelas");
        await Rina.Taps("Perbaiki");
        await Rina.Taps("Ubah judul");
        await Rina.Says("Disdukcapil jemput bola rekam KTP di Nagari Harau");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Yeni.Forgets();
        await Yeni.Says($"/riwayat {number}");

        var history = Yeni.HearsOnly($"Riwayat {number}", "dikirim oleh Rina Marlina (Admin SKPD DISDUKCAPIL)", "dikembalikan oleh Yeni Safitri (Kabid) — “Judul kurang jelas.”", "Judul: Disdukcapil jemput bola rekam KTP di Nagari Taram Harau");
        Assert.Contains("strikethrough", history.EntityTypes);
        Assert.Contains("underline", history.EntityTypes);
        Assert.Equal(1, history.EntityTypes.Count(type => type == "expandable_blockquote"));
    }

    [Fact]
    public async Task Without_a_number_asks_which_and_the_Koordinator_reads_it_too()
    {
        await Begin(StoreProvider.Sqlite);
        await Yeni.Says("/riwayat");
        Yeni.HearsOnly("Belum ada naskah yang dikirim.");
        var number = await Rina.Submits();
        await Office.Desi.Says("/riwayat");
        var label = Assert.Single(Office.Desi.HearsOnly("Riwayat naskah mana?").Labels());
        Assert.StartsWith(number, label, StringComparison.Ordinal);
        await Office.Desi.Taps(label);
        Office.Desi.HearsOnly($"Riwayat {number}", "dikirim oleh Rina Marlina");
        await Office.Desi.Says("/riwayat disdukcapil-2026-7777");
        Office.Desi.HearsOnly("DISDUKCAPIL-2026-7777 tidak ada");
        await Office.Desi.Says("/riwayat yang tadi itu");
        Office.Desi.HearsOnly("“yang tadi itu” bukan nomor berita. Contoh:");
        Rina.Forgets();
        await Rina.Says($"/riwayat {number}");
        Rina.HearsOnly("/riwayat bukan untuk Admin SKPD");
    }
}
