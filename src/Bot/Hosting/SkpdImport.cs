using KominfoBot.Bot.Office;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>A table of SKPDs to be shown against the register, or taken into it.</summary>
/// <param name="Name">Of the file, for sentences.</param>
/// <param name="Apply">False: only says what would change.</param>
public sealed record SkpdImportOrder(string Name, string Text, bool Apply);

/// <summary>Takes a table of SKPDs from those who have the machine; whole or not at all.</summary>
public sealed class SkpdImport(TimeProvider clock)
{
    /// <summary>Bytes of the file; a list of some thousand agencies has a tenth of it.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>What changed or would change, in lines to print.</summary>
    /// <exception cref="OperatorException">A line is wrong; nothing was changed.</exception>
    public async Task<string> Import(NewsroomStore store, SkpdImportOrder order, CancellationToken cancel)
    {
        if (!order.Apply)
        {
            var (read, preview) = await store.Read(async db =>
            {
                var entries = await Entries(db, order, cancel);
                return (entries.Count, await SkpdDesk.Compare(db, entries, cancel));
            }, cancel);
            return SkpdTeks.Baris(preview, read, applied: false);
        }
        var (count, changes) = await store.Write(async db =>
        {
            var entries = await Entries(db, order, cancel);
            return (entries.Count, (await SkpdDesk.Apply(db, [.. entries], by: null, clock.GetUtcNow(), cancel))!);
        }, cancel);
        return SkpdTeks.Baris(changes, count, applied: true);
    }

    private static async Task<IReadOnlyList<SkpdEntry>> Entries(NewsroomDb db, SkpdImportOrder order, CancellationToken cancel)
        => SkpdTable.Parse(order.Name, order.Text, [.. (await CategoryDesk.All(db, cancel)).Select(category => category.Code)]);
}
