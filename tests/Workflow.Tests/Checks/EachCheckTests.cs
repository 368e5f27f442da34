using System.Collections.Immutable;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>What each check finds and what it leaves alone, sentence by sentence.</summary>
public sealed class EachCheckTests
{
    [Theory]
    [InlineData("Senin (21/11/2026)", "Senin|21/11/2026|Sabtu")]
    [InlineData("Senin, 21 November 2026", "Senin|21/11/2026|Sabtu")]
    [InlineData("Senin 21 Nopember 2026", "Senin|21/11/2026|Sabtu")]
    [InlineData("hari Senin tanggal 21 November 2026", "Senin|21/11/2026|Sabtu")]
    [InlineData("Jum'at (28/11/2026)", "Jum'at|28/11/2026|Sabtu")]
    [InlineData("Jum’at malam (28/11/2026)", "Jum’at|28/11/2026|Sabtu")]
    [InlineData("Kamis (27/11)", "Kamis|27/11/2026|Jumat")]
    [InlineData("Kamis, 27 November", "Kamis|27/11/2026|Jumat")]
    [InlineData("Kamis (27-11-2026)", "Kamis|27/11/2026|Jumat")]
    [InlineData("Kamis (27.11.2026)", "Kamis|27/11/2026|Jumat")]
    [InlineData("Kamis (27/11/26)", "Kamis|27/11/2026|Jumat")]
    [InlineData("27 November 2026 (Kamis)", "Kamis|27/11/2026|Jumat")]
    [InlineData("Sabtu–Minggu, 22–23 November 2026", "Sabtu|22/11/2026|Minggu")]
    [InlineData("Sabtu-Senin (21-22/11/2026)", "Senin|22/11/2026|Minggu")]
    [InlineData("RABU, 26 NOVEMBER 2026", "RABU|26/11/2026|KAMIS")]
    public void A_weekday_that_is_not_its_dates_is_found(string text, string found) => Assert.Equal(found, Only("date.weekday", text));

    [Theory]
    [InlineData("Kamis (26/11/2026)")]
    [InlineData("Jum'at, 27 November 2026")]
    [InlineData("Ahad (22/11/2026)")]
    [InlineData("Sabtu–Minggu, 21–22 November 2026")]
    [InlineData("Sabtu, 21–22 November 2026")]
    [InlineData("Jumat, 17 Agustus 1945")]
    [InlineData("Senin (28/12)")]
    [InlineData("Senin (12/3)")]
    [InlineData("Kamis (27/11), sejak tahun 2025")]
    [InlineData("Senin pukul 08.30 WIB")]
    [InlineData("Senin 08.10 sampai 09.10")]
    [InlineData("Kamis (10.00–12.00)")]
    [InlineData("dua minggu 3 hari, 3/4 bagian, 12.11 detik, nomor 440/12/15/2026")]
    [InlineData("Peraturan Nomor 5 Tahun 2026 tanggal 2 Januari 2026")]
    public void Dates_that_are_right_and_figures_that_are_none_are_left_alone(string text) => Assert.DoesNotContain(Of(text), finding => finding.Code.StartsWith("date.", StringComparison.Ordinal));

    [Theory]
    [InlineData("pada 31 November 2026", "date.impossible", "31 November 2026")]
    [InlineData("pada 30/02/2026", "date.impossible", "30/02/2026")]
    [InlineData("25 November 2026 sampai 20 November 2026", "date.order", "25 November 2026|20 November 2026")]
    [InlineData("pada 25–20 November 2026", "date.order", "25|20")]
    [InlineData("hari ini, Kamis (26/11/2026). Hari ini, Jumat (27/11/2026)", "date.contradiction", "26/11/2026|27/11/2026")]
    public void Dates_that_cannot_be_are_found(string text, string code, string found) => Assert.Equal(found, Only(code, text));

    [Theory]
    [InlineData("25 Desember 2026 sampai 3 Januari 2027")]
    [InlineData("lahir 29 Februari 2024")]
    [InlineData("25 Desember sampai 3 Januari")]
    public void Dates_across_a_years_end_are_left_alone(string text) => Assert.DoesNotContain(Of(text), finding => finding.Code.StartsWith("date.", StringComparison.Ordinal));

