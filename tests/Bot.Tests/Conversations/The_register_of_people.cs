using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.People;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class The_register_of_people : Transcript
{
    private async Task Opens(string search, string button)
    {
        await Fajar.Says("/anggota");
        await Fajar.Says(search);
        await Fajar.Taps(button);
    }

    [Fact]
    public async Task Shows_everybody_by_pages_and_finds_by_name_or_SKPD()
    {
        await Fajar.Says("/anggota");
        Assert.Equal(7, Fajar.HearsOnly("Petugas", "7 orang").Labels().Count());
        foreach (var number in Enumerable.Range(1, 4)) await Office.Appoint(Office.Stranger($"Zulkifli {number}"), Role.Anggota);
        await Fajar.Says("/anggota");
        var list = Fajar.HearsOnly("11 orang · halaman 1 dari 2");
        await Fajar.Taps("Berikutnya ›");
        Assert.Equal(["Zulkifli 2 · Anggota Kominfo", "Zulkifli 3 · Anggota Kominfo", "Zulkifli 4 · Anggota Kominfo", "‹ Sebelumnya"], Fajar.Now(list).Labels());
        await Fajar.Says("disdukcapil");
        Assert.Equal(["Rina Marlina · Admin SKPD DISDUKCAPIL"], Fajar.Hears("“disdukcapil” · 1 orang").Labels());
        await Fajar.Says("<b>tidak ada</b>");
        Fajar.HearsOnly("Tidak ada petugas yang cocok dengan “<b>tidak ada</b>”");
    }

    [Fact]
    public async Task Revokes_a_role_after_asking_from_the_next_press_on()
    {
        await Opens("rina", "Rina Marlina · Admin SKPD DISDUKCAPIL");
        Fajar.Hears("Rina Marlina", "Admin SKPD DISDUKCAPIL", "dapat dihubungi");
        await Fajar.Taps("Cabut Admin SKPD DISDUKCAPIL");
        Fajar.HearsOnly("Cabut peran Admin SKPD DISDUKCAPIL dari Rina Marlina?");
        Rina.HearsNothing();
        await Fajar.Taps("Ya, cabut");
        Fajar.HearsOnly("Rina Marlina", "Sebelumnya");
        Rina.HearsOnly("Peran Anda sebagai Admin SKPD DISDUKCAPIL sudah berakhir");
        Assert.DoesNotContain(Office.Driver.MenuOf(Rina.Id), item => item.Command == "tulis");
        await Rina.Says("/tulis");
        Rina.HearsOnly("petugas yang diundang");
        var last = await Office.Read(async db => AuditChain.Read(await db.AuditEvents.OrderByDescending(row => row.Sequence).FirstAsync(Cancel)));
        Assert.Equal("Revoke", last.Act);
    }

    [Fact]
    public async Task Keeps_training_name_NIP_and_the_end_of_a_role()
    {
        await Opens("hendri", "Hendri Saputra · Admin SKPD DINKES");
        await Fajar.Taps("Tanggal pelatihan");
        Fajar.Hears("Kapan Hendri Saputra dilatih?");
        await Fajar.Says("besok");
        Fajar.HearsOnly("belum tiba");
        await Fajar.Says("17 Agustus 2026");
        Fajar.HearsOnly("pelatihan 17 Agu 2026");
        await Fajar.Taps("Ubah NIP");
        await Fajar.Says("198001012005012003");
        Fajar.Hears("NIP: 198001012005012003");
        await Fajar.Taps("Ubah nama");
        await Fajar.Says("dr. Hendri Saputra, M.Kes");
        Fajar.Hears("dr. Hendri Saputra, M.Kes");
        await Fajar.Taps("Masa tugas");
        await Fajar.Says("1-1-2020");
        Fajar.Hears("sudah lewat");
        await Fajar.Says("hari ini");
        Fajar.Hears("sampai");
        await Office.PassesBy(TimeSpan.FromDays(1));
        Hendri.HearsOnly("Masa tugas Anda sebagai Admin SKPD DINKES sudah berakhir");
        Fajar.HearsOnly("Masa tugas dr. Hendri Saputra, M.Kes sebagai Admin SKPD DINKES sudah berakhir");
    }

    [Fact]
    public async Task Does_not_let_the_last_AdminPortal_be_locked_out()
    {
        await Opens("fajar", "Fajar Ramadhan · Admin Portal");
        await Fajar.Taps("Nonaktifkan");
        var refused = await Fajar.Taps("Ya, nonaktifkan");
        Assert.Equal((true, "Ini Admin Portal terakhir; tanpa dia tidak ada yang dapat mengundang petugas. Undang Admin Portal lain dahulu."), (refused.IsAlert, refused.Text));
        await Fajar.Says("/anggota");
        Fajar.Hears("Petugas");
    }

    [Fact]
    public async Task Deactivates_a_reviewer_whose_cards_lose_their_buttons_and_says_when_too_few_are_left()
    {
        await Rina.Submits();
        var card = Budi.Hears("Menunggu evaluasi");
        await Opens("budi", "Budi Hartono · Kabid");
        await Fajar.Taps("Nonaktifkan");
        Fajar.Hears("Nonaktifkan Budi Hartono (Kabid)?");
        await Fajar.Taps("Ya, nonaktifkan");
        Budi.Hears("Keanggotaan Anda di KominfoBot sudah berakhir");
        Assert.Empty(Budi.Now(card).AllButtons);
        Fajar.HearsOnly("Budi Hartono");

        await Opens("yeni", "Yeni Safitri · Kabid");
        await Fajar.Taps("Nonaktifkan");
        await Fajar.Taps("Ya, nonaktifkan");
        Fajar.Hears("Perlu perhatian Admin Portal", "Tidak ada Kabid yang dapat dihubungi");
        // The practice office gives Yeni and Budi their role again when it starts.
        await Office.Restart();
        Fajar.HearsOnly("sudah beres");
        await Office.Restart();
        Fajar.HearsNothing();
    }

    [Fact]
    public async Task Lets_an_Anggota_endorse_and_takes_the_right_back()
    {
        var staff = Office.Stranger("Wati");
        await Office.Appoint(staff, Role.Anggota);
        await Opens("wati", "Wati · Anggota Kominfo");
        await Fajar.Taps("Boleh mengevaluasi: tidak");
        Assert.True(await Endorses());
        await Fajar.Taps("Boleh mengevaluasi: ya");
        Assert.False(await Endorses());

        Task<bool> Endorses() => Office.Read(async db => Actor.Of((await PeopleDesk.Find(db, staff.Id, Cancel))!, Office.Clock.GetUtcNow()).MayEndorse);
    }

    [Fact]
    public async Task Invites_a_known_person_anew_without_asking_the_name()
    {
        await Opens("hendri", "Hendri Saputra · Admin SKPD DINKES");
        await Fajar.Taps("Undang lagi");
        await Fajar.Taps("Anggota Kominfo");
        Fajar.Hears("NIP-nya");
        await Fajar.Taps("Buat tautan sekarang");
        Fajar.HearsOnly("Undangan untuk Anggota Kominfo (Hendri Saputra)");
    }

    [Fact]
    public async Task Opens_to_nobody_else()
    {
        await Rina.Says("/anggota");
        Rina.HearsOnly("/anggota bukan untuk Admin SKPD");
        await Fajar.Says("/anggota");
        var show = Fajar.Chat[^1].AllButtons.First(button => button.Text.StartsWith("Hendri", StringComparison.Ordinal)).Data!;
        Assert.Equal("Ini tugas Admin Portal. Anda terdaftar sebagai Admin SKPD.", (await Rina.Forges(Rina.Chat[^1], show)).Text);
        Rina.HearsNothing();
    }

    [Fact]
    public async Task Asks_who_is_nameless_for_the_official_name_once()
    {
        var newcomer = Office.Stranger("joko_1990");
        await Office.Appoint(newcomer, Role.AdminSkpd, "DISDIK");
        await newcomer.Says("/start");
        Assert.Contains("Lengkapi nama", newcomer.HearsOnly("Selamat datang, joko_1990").Labels());
        await newcomer.Taps("Lengkapi nama");
        newcomer.HearsOnly("Nama resmi Anda");
        await newcomer.Says("Drs. Joko Susilo\nM.Si");
        newcomer.HearsOnly("Nama Anda Drs. Joko Susilo M.Si?");
        await newcomer.Taps("Ya, benar");
        Assert.DoesNotContain("Lengkapi nama", newcomer.HearsOnly("Terima kasih, Drs. Joko Susilo M.Si").Labels());
        await newcomer.Says("/nama");
        newcomer.HearsOnly("sudah tercatat");
        await newcomer.Submits("Disdik membagikan seragam gratis kepada seribu siswa", 5);
        Yeni.Hears("Disdik", "oleh Drs. Joko Susilo M.Si");
    }
}
