using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Handing_over : Transcript
{
    private async Task<string> HandsOver(string choice)
    {
        await Rina.Says("/serahterima");
        Rina.HearsOnly("Serah terima admin DISDUKCAPIL. Nama resmi rekan");
        await Rina.Says("Dewi Lestari, S.Kom");
        Rina.HearsOnly("apakah tugas Anda sebagai admin DISDUKCAPIL berakhir?");
        await Rina.Taps(choice);
        var link = Rina.HearsOnly("Undangan admin DISDUKCAPIL untuk Dewi Lestari, S.Kom").Text;
        Fajar.HearsOnly("Rina Marlina memulai serah terima admin DISDUKCAPIL");
        return link[(link.IndexOf("?start=", StringComparison.Ordinal) + 7)..].Trim();
    }

    [Fact]
    public async Task Ends_the_old_task_when_the_colleague_accepts_and_drafts_stay_with_the_SKPD()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says("/batal");
        Rina.Forgets();
        var code = await HandsOver("Ya, tugas saya berakhir");
        await Rina.Says("/draf");
        Rina.HearsOnly("1 draf");

        var dewi = Office.Stranger("dewi_l");
        await dewi.Says($"/start {code}");
        dewi.HearsOnly("Terima kasih, Dewi Lestari, S.Kom", "Admin SKPD DISDUKCAPIL");
        Rina.Hears("Dewi Lestari, S.Kom sudah menerima tugas admin DISDUKCAPIL; tugas Anda di SKPD itu berakhir");
        Fajar.HearsOnly("Dewi Lestari, S.Kom menerima undangan sebagai Admin SKPD DISDUKCAPIL (dari Rina Marlina)");
        await Rina.Says("/tulis");
        Rina.HearsOnly("petugas yang diundang");
        await dewi.Says("/draf");
        await dewi.Taps(dewi.HearsOnly("1 draf").Labels().First());
        dewi.HearsOnly(Naskah.Title);
    }

    [Fact]
    public async Task Or_only_brings_a_colleague()
    {
        var code = await HandsOver("Tidak, kami berdua");
        var dewi = Office.Stranger("dewi_l");
        await dewi.Says($"/start {code}");
        Rina.HearsOnly("menerima undangan");
        await Rina.Says("/tulis");
        Rina.HearsOnly("Judul");
        Assert.Equal(2, await Office.Read(async db => (await PeopleDesk.Holders(db, Role.AdminSkpd, "DISDUKCAPIL", Office.Clock.GetUtcNow(), Cancel)).Count));
    }

    [Fact]
    public async Task Is_nobodys_who_does_not_write()
    {
        await Yeni.Says("/serahterima");
        Yeni.HearsOnly("/serahterima bukan untuk Kabid");
    }
}