    [Theory]
    [InlineData("bulan Nopember", "Nopember", "November")]
    [InlineData("tiga milyar", "milyar", "miliar")]
    [InlineData("tanpa ijin", "ijin", "izin")]
    [InlineData("TANPA IJIN", "IJIN", "IZIN")]
    [InlineData("Resiko banjir", "Resiko", "Risiko")]
    [InlineData("ada dimana saja", "dimana", "di mana")]
    [InlineData("acara di laksanakan", "di laksanakan", "dilaksanakan")]
    [InlineData("kerjasama antar daerah", "kerjasama", "kerja sama")]
    [InlineData("hari jum`at", "jum`at", "Jumat")]
    [InlineData("Walikota Payakumbuh", "Walikota", "Wali Kota")]
    [InlineData("mulai s/d selesai", "s/d", "s.d.")]
    [InlineData("Kabupaten Limapuluh Kota", "Limapuluh Kota", "Lima Puluh Kota")]
    [InlineData("Kabupaten 50 Kota", "Kabupaten 50 Kota", "Kabupaten Lima Puluh Kota")]
    [InlineData("senilai Rp. 5.000.000", "Rp. 5.000.000", "Rp5.000.000")]
    [InlineData("senilai Rp 5 juta", "Rp 5", "Rp5")]
    [InlineData("senilai rp 5.000.", "rp 5.000", "Rp5.000")]
    public void Spelling_is_mended(string text, string wrong, string right) => Assert.Contains(Of(text), finding => finding.Code == "spelling" && finding.Values[0] == wrong && finding.Values[1] == right && finding.Fix!.Changes.All(change => change.Replacement == right));

    [Theory]
    [InlineData("di antaranya, di mana pun, ke dalam, kepada, dibawa, dibangun, diawali, ditempatkan, dihadiri")]
    [InlineData("disampaikan di kantor, di pasar, di atas meja, di luar kota, di hari kerja")]
    [InlineData("diantar ke rumah, dipasarkan, dikotakkan, diakhiri, dilahirkan")]
    [InlineData("pemilik Apotik Sehat dan Toko Putera Jaya di Jalan Analisa")]
    [InlineData("lihat https://contoh.id/praktek-ijin dan praktek@contoh.id serta #praktek @ijin")]
    [InlineData("Rp5.000.000,00 dan Rp750 juta")]
    [InlineData("nilai A, risiko, izin, miliar, November, kerja sama, tanggung jawab")]
    [InlineData("Kota Payakumbuh dan Kabupaten Lima Puluh Kota")]
    [InlineData("BPK dan SPT serta PD Pasar memeriksa")]
    public void Standard_spelling_names_and_addresses_are_left_alone(string text) => Assert.DoesNotContain(Of(text), finding => finding.Code == "spelling");

    [Theory]
    [InlineData("hubungi Anton 081365127788", true)]
    [InlineData("hubungi Anton +62 813-6512-7788", true)]
    [InlineData("hubungi kantor 081365127788", false)]
    [InlineData("layanan WhatsApp 0812-6655-4321", false)]
    [InlineData("telepon (0752) 7750123", false)]
    [InlineData("nomor 0812", false)]
    [InlineData("kode 10812345678901234", false)]
    [InlineData("nilai Rp1.081.234.567.890", false)]
    public void A_private_phone_number_is_asked_about_and_an_offices_is_not(string text, bool found) => Assert.Equal(found, Of(text).Any(finding => finding.Code == "contact.phone"));

    [Theory]
    [InlineData("kirim ke resti88@gmail.com", true)]
    [InlineData("kirim ke diskominfo.lk@gmail.com", false)]
    [InlineData("kirim ke humas@limapuluhkotakab.go.id", false)]
    [InlineData("kirim ke budi@kampus.ac.id.", false)]
    public void A_private_mail_address_is_asked_about_and_an_offices_is_not(string text, bool found) => Assert.Equal(found, Of(text).Any(finding => finding.Code == "contact.mail"));

    [Theory]
    [InlineData("Bupati Safaruddin hadir. Bupati Syafruddin pulang.", true)]
    [InlineData("Camat Zulkifli Malin hadir. \"Baik,\" ujar Zulkifly.", true)]
    [InlineData("Sungai Rimbang dan Sungei Rimbang meluap.", true)]
    [InlineData("Bupati Safaruddin hadir. \"Baik,\" ujar Safaruddin.", false)]
    [InlineData("Dinas Sosial datang. \"Baik,\" katanya. Donasi perantau disalurkan.", false)]
    [InlineData("Bupati Safaruddin dan Camat Syafruddin hadir.", false)]
    [InlineData("SD Negeri 02 di Nagari Taram dan Kecamatan Harau.", false)]
    [InlineData("Mawardi dan Mawarni serta Marina dan Marini hadir.", false)]
    public void A_name_with_two_spellings_is_asked_about(string text, bool found) => Assert.Equal(found, Of(text).Any(finding => finding.Code == "name.variants"));

    [Theory]
    [InlineData("Petugas LPTQ datang.", "LPTQ")]
    [InlineData("Petugas Lembaga Pengembangan Tilawatil Quran datang; LPTQ bekerja.", null)]
    [InlineData("Dedi, S.STP. membaca surat 11/ORG-LK/2026.", null)]
    [InlineData("TARAM – Warga datang.", null)]
    public void An_acronym_that_nobody_explains_is_hinted_at(string text, string? found) => Assert.Equal(found, Of(text).FirstOrDefault(finding => finding.Code == "acronym")?.Values[0]);

