using System.Text;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.People;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class The_register_of_SKPDs : Transcript
{
    private static SentFile Csv(string text, string name = "skpd.csv") => new(Encoding.UTF8.GetBytes(text), name, "text/csv");

    private Task<Skpd> Read(string code) => Office.Read(db => db.Skpds.AsNoTracking().FirstAsync(skpd => skpd.Code == code, Cancel));

    private async Task Opens(string search, string button)
    {
        await Fajar.Says("/skpd");
        await Fajar.Says(search);
        await Fajar.Taps(button);
    }

    [Fact]
    public async Task Is_found_by_pages_and_words_and_changed_field_by_field()
    {
        await Fajar.Says("/skpd");
        Fajar.HearsOnly("SKPD", "halaman 1 dari");
        await Fajar.Says("disdukcapil");
        await Fajar.Taps("Disdukcapil");
        Fajar.Hears("Kode DISDUKCAPIL", "Admin: Rina Marlina (dianjurkan dua)");
        await Fajar.Taps("Kepala");
        Fajar.Hears("Kepala untuk Disdukcapil?");
        await Fajar.Says("Drs. H. Ahmad <script>");
        Fajar.HearsOnly("Kepala: Drs. H. Ahmad <script>");
        await Fajar.Taps("Situs");
        await Fajar.Says("dukcapil.contoh.go.id");
        Fajar.Hears("bukan alamat lengkap");
        await Fajar.Says("https://dukcapil.contoh.go.id");
        Fajar.HearsOnly("Situs: https://dukcapil.contoh.go.id");
        await Fajar.Taps("Kategori bawaan");
        await Fajar.Taps("Kesehatan");
        Fajar.Hears("Kategori bawaan: Kesehatan");
        await Fajar.Taps("Bebas kewajiban berita: tidak");
        Fajar.Hears("Bebas kewajiban berita: ya");
        await Fajar.Taps("Perlu persetujuan kepala: tidak");
        Fajar.Hears("Perlu persetujuan kepala: ya");

        var skpd = await Read("DISDUKCAPIL");
        Assert.True(skpd.HeadApproves);
        Assert.Equal(("Drs. H. Ahmad <script>", "https://dukcapil.contoh.go.id", "kesehatan", true), (skpd.Head, skpd.SiteUrl, skpd.DefaultCategory, skpd.Exempt));
        Assert.Contains("Ahmad", await Office.Web.GetStringAsync("/api/skpd", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_added_closed_and_opened_again()
    {
        await Fajar.Says("/skpd");
        await Fajar.Taps("Tambah SKPD");
        await Fajar.Says("dispora baru");
        Fajar.Hears("bukan kode");
        await Fajar.Says("disdik");
        Fajar.HearsOnly("Kode DISDIK sudah dipakai");
        await Fajar.Says("dispora-x");
        await Fajar.Says("Dinas Pemuda dan Olahraga");
        await Fajar.Says("Dispora X");
        Fajar.Hears("Kode DISPORA-X · Dispora X", "Admin: belum ada");
        await Fajar.Taps("Tutup SKPD ini");
        Fajar.HearsOnly("Tutup Dinas Pemuda dan Olahraga?");
        await Fajar.Taps("Ya, tutup");
        Fajar.HearsOnly("(ditutup)");
        Assert.NotNull((await Read("DISPORA-X")).ClosedAt);
        await Fajar.Taps("Buka kembali SKPD ini");
        Assert.Equal((true, null), ((await Read("DISPORA-X")).Active, (await Read("DISPORA-X")).ClosedAt));
    }

    [Fact]
    public async Task Says_who_has_no_admin_and_invites_one()
    {
        await Fajar.Says("/skpd");
        var missing = Fajar.Chat[^1].Labels().Single(label => label.StartsWith("Belum ada admin (", StringComparison.Ordinal));
        await Fajar.Taps(missing);
        Fajar.Hears("belum ada admin", "belum diundang");
        await Fajar.Taps(Fajar.Chat[^1].Labels().First());
        Fajar.Hears("Nama resminya");
        await Fajar.Taps("Buat tautan sekarang");
        Fajar.HearsOnly("Undangan untuk Admin SKPD");
        await Fajar.Says("/skpd");
        await Fajar.Taps(missing);
        Fajar.Hears("diundang baru saja, belum dijawab");
    }

    [Fact]
    public async Task Is_taken_from_a_table_after_a_preview_whole_or_not_at_all()
    {
        await Fajar.Says("/skpd");
        await Fajar.Taps("Impor CSV");
        Fajar.Forgets();
        await Fajar.SendsFile(Csv("code;name;short_name;category;phone\nDISDIK;Dinas Pendidikan Baru;Disdik;pendidikan;0752-1\nDINKES;Dinas Kesehatan;;kesehatan;\n"));
        Fajar.HearsOnly("Belum ada yang diubah", "skpd.csv baris 3, kolom short_name", "tidak boleh kosong");
        await Fajar.SendsFile(Csv("code;name;short_name;category;phone\nDISDIK;Dinas Pendidikan Baru;Disdik;pendidikan;'+62752-1\nBARU-1;\"Kantor; Baru\";Kantor Baru;pendidikan;\n"));
        Fajar.HearsOnly("2 baris dibaca: 1 baru, 1 berubah", "DISDIK", "→ Dinas Pendidikan Baru", "BARU-1 baru, Kantor; Baru");
        Assert.NotEqual("Dinas Pendidikan Baru", (await Read("DISDIK")).Name);
        await Fajar.Taps("Ya, terapkan");
        Fajar.HearsOnly("Selesai: 1 SKPD baru, 1 berubah.");
        Assert.Equal(("Dinas Pendidikan Baru", "+62752-1", "Kantor; Baru"), ((await Read("DISDIK")).Name, (await Read("DISDIK")).Phone, (await Read("BARU-1")).Name));

        await Fajar.Says("/skpd");
        await Fajar.Taps("Unduh CSV");
        Assert.EndsWith(".csv", Fajar.Chat[^1].DocumentName!, StringComparison.Ordinal);
        await Fajar.Says("/skpd");
        await Fajar.Taps("Impor CSV");
        Fajar.Forgets();
        await Fajar.SendsFile(new SentFile([0xff, 0xfe, 0x00], "rusak.csv"));
        Fajar.HearsOnly("“rusak.csv” bukan teks UTF-8");
    }

    [Fact]
    public async Task Takes_no_table_from_others()
    {
        await Rina.SendsFile(Csv("code;name;short_name;category\nDISDIK;Dibajak;X;pendidikan\n"));
        Rina.Forgets();
        Assert.NotEqual("Dibajak", (await Read("DISDIK")).Name);
        await Rina.Says("/skpd");
        Rina.HearsOnly("/skpd bukan untuk Admin SKPD");
    }

    [Fact]
    public async Task Has_the_categories_behind_it_added_renamed_and_ordered()
    {
        await Fajar.Says("/skpd");
        await Fajar.Taps("Kategori");
        Fajar.Hears("Kategori", "Urutannya sama dengan urutan tombol");
        await Fajar.Taps("Tambah kategori");
        await Fajar.Says("Pariwisata & Budaya Nagari");
        Fajar.Hears("kode pariwisata-budaya-nagari");
        await Fajar.Taps("↑ Naik");
        Fajar.Hears("Urutan");
        await Fajar.Taps("Ubah nama");
        await Fajar.Says("Kesehatan");
        Fajar.Hears("tidak dapat dipakai");
        await Fajar.Says("Budaya Nagari");
        Fajar.HearsOnly("Budaya Nagari");
        Assert.Contains("Budaya Nagari", await Office.Web.GetStringAsync("/api/skpd", Cancel), StringComparison.Ordinal);
    }
}
