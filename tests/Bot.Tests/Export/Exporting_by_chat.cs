using System.Text.Json;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Export;

public sealed class Exporting_by_chat : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task AdminPortal_picks_a_period_and_a_format_and_gets_the_file_and_the_chain_knows(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Office.Endorsed("=HYPERLINK(1) judul yang mencoba menjadi rumus");
        await Office.Rina.Submits("Berita kedua yang masih dievaluasi", 2);
        Fajar.Forgets();
        await Fajar.Says("/ekspor");
        Assert.Equal(["Pekan ini", "Pekan lalu", "Bulan ini", "Bulan lalu", "Tahun ini", "Tahun lalu"], Fajar.HearsOnly("Periode mana?").Labels());
        await Fajar.Taps("Tahun ini");
        Assert.Equal(["XLSX", "CSV", "JSON"], Fajar.HearsOnly("Dalam bentuk apa?").Labels());
        await Fajar.Taps("JSON");

        Assert.Empty(Fajar.Hears("Ekspor JSON", "tahun ini", "tercatat").AllButtons);
        var document = Fajar.Chat.Last(message => message.DocumentName is not null);
        Assert.Matches(@"^ekspor-20\d\d-01-01-sd-20\d\d-12-31\.json$", document.DocumentName);
        using var json = JsonDocument.Parse(Newest("*.json"));
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, items.Count);
        Assert.Equal((number, "=HYPERLINK(1) judul yang mencoba menjadi rumus", "Endorsed", "Rina Marlina", 90), (items[0].GetProperty("number").GetString(), items[0].GetProperty("title").GetString(), items[0].GetProperty("state").GetString(), items[0].GetProperty("author").GetString(), items[0].GetProperty("words").GetInt32()));
        Assert.Equal(["Submit", "Endorse", "Submit"], json.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("act").GetString()));
        Assert.Contains(json.RootElement.GetProperty("appointments").EnumerateArray(), row => row.GetProperty("name").GetString() == "Yeni Safitri" && row.GetProperty("role").GetString() == "Kabid");
        Assert.Equal(await Office.Read(db => db.AuditEvents.CountAsync(row => row.Act != "Export", Cancel)), json.RootElement.GetProperty("events").GetArrayLength());

        // The export is an event itself, with who, what and which period.
        Assert.Equal(1, await Office.Read(db => db.AuditEvents.CountAsync(row => row.Act == "Export", Cancel)));
        await Fajar.Says("/ekspor");
        await Fajar.Taps("Tahun ini");
        await Fajar.Taps("CSV");
        Assert.Equal(4, Fajar.Chat.Count(message => message.DocumentName?.EndsWith(".csv", StringComparison.Ordinal) == true));
        Assert.Contains(System.IO.Directory.GetFiles(Folder, "*.csv"), file => System.IO.File.ReadAllText(file).Contains("'=HYPERLINK(1) judul", StringComparison.Ordinal));
        await Fajar.Says("/ekspor");
        await Fajar.Taps("Pekan lalu");
        await Fajar.Taps("XLSX");
        Assert.Single(Fajar.Chat, message => message.DocumentName?.EndsWith(".xlsx", StringComparison.Ordinal) == true);

        // They hold names: a day later nothing lies there any more.
        Assert.NotEmpty(System.IO.Directory.GetFiles(Folder));
        await Office.PassesBy(TimeSpan.FromHours(25));
        Assert.Empty(System.IO.Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Nobody_else_gets_one_and_a_revoked_admin_no_longer()
    {
        await Begin(StoreProvider.Sqlite);
        await Yeni.Says("/ekspor");
        Yeni.HearsOnly("/ekspor bukan untuk Kabid");
        await Fajar.Says("/ekspor");
        await Fajar.Taps("Bulan ini");
        var choice = Fajar.WithButton("JSON");
        var stolen = await Yeni.Forges(Yeni.Chat[^1], "e:ThisMonth:Json");
        Assert.True(stolen.IsAlert);
        Assert.Contains("Ini tugas Admin Portal", stolen.Text, StringComparison.Ordinal);
        await Office.Dismiss(Fajar);
        Assert.True((await Fajar.Taps(choice, "JSON")).IsAlert);
        Assert.False(System.IO.Directory.Exists(Folder) && System.IO.Directory.GetFiles(Folder).Length > 0);
    }

    private string Folder => Path.Combine(Office.Directory, "exports");

    private string Newest(string pattern) => System.IO.File.ReadAllText(new DirectoryInfo(Folder).GetFiles(pattern).Single().FullName);
}
