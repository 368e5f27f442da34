using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Where and when it happened, and who took the photo: said while writing, seen by the reviewers, shown to the public.</summary>
public sealed class Place_date_and_photographer : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Go_from_the_draft_to_the_public_page(StoreProvider provider)
    {
        await Begin(provider);
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Foto");
        await Rina.Taps("Beri keterangan");
        await Rina.Says("Petugas merekam KTP warga. (Foto: Budi Santoso)");
        await Rina.Taps("Selesai");
        await Rina.Taps("Tempat dan tanggal");
        Rina.Hears("Di mana dan kapan kegiatannya?");
        await Rina.Says("1307021234567890");
        Rina.Hears("Belum terbaca");
        await Rina.Says("Nagari Taram, Senin, 23 November 2026");
        Rina.Hears("Kegiatan: Nagari Taram, 23 November 2026");
        await Rina.Taps("Kirim");
        Yeni.Hears("Menunggu evaluasi", "Kegiatan: Nagari Taram, 23 November 2026");
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");

        var item = (await Office.Newest()).Item!;
        var page = await Office.Reads($"/berita/{item.Number}/{item.Slug}", "Tempat kegiatan");
        Assert.Contains("<dt>Tempat kegiatan</dt><dd>Nagari Taram</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-11-23\">23 November 2026</time>", page, StringComparison.Ordinal);
        Assert.Contains("Petugas merekam KTP warga. (Foto: Budi Santoso)", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Petugas merekam KTP warga.\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_changed_and_taken_out_and_the_difference_says_so()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Tempat dan tanggal");
        await Rina.Says("Nagari Taram");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Data perlu dicek");
        await Rina.Taps("Perbaiki");
        await Rina.Taps("Tempat dan tanggal");
        Rina.Hears("Sekarang: Nagari Taram");
        await Rina.Taps("Kosongkan");
        Assert.Null((await Office.Newest()).Draft.Occasion);
        await Rina.Taps("Tempat dan tanggal");
        await Rina.Says("Nagari Harau, 24 November 2026");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Yeni.Forgets();
        await Yeni.Taps("Riwayat");
        Yeni.HearsOnly("Kegiatan: Nagari Taram Nagari Harau, 24 November 2026");
    }
}
