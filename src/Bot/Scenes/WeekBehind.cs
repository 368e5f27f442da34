namespace KominfoBot.Bot.Scenes;

/// <summary>A good week, then one in which most SKPDs fell silent; it ends on Monday before half past seven.</summary>
public static class WeekBehind
{
    /// <summary>Monday morning of the good week.</summary>
    public static DateTimeOffset Begins(Stage stage, DateTimeOffset now) => stage.Next(now, DayOfWeek.Monday, 8, 10);

    public static async Task Play(Stage stage, CancellationToken cancel)
    {
        await stage.Open(cancel);
        await Published(stage, 0, ["imunisasi-guguak", "kia-mungka", "jalan-halaban", "musyawarah-harau"], cancel);
        await Published(stage, 2, ["tanam-serentak", "numerasi-guru"], cancel);
        await Published(stage, 1, ["parkir-harau", "bank-sampah"], cancel);
        // The week after.
        await Published(stage, 5, ["akta-suliki"], cancel);
        await stage.At(9, 30, cancel, daysLater: 1);
        await StagedItem.Draft(stage, "dbd-harau", cancel);
        await stage.At(10, 15, cancel);
        var channel = await StagedItem.Sent(stage, "irigasi-kubang", cancel);
        await stage.At(8, 45, cancel, daysLater: 1);
        await channel.Return("Tambah narasumber", cancel);
        await Published(stage, 0, ["gambir-kapur"], cancel);
        await stage.At(7, 10, cancel, daysLater: 4);
        foreach (var phone in stage.Phones.Phones) stage.Phones.ReadAll(phone.TelegramId);
        await stage.Close(cancel);
    }

    /// <summary>Sent in the morning, endorsed before noon, published after lunch.</summary>
    private static async Task Published(Stage stage, int daysLater, string[] ids, CancellationToken cancel)
    {
        await stage.At(9, 0, cancel, daysLater);
        List<StagedItem> items = [];
        foreach (var id in ids)
        {
            await stage.At(9, 5 + 12 * items.Count, cancel);
            items.Add(await StagedItem.Sent(stage, id, cancel));
        }
        await stage.At(10, 40, cancel);
        foreach (var item in items) await item.Endorse(cancel);
        for (var at = 0; at < items.Count; at++)
        {
            await stage.At(13, 15 + 4 * at, cancel);
            await items[at].Approve(cancel);
        }
    }
}
