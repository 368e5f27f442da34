namespace KominfoBot.Bot.Scenes;

/// <summary>A good week, in which four SKPDs met the rule, then one in which most fell silent; it ends on Monday before half past seven.</summary>
public static class WeekBehind
{
    public const int Items = 17;

    /// <summary>The good week is the one that runs, unless it is nearly over.</summary>
    public static DateTimeOffset Begins(Stage stage, DateTimeOffset now)
        => stage.Instant(GoodWeek(stage, now), 8, 10) is var monday && monday > now ? monday : now;

    public static DateTimeOffset Ends(Stage stage, DateTimeOffset now) => stage.Instant(GoodWeek(stage, now).AddDays(14), 7, 10);

    public static async Task Play(Stage stage, CancellationToken cancel)
    {
        var good = GoodWeek(stage, stage.Now);
        await Published(stage, good, ["imunisasi-guguak", "kia-mungka", "numerasi-guru", "siaga-pangkalan", "musyawarah-harau"], cancel);
        await Published(stage, good.AddDays(2), ["tanam-serentak", "stunting-luak", "longsor-maek", "jalan-halaban"], cancel);
        await Published(stage, good.AddDays(3), ["parkir-harau", "bank-sampah", "ikd-pasar", "silek-pelajar"], cancel);

        var silent = good.AddDays(7);
        await Published(stage, silent.AddDays(1), ["akta-suliki"], cancel);
        var wednesday = silent.AddDays(2);
        await stage.At(wednesday, 9, 30, cancel);
        await StagedItem.Draft(stage, "dbd-harau", cancel);
        await stage.At(wednesday, 10, 15, cancel);
        var channel = await StagedItem.Draft(stage, "irigasi-kubang", cancel);
        await channel.Send(cancel);
        var thursday = silent.AddDays(3);
        await stage.At(thursday, 8, 45, cancel);
        await channel.Return("Tambah narasumber", cancel);
        await Published(stage, thursday, ["gambir-kapur"], cancel);

        await stage.At(silent.AddDays(7), 7, 10, cancel);
        foreach (var phone in stage.Phones.Phones) stage.Phones.ReadAll(phone.TelegramId);
    }

    /// <summary>Its Monday. Sunday evening is too late to publish eight items before the week is over.</summary>
    private static DateOnly GoodWeek(Stage stage, DateTimeOffset now)
    {
        var today = stage.Day(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return now < stage.Instant(monday.AddDays(6), 20, 0) ? monday : monday.AddDays(7);
    }

    /// <summary>Sent in the morning, endorsed before noon, published after lunch.</summary>
    private static async Task Published(Stage stage, DateOnly day, string[] ids, CancellationToken cancel)
    {
        await stage.At(day, 9, 0, cancel);
        var items = await StagedItem.Drafts(stage, cancel, ids);
        for (var at = 0; at < items.Length; at++)
        {
            await stage.At(day, 9, 5 + 12 * at, cancel);
            await items[at].Send(cancel);
        }
        await stage.At(day, 10, 40, cancel);
        foreach (var item in items) await item.Endorse(cancel);
        for (var at = 0; at < items.Length; at++)
        {
            await stage.At(day, 13, 15 + 4 * at, cancel);
            await items[at].Approve(cancel);
        }
    }
}
