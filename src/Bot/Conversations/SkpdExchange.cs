using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>The register of SKPDs as a table: given out, taken in. What a table would change is shown before it is done, and it is done whole or not at all.</summary>
public sealed class SkpdExchange(OfficeProfile office)
{
    internal const string FileStep = "File", ConfirmStep = "Confirm";

    /// <summary>Changes spelled out in a preview; the rest is counted.</summary>
    private const int Spelled = 15;

    public async Task Export(Visit visit)
    {
        var table = SkpdTable.Write(await visit.Db.Skpds.ToListAsync(visit.Cancel));
        visit.Outbox.Send(visit.ChatId, new MadeFile(table, $"skpd-{office.Time.Today(visit.Now):yyyy-MM-dd}.csv", SkpdTeks.Unduhan()));
    }

    public async Task AskFile(Visit visit, string kind, Keyboard keys)
    {
        await visit.Begin(kind, FileStep, new SkpdState(), ConversationJson.Default.SkpdState);
        await visit.Prompt(SkpdTeks.MintaCsv(), keys);
    }

    /// <summary>Says what the table would change, or which line of it is wrong.</summary>
    public async Task Preview(Visit visit, ConversationRow row, FileArrival file, Key cancel, Key yes)
    {
        if (file.Text is not { } text || file.Refusal is not null)
        {
            visit.Say(StyledText.Plain(file.Refusal ?? DaftarTeks.TidakAda));
            return;
        }
        if (await Read(visit, file.Name, text) is not { } entries) return;
        var changes = await SkpdDesk.Compare(visit.Db, entries, visit.Cancel);
        if (changes.Count == 0)
        {
            await visit.End();
            visit.Say(SkpdTeks.SudahSama(entries.Count), MenuKeys.For(visit.Actor));
            return;
        }
        visit.Keep(row, ConfirmStep, new SkpdState(Name: file.Name, Table: text), ConversationJson.Default.SkpdState);
        await visit.Prompt(SkpdTeks.Pratinjau(changes, entries.Count, Spelled), Keyboard.OneRow(cancel, yes));
    }

    public async Task Apply(Visit visit, ConversationRow row)
    {
        var state = Visit.State(row, ConversationJson.Default.SkpdState);
        // Read and compared anew: categories or profiles may have changed since the preview.
        var entries = await Read(visit, state.Name, state.Table);
        await visit.End();
        if (entries is null) return;
        var changes = await SkpdDesk.Apply(visit.Db, [.. entries], visit.Actor, visit.Now, visit.Cancel);
        visit.Say(SkpdTeks.Terimpor(changes!), MenuKeys.For(visit.Actor));
    }

    private static async Task<IReadOnlyList<SkpdEntry>?> Read(Visit visit, string name, string text)
    {
        try
        {
            return SkpdTable.Parse(name, text, [.. (await CategoryDesk.All(visit.Db, visit.Cancel)).Select(category => category.Code)]);
        }
        catch (OperatorException wrong)
        {
            visit.Say(SkpdTeks.CsvKeliru(wrong.Message));
            return null;
        }
    }
}
