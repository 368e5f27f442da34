using System.Text;
using System.Text.Json;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// The Big List of Naughty Strings typed wherever a register asks for words: people, SKPDs, categories, needs, the shelf, holidays, invitations, delegations,
/// searches. Each is answered, nothing breaks, and what was taken is shown as it was typed.
/// </summary>
public sealed class Naughty_words_in_the_registers : Transcript
{
    /// <summary>All of them in the long programs.</summary>
    private static readonly int every = LongRun.IsOn ? 1 : 4;

    private static readonly SentFile pdf = new(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"), "SOP.pdf", "application/pdf");

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Are_words_like_any_others(StoreProvider provider)
    {
        // What is stored differs by store, what is said does not.
        Assert.SkipUnless(every == 1 || provider == StoreProvider.Postgres, "A long program: ./test --long runs it.");
        await Begin(provider);
        (Person Who, Func<Task> Asked)[] prompts =
        [
            (Fajar, () => Fajar.Says("/skpd")),
            (Fajar, () => Through(Fajar, "/skpd", "Tambah SKPD")),
            (Fajar, () => Profile("Kepala")),
            (Fajar, () => Profile("Alamat")),
            (Fajar, () => Profile("Telepon")),
            (Fajar, () => Profile("Situs")),
            (Fajar, () => Through(Fajar, "/skpd", "Kategori", "Tambah kategori")),
            (Fajar, () => Fajar.Says("/anggota")),
            (Fajar, NameOfSomebody),
            (Fajar, () => Through(Fajar, "/undang", "Kadis")),
            (Fajar, () => Through(Fajar, "/libur", "Tambah")),
            (Fajar, Shelved),
            (Rina, () => Through(Rina, "/kebutuhan", "Tulis kebutuhan")),
            (Rina, () => Rina.Says("/nama")),
            (Rina, () => Rina.Says("/cari")),
            (Rina, () => Rina.Says("/serahterima")),
            (Joni, () => Through(Joni, "/delegasi", "Tunjuk Plh. atau Plt.")),
        ];
        var strings = NaughtyStrings.All.Where(text => text.Trim().Length > 0).Where((_, index) => index % every == 0).ToList();
        foreach (var (index, text) in strings.Index())
        {
            var (who, asked) = prompts[index % prompts.Length];
            await asked();
            who.Forgets();
            await who.Says(index % prompts.Length == 10 ? $"2026-12-{(index / prompts.Length % 28) + 1:00} {text}" : text);
            Assert.True(who.Chat.Any(message => message.FromBot && message.Text.Length > 0), $"{index}: no answer to “{text}”");
            who.Hears();
        }

        // The registers are whole, and the public one is well-formed.
        foreach (var (who, command) in new[] { (Fajar, "/skpd"), (Fajar, "/anggota"), (Fajar, "/dokumen"), (Fajar, "/kebutuhan"), (Fajar, "/libur"), (Rina, "/bantuan"), (Joni, "/delegasi") })
        {
            who.Forgets();
            await who.Says(command);
            who.Hears();
        }
        using var skpds = JsonDocument.Parse(await Office.Web.GetStringAsync("/api/skpd", Cancel));
        var names = await Office.Read(db => Task.FromResult(db.Categories.Select(category => category.Name).ToList()));
        Assert.Contains(strings, text => names.Contains(text.Trim()));
    }

    private static async Task Through(Person who, string command, params string[] buttons)
    {
        await who.Says(command);
        foreach (var button in buttons) await who.Taps(button);
    }

    private async Task Profile(string field)
    {
        await Fajar.Says("/skpd");
        await Fajar.Says("dinkes");
        await Fajar.Taps("Dinkes");
        await Fajar.Taps(field);
    }

    private async Task NameOfSomebody()
    {
        await Fajar.Says("/anggota");
        await Fajar.Says("dinkes");
        await Fajar.Taps(Fajar.Chat[^1].Labels().First());
        await Fajar.Taps("Ubah nama");
    }

    private async Task Shelved()
    {
        await Fajar.Says("/dokumen");
        await Fajar.SendsFile(pdf);
    }
}
