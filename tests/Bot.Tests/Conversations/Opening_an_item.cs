using System.Text.Json.Nodes;
using KominfoBot.Bot.Outbox;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Opening_an_item : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task From_a_notice_brings_each_to_the_item_as_his_office_may_see_it(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        Yeni.Forgets();
        await Yeni.Taps("Setujui");
        var link = LinkIn(Rina.HearsOnly(number, "menunggu persetujuan Kadis"));
        Assert.Equal($"https://t.me/{SandboxOffice.BotUsername}?start=lihat_{number}", link);

        // The author: where it stands, and what can be done.
        await Opens(Rina, link);
        Assert.Equal(["Baca lengkap", "Tarik kembali"], Rina.HearsOnly("Disetujui Yeni Safitri (Kabid)", number, Naskah.Title).Labels());
        // Whose turn it is: the card, once more.
        var old = Joni.Hears("Menunggu persetujuan", number);
        await Opens(Joni, link);
        var card = Joni.Hears("Menunggu persetujuan", number);
        Assert.True(card.Id > old.Id);
        Assert.Contains("Setujui", card.Labels());
        Assert.Empty(Joni.Now(old).AllButtons);
        // Who reviews, but not now: the same card with what his office may do meanwhile.
        Yeni.Forgets();
        await Opens(Yeni, link);
        Assert.Equal(["Baca lengkap", "Riwayat", "Tolak", "Kembalikan", "Batalkan persetujuan", "Lainnya"], Yeni.Hears("Menunggu persetujuan", number).Labels());
        await Opens(Office.Desi, link);
        Assert.Equal(["Baca lengkap", "Riwayat"], Office.Desi.HearsOnly(number, "kata1x82").Labels());
        // A fraction of a second later it is still the same for the right people only.
        await Opens(Hendri, link);
        Hendri.HearsOnly($"{number} tidak ada, atau bukan untuk peran Anda.");
        await Opens(Fajar, link);
        Fajar.HearsOnly("tidak ada, atau bukan untuk peran Anda.");
        var stranger = Office.Stranger();
        await Opens(stranger, link);
        stranger.HearsOnly("petugas yang diundang");
    }

    [Fact]
    public async Task That_does_not_exist_or_is_no_number_is_refused_kindly_and_costs_no_attempt()
    {
        await Begin(StoreProvider.Sqlite);
        foreach (var (code, answer) in new[] { ("lihat_DISDIK-2026-9999", "DISDIK-2026-9999 tidak ada, atau bukan untuk peran Anda."), ("lihat_", "bukan nomor berita"), ("lihat_🎉", "bukan nomor berita"), ($"lihat_{new string('A', 61)}", "bukan nomor berita") })
        {
            await Rina.Says($"/start {code}");
            Rina.HearsOnly(answer);
        }
        Assert.Equal(0, await Office.Read(db => db.FailedAttempts.CountAsync(Cancel)));
        await Rina.Says("/start bukan-undangan");
        Assert.Equal(1, await Office.Read(db => db.FailedAttempts.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Reads_the_whole_text_and_only_reviewers_its_history()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Rina.Says($"/start lihat_{number}");
        var view = Rina.Hears("Naskah ini sudah dikirim");
        await Rina.Taps("Baca lengkap");
        Rina.Hears(Naskah.Title, "kata1x82");
        var id = (await Office.Newest()).Id;
        var answer = await Rina.Forges(view, $"v:History:{id}");
        Assert.True(answer.IsAlert);
        Assert.Contains("Ini tugas", answer.Text, StringComparison.Ordinal);
        Assert.True((await Hendri.Forges(Hendri.Chat[^1], $"v:Read:{id}")).IsAlert);
        Assert.True((await Rina.Forges(view, "v:Open:999")).IsAlert);
    }

    [Fact]
    public async Task After_a_dismissal_opens_nothing_any_more()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Office.Dismiss(Rina);
        Rina.Forgets();
        await Rina.Says($"/start lihat_{number}");
        Rina.HearsOnly("petugas yang diundang");
    }

    [Theory]
    [InlineData("DISDIK-2026-0042 terbit", "DISDIK-2026-0042")]
    [InlineData("(KEC-SITUJUAH-LIMO-NAGARI-2026-12345).", "KEC-SITUJUAH-LIMO-NAGARI-2026-12345")]
    [InlineData("https://berita.contoh.go.id/berita/DISDIK-2026-0042/judul", null)]
    [InlineData("KAB-2026-004 dan 2026-0042 dan disdik-2026-0042", null)]
    [InlineData("XDISDIK-2026-0042-A", null)]
    public void Every_number_that_stands_alone_is_a_link(string text, string? number)
    {
        var linked = ItemLinks.On(new StyledText(text, [new Mark(0, 6, MarkKind.Bold)]), "Bot");
        Assert.Equal(text, linked.Text);
        Assert.Equal(number is null ? [] : [$"https://t.me/Bot?start=lihat_{number}"], linked.Marks.Where(mark => mark.Kind == MarkKind.Link).Select(mark => mark.Url));
        Assert.All(linked.Marks, mark => Assert.InRange(mark.Offset + mark.Length, 1, text.Length));
        Assert.Same(linked.Text, ItemLinks.On(linked, null).Text);
        // What is a link already stays one.
        Assert.Equal(linked.Marks, ItemLinks.On(linked, "Bot").Marks);
    }

    private static Task<SeenMessage> Opens(Person person, string link) => person.Says($"/start {new Uri(link).Query["?start=".Length..]}");

    private static string LinkIn(SeenMessage message)
        => JsonNode.Parse(message.Json)!["entities"]!.AsArray().First(entity => entity!["type"]!.GetValue<string>() == "text_link")!["url"]!.GetValue<string>();
}
