using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Invitations : Transcript
{
    private async Task<string> CodeFor(params string[] taps)
    {
        await Fajar.Says("/undang");
        Fajar.HearsOnly("Undang sebagai apa?");
        foreach (var button in taps) await Fajar.Taps(button);
        await Fajar.Taps("Buat tautan sekarang");
        var link = Fajar.Hears("Undangan untuk", "berlaku sekali").Text;
        Assert.Contains("https://t.me/KominfoSandboxBot?start=", link, StringComparison.Ordinal);
        return link[(link.IndexOf("?start=", StringComparison.Ordinal) + "?start=".Length)..].Trim();
    }

    [Fact]
    public async Task By_AdminPortal_bind_whoever_opens_the_link_first()
    {
        var code = await CodeFor("Kabid");
        var (guest, late) = (Office.Stranger("Sari Wulandari"), Office.Stranger("Toni"));
        await guest.Says($"/start {code}");
        guest.HearsOnly("Sari Wulandari", "terdaftar sebagai Kabid");
        Assert.Contains(("antrean", "Naskah yang menunggu Anda"), Office.Driver.MenuOf(guest.Id));
        await late.Says($"/start {code}");
        late.HearsOnly("sudah dipakai");
        await late.Says("/antrean");
        late.HearsOnly("petugas yang diundang");
        await guest.Says("/antrean");
        guest.HearsOnly("Tidak ada naskah");
    }

    [Fact]
    public async Task For_an_SKPD_ask_which_one()
    {
        await Fajar.Says("/undang");
        await Fajar.Taps("Admin SKPD");
        var page = Fajar.Hears("untuk SKPD mana?");
        while (!Fajar.Now(page).Labels().Contains("Disdik")) await Fajar.Taps("Berikutnya ›");
        await Fajar.Taps("Disdik");
        await Fajar.Taps("Buat tautan sekarang");
        var link = Fajar.Hears("Undangan untuk Admin SKPD DISDIK").Text;
        var guest = Office.Stranger("Sari Wulandari");
        await guest.Says($"/start {link[(link.IndexOf("?start=", StringComparison.Ordinal) + 7)..]}");

        guest.HearsOnly("terdaftar sebagai Admin SKPD DISDIK");
        await guest.Says("/tulis");
        guest.HearsOnly("Judul");
    }

    [Fact]
    public async Task That_are_wrong_or_expired_are_told_apart_and_guessing_ends_after_five()
    {
        var code = await CodeFor("Kadis");
        var (guest, guesser) = (Office.Stranger("Sari"), Office.Stranger("Penebak"));
        Office.Clock.Advance(TimeSpan.FromHours(49));
        await guest.Says($"/start {code}");
        guest.HearsOnly("kedaluwarsa");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await guesser.Says($"/start tebakan{attempt}");
            guesser.HearsOnly("tidak dikenal");
        }
        await guesser.Says($"/start {await CodeFor("Kadis")}");
        guesser.HearsOnly("Terlalu banyak kode yang salah");
    }

    [Fact]
    public async Task For_a_role_that_one_has_stay_unused()
    {
        var code = await CodeFor("Kabid");
        await Yeni.Says($"/start {code}");
        Yeni.HearsOnly("sudah terdaftar untuk peran itu");
        var guest = Office.Stranger("Sari");
        await guest.Says($"/start {code}");
        guest.HearsOnly("terdaftar sebagai Kabid");
    }

    [Fact]
    public async Task Ask_what_the_letter_says_and_keep_it_with_the_appointment()
    {
        await Fajar.Says("/undang");
        await Fajar.Taps("Admin SKPD");
        await Fajar.Says("disd");
        await Fajar.Taps("Disdik");
        Fajar.Hears("Admin SKPD DISDIK", "Nama resminya");
        await Fajar.Says("Hj. Sari Wulandari, S.Pd <b>");
        Fajar.HearsOnly("NIP-nya");
        await Fajar.Says("1234");
        Fajar.HearsOnly("NIP terdiri atas 18 angka; “1234” bukan NIP");
        await Fajar.Says("19780505 200501 2 003");
        Fajar.HearsOnly("Nomor surat");
        await Fajar.Says("800/12/DISDIK/2026");
        Fajar.HearsOnly("Tanggal suratnya?");
        await Fajar.Says("32-11-2026");
        Fajar.HearsOnly("“32-11-2026” bukan tanggal");
        await Fajar.Says("20 November 2026");
        Fajar.HearsOnly("Masa tugasnya sampai");
        var end = Office.Clock.GetUtcNow().AddDays(40);
        await Fajar.Says($"{end:dd/MM/yyyy}");
        var link = Fajar.HearsOnly("Undangan untuk Admin SKPD DISDIK (Hj. Sari Wulandari, S.Pd <b>)").Text;

        var guest = Office.Stranger("sari_77");
        await guest.Says($"/start {link[(link.IndexOf("?start=", StringComparison.Ordinal) + 7)..]}");
        guest.HearsOnly("Terima kasih, Hj. Sari Wulandari, S.Pd <b>");
        Fajar.HearsOnly("Hj. Sari Wulandari, S.Pd <b> menerima undangan sebagai Admin SKPD DISDIK (dari Fajar Ramadhan)", "1 admin; dianjurkan dua");
        var held = await Office.Read(async db => (await PeopleDesk.Find(db, guest.Id, Cancel))!.Appointments.Single());
        Assert.Equal(("800/12/DISDIK/2026", new DateOnly(2026, 11, 20)), (held.LetterNumber, held.LetterDate!.Value));

        await Office.PassesBy(TimeSpan.FromDays(42));
        guest.HearsOnly("Masa tugas Anda sebagai Admin SKPD DISDIK sudah berakhir");
        Assert.DoesNotContain(Office.Driver.MenuOf(guest.Id), item => item.Command == "tulis");
        await guest.Says("/tulis");
        guest.HearsOnly("petugas yang diundang");
    }

    [Fact]
    public async Task That_nobody_used_are_listed_and_taken_back()
    {
        var code = await CodeFor("Kadis");
        Fajar.Forgets();
        await Fajar.Says("/undang");
        Fajar.HearsOnly("Undang sebagai apa?");
        await Fajar.Taps("Undangan terbuka (1)");
        Fajar.HearsOnly("1 undangan belum dipakai");
        await Fajar.Taps("Kadis");
        Fajar.HearsOnly("Undangan untuk Kadis", "oleh Fajar Ramadhan");
        await Fajar.Taps("Batalkan undangan");
        await Fajar.Taps("Ya, batalkan");
        Fajar.HearsOnly("Tidak ada undangan yang menunggu.");
        var guest = Office.Stranger("Toni");
        await guest.Says($"/start {code}");
        guest.HearsOnly("tidak dikenal");
    }

    [Fact]
    public async Task Are_only_for_AdminPortal_to_make()
    {
        await Rina.Says("/undang");
        Rina.HearsOnly("/undang bukan untuk Admin SKPD", "/tulis");
        await Fajar.Says("/undang");
        var forged = await Rina.Forges(Rina.Chat[^1], Fajar.Chat[^1].AllButtons.First(button => button.Text == "Kadis").Data!);
        Fajar.HearsOnly("Undang sebagai apa?");

        Assert.Equal((true, "Ini tugas Admin Portal. Anda terdaftar sebagai Admin SKPD."), (forged.IsAlert, forged.Text));
        Rina.HearsNothing();
    }

    [Fact]
    public async Task A_person_with_two_SKPDs_is_asked_for_which_one_to_write()
    {
        await Office.Appoint(Rina, Role.AdminSkpd, "DINKES");
        await Rina.Says("/tulis");
        Assert.Equal(["Dinkes", "Disdukcapil"], Rina.HearsOnly("Berita ini untuk SKPD mana?").Labels());
        await Rina.Says("Dinkes");
        Rina.HearsOnly("Berita ini untuk SKPD mana?");
        await Rina.Taps("Dinkes");
        Rina.HearsOnly("Judul");
        await Rina.Says(Naskah.Title);
        await Rina.Says("Isi.");

        Assert.Equal("DINKES", (await Office.Newest()).Item!.SkpdCode);

        // The last one first.
        await Rina.Says("/tulis");
        await Rina.Taps("Disdukcapil");
        await Rina.Says(Naskah.Title);
        Rina.Forgets();
        await Rina.Says("/tulis");
        Assert.Equal(["Disdukcapil", "Dinkes"], Rina.HearsOnly("Berita ini untuk SKPD mana?").Labels());
    }
}
