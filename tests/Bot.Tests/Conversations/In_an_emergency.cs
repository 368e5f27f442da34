using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Serta-merta and Cabut segera: at once, told to everybody who reviews, and owed a second person's look until somebody has looked.</summary>
public sealed class In_an_emergency : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task A_Kabid_publishes_at_once_and_another_person_confirms(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Urgent();
        Yeni.Hears(number, "terbit serta-merta", "Orang kedua");
        Rina.Hears(number, "sudah terbit");
        foreach (var person in new[] { Budi, Joni })
            Assert.Equal(["Benarkan", "Buat koreksi", "Cabut"], person.Hears(number, "diterbitkan serta-merta oleh Yeni Safitri (Kabid)", "“Banjir bandang, warga harus mengungsi.”", "Mohon diperiksa paling lambat").Labels());

        var edition = await Office.Newest();
        Assert.Equal((EditionState.Published, Lane.Emergency), (edition.State, edition.Lane));
        var own = await Yeni.Forges(Yeni.Chat[^1], new ActButton(Act.Confirm, edition.Id, Token(edition)).Pack());
        Assert.Equal((true, "Anda sendiri yang melakukannya, jadi harus orang lain yang memeriksa."), (own.IsAlert, own.Text));

        await Joni.Taps("Benarkan");
        Yeni.Hears(number, "dibenarkan Joni Amir (Kadis)");
        Assert.DoesNotContain("Benarkan", Budi.Chat.SelectMany(message => message.Labels()));
        Assert.Null((await Office.Newest()).LookOwedSince);
        await Office.PassesBy(TimeSpan.FromDays(10));
        foreach (var person in new[] { Budi, Joni, Fajar }) Assert.DoesNotContain(person.Chat, message => message.Text.Contains("belum diperiksa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_asked_for_again_each_working_day()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Urgent();
        foreach (var person in new[] { Yeni, Budi, Joni, Fajar }) person.Forgets();
        for (var day = 0; day < 2; day++)
        {
            var due = await Office.Read(db => db.Due.Where(row => row.Kind == SecondLook.Kind && row.State == DueState.Waiting).Select(row => row.TryAt).SingleAsync(Cancel));
            await Office.PassesBy(due - Office.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            foreach (var person in new[] { Budi, Joni }) Assert.Contains("Benarkan", person.HearsOnly(number, "belum diperiksa orang kedua", "Yeni Safitri").Labels());
            Assert.Empty(Fajar.HearsOnly(number, "belum diperiksa orang kedua").AllButtons);
            Yeni.HearsNothing();
        }
    }

    [Fact]
    public async Task What_should_not_have_gone_out_is_retracted_from_the_notice_itself()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Urgent();
        await Joni.Taps("Cabut");
        Joni.Hears("Mengapa berita ini dicabut?");
        await Joni.Taps("Data tidak akurat");
        await Joni.Taps("Ya, cabut");
        Rina.Hears(number, "dicabut dari portal");
        Assert.Equal((EditionState.Retracted, null), ((await Office.Newest()).State, (await Office.Newest()).LookOwedSince));
        Assert.DoesNotContain("Benarkan", Budi.Chat.SelectMany(message => message.Labels()));
    }

    [Fact]
    public async Task An_Anggota_pulls_at_once_and_a_Kabid_confirms()
    {
        await Begin(StoreProvider.Sqlite);
        var sari = Office.Stranger("Sari Anggota");
        await Office.Appoint(sari, Role.Anggota);
        await sari.Says("/start");
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");

        await sari.Says("/terbit");
        await sari.Taps(sari.Chat[^1].Labels().First());
        Assert.Equal(["Baca lengkap", "Riwayat", "Buat koreksi", "Ralat ejaan", "Cabut segera"], sari.WithButton("Cabut segera").Labels());
        await sari.Taps("Cabut segera");
        await sari.Taps("Berita ini memuat data pribadi.");
        sari.Hears(number, "Di portal akan tertulis: “Berita ini memuat data pribadi.”");
        Yeni.Forgets();
        await sari.Taps("Ya, cabut");

        Rina.Hears(number, "dicabut dari portal", "memuat data pribadi");
        Yeni.Hears(number, "dicabut segera oleh Sari Anggota (Anggota Kominfo)");
        Assert.Equal(EditionState.Retracted, (await Office.Newest()).State);
        await Yeni.Taps("Benarkan");
        sari.Hears(number, "dibenarkan Yeni Safitri (Kabid)");
    }

    [Fact]
    public async Task The_Kadis_reaches_a_text_that_is_still_with_the_Kabid()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Joni.Says($"/start lihat_{number}");
        Assert.Equal(["Baca lengkap", "Riwayat", "Tolak", "Kembalikan", "Lainnya"], Joni.Hears("Menunggu evaluasi", number).Labels());
        await Joni.Taps("Lainnya");
        await Joni.Taps("Terbitkan serta-merta");
        await Joni.Says("Gempa, jalan ditutup.");
        await Joni.Taps("Ya, terbitkan");
        Rina.Hears(number, "sudah terbit");
        Assert.Contains("Benarkan", Yeni.Hears(number, "diterbitkan serta-merta oleh Joni Amir (Kadis)").Labels());
        await Yeni.Taps("Benarkan");
        Joni.Hears(number, "dibenarkan Yeni Safitri (Kabid)");
    }

    [Fact]
    public async Task An_Anggota_opens_a_text_under_review_and_returns_it()
    {
        await Begin(StoreProvider.Sqlite);
        var sari = Office.Stranger("Sari Anggota");
        await Office.Appoint(sari, Role.Anggota);
        await sari.Says("/start");
        var number = await Rina.Submits();
        await sari.Says($"/start lihat_{number}");
        Assert.Equal(["Baca lengkap", "Riwayat", "Kembalikan", "Sunting", "Lainnya"], sari.Hears("Menunggu evaluasi", number).Labels());
        await sari.Taps("Kembalikan");
        await sari.Taps("Data perlu dicek");
        Rina.Hears(number, "dikembalikan", "Sari Anggota");
        sari.Hears("Dikembalikan oleh Sari Anggota");
        Assert.Equal(EditionState.Returned, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Batal_and_a_press_of_a_step_that_is_over_publish_nothing()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Submits();
        await Yeni.Taps("Lainnya");
        await Yeni.Taps("Terbitkan serta-merta");
        await Yeni.Says("Banjir bandang.");
        var asked = Yeni.WithButton("Ya, terbitkan");
        var yes = asked.AllButtons.First(button => button.Text == "Ya, terbitkan").Data!;
        await Yeni.Taps("Batal");
        Yeni.Hears("Baik, dibatalkan.");
        Assert.True((await Yeni.Forges(asked, yes)).IsAlert);
        Assert.True((await Joni.Forges(Joni.Chat[^1], yes)).IsAlert);
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
    }

    private async Task<string> Urgent()
    {
        var number = await Rina.Submits();
        await Yeni.Taps("Lainnya");
        await Yeni.Taps("Terbitkan serta-merta");
        Yeni.Hears("Mengapa", number, "serta-merta");
        await Yeni.Says("Banjir bandang, warga harus mengungsi.");
        Yeni.Hears("serta-merta? Alasan: “Banjir bandang");
        await Yeni.Taps("Ya, terbitkan");
        return number;
    }

    private static string Token(Edition edition) => new RevisionHash(edition.CurrentHash!).Token;
}
