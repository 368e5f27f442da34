using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class An_acting_Kadis : Transcript
{
    /// <summary>Joni names Budi, by the buttons.</summary>
    private async Task Delegates(Person by, string kind = "Plh.", string from = "Sekarang", string until = "3 hari")
    {
        await by.Says("/delegasi");
        await by.Taps("Tunjuk Plh. atau Plt.");
        by.Hears("Siapa yang menggantikan");
        await by.Says("budi");
        await by.Taps("Budi Hartono · Kabid");
        by.Hears("Budi Hartono sebagai apa?");
        await by.Taps(kind);
        by.HearsOnly("Nomor surat penunjukannya?");
        await by.Says("800/77/KOMINFO-2026 <i>");
        by.HearsOnly("Mulai kapan?");
        await by.Taps(from);
        by.HearsOnly("Sampai dan termasuk tanggal berapa?");
        await by.Taps(until);
        by.HearsOnly("Tunjuk Budi Hartono sebagai", "Surat 800/77/KOMINFO-2026 <i>");
    }

    [Fact]
    public async Task Gets_the_cards_approves_in_that_capacity_and_loses_both_when_it_ends()
    {
        await Office.Endorsed();
        foreach (var person in new[] { Rina, Yeni, Budi, Joni, Fajar }) person.Forgets();

        await Delegates(Joni);
        await Joni.Taps("Ya, tunjuk");
        Joni.HearsOnly("Tercatat. Budi Hartono menjadi Plh. Kepala Dinas");
        Yeni.HearsOnly("Budi Hartono ditunjuk sebagai Plh. Kepala Dinas", "oleh Joni Amir");
        Fajar.HearsOnly("Budi Hartono ditunjuk");
        Budi.Hears("Menunggu persetujuan");
        await Budi.Says("/delegasi");
        Assert.DoesNotContain("Tunjuk Plh. atau Plt.", Budi.HearsOnly("Pelaksana Kepala Dinas", "Plh. Kepala Dinas").Labels());

        await Budi.Taps("Setujui");
        await Budi.Taps("Ya, terbitkan");
        Budi.Hears("disetujui Budi Hartono (Plh. Kepala Dinas)");
        Joni.HearsOnly("disetujui Budi Hartono (Plh. Kepala Dinas)");

        await Office.Endorsed("Disdukcapil membuka layanan malam bagi warga yang bekerja", 2);
        var card = Budi.Hears("Menunggu persetujuan");
        var data = Budi.Now(card).AllButtons.First(button => button.Text == "Setujui").Data!;
        await Office.PassesBy(TimeSpan.FromDays(4));
        Budi.Hears("Tugas Anda sebagai Plh. Kepala Dinas sudah berakhir");
        Joni.Hears("Tugas Budi Hartono sebagai Plh. Kepala Dinas sudah berakhir");
        Assert.Empty(Budi.Now(card).AllButtons);
        Assert.True((await Budi.Forges(card, data)).IsAlert);
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Is_named_by_AdminPortal_for_a_later_day_and_ended_early()
    {
        await Delegates(Fajar, "Plt.", "Besok", "7 hari");
        await Fajar.Taps("Ya, tunjuk");
        Fajar.HearsOnly("Budi Hartono menjadi Plt. Kepala Dinas");
        Budi.HearsOnly("Anda ditunjuk sebagai Plt. Kepala Dinas", "Saya kabari begitu mulai");
        await Office.PassesBy(TimeSpan.FromDays(1));
        Budi.HearsOnly("Anda bertugas sebagai Plt. Kepala Dinas");
        Joni.Forgets();
        await Joni.Says("/delegasi");
        await Joni.Taps("Akhiri Plt. Budi Hartono");
        await Joni.Taps("Ya, akhiri");
        Joni.Hears("Tugas Budi Hartono sebagai Plt. Kepala Dinas diakhiri.");
        Budi.HearsOnly("sudah berakhir");
        await Office.PassesBy(TimeSpan.FromDays(10));
        Budi.HearsNothing();
    }

    [Fact]
    public async Task Cannot_hand_on_and_presses_of_steps_that_are_over_do_nothing()
    {
        await Delegates(Joni);
        var confirm = Joni.WithButton("Ya, tunjuk");
        var yes = Joni.Now(confirm).AllButtons.First(button => button.Text == "Ya, tunjuk").Data!;
        await Joni.Says("/batal");
        Joni.Forgets();
        await Joni.Forges(confirm, yes);
        Joni.HearsNothing();
        Assert.Empty(await Office.Read(db => DelegationDesk.Open(db, Office.Clock.GetUtcNow(), Cancel)));

        await Delegates(Joni);
        await Joni.Taps("Ya, tunjuk");
        Joni.Forgets();
        Budi.Forgets();
        await Yeni.Says("/delegasi");
        await Joni.Says("/delegasi");
        var start = Joni.WithButton("Tunjuk Plh. atau Plt.").AllButtons.First(button => button.Text == "Tunjuk Plh. atau Plt.").Data!;
        Assert.Equal("Anda sendiri bertugas sebagai Plh. atau Plt.; tugas itu tidak dapat dilimpahkan lagi.", (await Budi.Forges(Budi.Chat[^1], start)).Text);
        Assert.Equal("Hanya Kadis atau Admin Portal (dengan surat) yang dapat menunjuk Plh. atau Plt.", (await Yeni.Forges(Yeni.Chat[^1], start)).Text);
        Assert.Equal("Ini tugas Kadis atau Kabid atau Admin Portal. Anda terdaftar sebagai Admin SKPD.", (await Rina.Forges(Rina.Chat[^1], start)).Text);
    }
}