    [Theory]
    [InlineData("Kegiatan digelar menjelang Ramadhan di surau.", true)]
    [InlineData("Juara diraih Fikri Ramadhan dari Luak.", false)]
    public void A_month_is_no_persons_name(string text, bool found) => Assert.Equal(found, Of(text).Any(finding => finding.Code == "spelling"));

    [Theory]
    [InlineData("daftar di slot gacor pasti maxwin", Weight.Block)]
    [InlineData("istilah slot gacor", Weight.Warn)]
    [InlineData("Polisi menangkap pengelola situs slot yang beriklan slot gacor dan pasti maxwin.", Weight.Warn)]
    [InlineData("Polisi datang.\nDaftar situs slot pasti maxwin.", Weight.Block)]
    [InlineData("judi online, togel, bandar judi dan slot parkir", null)]
    public void Advertisements_for_gambling_are_stopped_and_news_about_it_is_not(string text, Weight? weight) => Assert.Equal(weight, Of(text).FirstOrDefault(finding => finding.Code == "gambling.words")?.Weight);

    [Theory]
    [InlineData("baca di slot88.xyz/daftar", true)]
    [InlineData("baca di https://www.togel-hk.com", true)]
    [InlineData("baca di https://kominfo.go.id/berita/slot-judi", false)]
    [InlineData("baca di https://contoh.id/berantas-judi-online", false)]
    [InlineData("baca di https://slot.kemkes.go.id", false)]
    public void A_link_to_a_gambling_site_is_stopped(string text, bool found) => Assert.Equal(found, Of(text).Any(finding => finding.Code == "gambling.link"));

    [Fact]
    public void A_link_behind_words_counts_as_well()
    {
        var body = new StyledText("baca di sini", [new Mark(8, 4, MarkKind.Link, "https://bit.ly/x"), new Mark(0, 4, MarkKind.Link, "https://situs-slot.club/")]);
        var codes = TextChecks.Run(Manuscript.Checked(new Content("Judul yang cukup panjang", body, [new PhotoUse("a", "b")], "umum"))).Select(finding => finding.Code).ToList();
        Assert.Contains("link.short", codes);
        Assert.Contains("gambling.link", codes);
    }

    [Theory]
    [InlineData("Kejadian di pasar itu membuat warga...", true)]
    [InlineData("Apa yang terjadi di pasar nagari?!", true)]
    [InlineData("Harga cabai naik, ini alasannya", true)]
    [InlineData("Harga cabai naik karena cuaca", false)]
    [InlineData("Bagaimana cara mengurus akta kelahiran?", false)]
    public void A_title_that_withholds_is_asked_about(string title, bool found)
        => Assert.Equal(found, TextChecks.Run(Manuscript.Checked(Manuscript.All[0].Content with { Title = title })).Any(finding => finding.Code == "title.clickbait"));

    [Fact]
    public void The_question_about_victims_is_answered_once()
    {
        var text = Manuscript.Checked(Manuscript.All.Single(text => text.Name == "korban-anak").Content);
        Assert.Equal(Weight.Warn, TextChecks.Run(text).Single(finding => finding.Code == "victim").Weight);
        Assert.Equal(Weight.Info, TextChecks.Run(text with { IdentityMasked = true }).Single(finding => finding.Code == "victim.masked").Weight);
    }

    [Fact]
    public void Sentences_end_where_they_end()
    {
        var text = new TextPiece(TextPart.Body, 0, "Bupati H. Safni, S.E., M.M. hadir pukul 08.00 WIB. “Baik.” katanya. Nilainya Rp1.200.000. No. 5 menang!\nBaris baru", new TextRules().Words);
        Assert.Equal(["Bupati H. Safni, S.E., M.M. hadir pukul 08.00 WIB.", "“Baik.”", "katanya.", "Nilainya Rp1.200.000.", "No. 5 menang!", "Baris baru"], text.Sentences.Select(span => text.Of(span).ToString().Trim()));
    }

    [Fact]
    public void Photos_that_were_used_before_are_one_line_for_each_item()
    {
        var text = new CheckedText(Manuscript.All[0].Content, [new PhotoFacts("a", 1600, 1200, UsedIn: "DINKES-2026-0001"), new PhotoFacts("b", 1600, 1200), new PhotoFacts("c", 1600, 1200, UsedIn: "DINKES-2026-0001")], null, Manuscript.Rules);
        Assert.Equal("photo.used|1, 3|DINKES-2026-0001", Assert.Single(TextChecks.Run(text), finding => finding.Weight == Weight.Warn).Key);
    }

    private static string Only(string code, string text) => string.Join('|', Assert.Single(Of(text), finding => finding.Code == code).Values);

    private static ImmutableArray<Finding> Of(string text) => TextChecks.Run(Manuscript.Checked(Manuscript.All[0].Content with { Title = "Judul yang cukup panjang", Body = StyledText.Plain(text) }));
}
