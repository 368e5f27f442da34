namespace KominfoBot.Bot.Scenes;

/// <summary>Twenty items between Thursday and Monday morning, in every state that an item can rest in.</summary>
public static class BusyMonday
{
    /// <summary>Thursday morning, so that it ends on the Monday after.</summary>
    public static DateTimeOffset Begins(Stage stage, DateTimeOffset now) => stage.Next(now, DayOfWeek.Thursday, 8, 20);

    public static async Task Play(Stage stage, CancellationToken cancel)
    {
        await stage.Open(cancel);
        await Thursday(stage, cancel);
        await Friday(stage, cancel);
        await Monday(stage, cancel);
    }

    private static async Task Thursday(Stage stage, CancellationToken cancel)
    {
        await stage.At(8, 35, cancel);
        var vaccination = await StagedItem.Sent(stage, "imunisasi-guguak", cancel);
        await stage.At(8, 50, cancel);
        var cards = await StagedItem.Sent(stage, "kia-mungka", cancel);
        await stage.At(9, 5, cancel);
        var rice = await StagedItem.Sent(stage, "tanam-serentak", cancel);
        await stage.At(9, 20, cancel);
        var road = await StagedItem.Sent(stage, "jalan-halaban", cancel);
        await stage.At(9, 30, cancel);
        var match = await StagedItem.Sent(stage, "turnamen-satpol", cancel);
        await stage.At(9, 45, cancel);
        await vaccination.Endorse(cancel);
        await stage.At(9, 52, cancel);
        await cards.Endorse(cancel);
        await stage.At(10, 5, cancel);
        await match.Reject("Bukan berita daerah", cancel);
        await stage.At(10, 40, cancel);
        await vaccination.Approve(cancel);
        await stage.At(10, 44, cancel);
        await cards.Approve(cancel);
        await stage.At(13, 20, cancel);
        await rice.Endorse(cancel);
        await road.Endorse(cancel);
        await stage.At(13, 50, cancel);
        await road.Approve(cancel);
        await stage.At(13, 55, cancel);
        await rice.Approve(cancel);
    }

    private static async Task Friday(Stage stage, CancellationToken cancel)
    {
        await stage.At(8, 15, cancel, daysLater: 1);
        var valley = await StagedItem.Sent(stage, "parkir-harau", cancel);
        await stage.At(8, 40, cancel);
        var teachers = await StagedItem.Sent(stage, "numerasi-guru", cancel);
        await stage.At(8, 55, cancel);
        await valley.Endorse(cancel);
        await teachers.Return("Data perlu dicek", cancel);
        await stage.At(9, 10, cancel);
        await valley.Approve(cancel);
        await stage.At(10, 5, cancel);
        await teachers.Answer("Sudah dicek: angka 41 persen dari laporan asesmen murid tahun lalu, halaman 12.", cancel);
        await stage.At(10, 20, cancel);
        await teachers.Endorse(cancel);
        using (await stage.HoldPhotos(cancel))
        {
            var sirens = await StagedItem.Sent(stage, "siaga-pangkalan", cancel, damaged: true);
            await stage.At(10, 35, cancel);
            await sirens.Endorse(cancel);
            await stage.At(10, 50, cancel);
            await sirens.Approve(cancel);
        }
        await stage.At(11, 0, cancel);
        await teachers.Approve(cancel);
        var contest = await StagedItem.Draft(stage, "silek-pelajar", cancel);
        await contest.Discard(cancel);
        await stage.At(13, 40, cancel);
        var market = await StagedItem.Sent(stage, "ikd-pasar", cancel);
        await stage.At(14, 20, cancel);
        await market.Withdraw(cancel);
        await stage.At(15, 0, cancel);
        var checkups = await StagedItem.Sent(stage, "cek-kesehatan", cancel);
        await stage.At(15, 40, cancel);
        await checkups.ReturnSaying("Mohon tambahkan kutipan narasumber, misalnya kepala puskesmas.", cancel);
        await stage.At(15, 55, cancel);
        await StagedItem.Sent(stage, "irigasi-kubang", cancel);
    }

    private static async Task Monday(Stage stage, CancellationToken cancel)
    {
        await stage.At(7, 10, cancel, daysLater: 3);
        foreach (var phone in stage.Phones.Phones) stage.Phones.ReadAll(phone.TelegramId);
        var resin = await StagedItem.Sent(stage, "gambir-kapur", cancel);
        await stage.At(7, 40, cancel);
        var births = await StagedItem.Sent(stage, "akta-suliki", cancel);
        await stage.At(7, 55, cancel);
        var kitchen = await StagedItem.Sent(stage, "stunting-luak", cancel);
        await resin.Endorse(cancel);
        await stage.At(8, 20, cancel);
        await kitchen.Endorse(cancel);
        await births.Return("Foto kurang tajam", cancel);
        await stage.At(8, 30, cancel);
        await StagedItem.Sent(stage, "musyawarah-harau", cancel);
        await StagedItem.Draft(stage, "halal-umkm", cancel);
        await stage.At(8, 45, cancel);
        await StagedItem.Sent(stage, "bank-sampah", cancel);
        await stage.At(8, 55, cancel);
        await StagedItem.Sent(stage, "dbd-harau", cancel);
        await stage.At(9, 5, cancel);
        await StagedItem.Draft(stage, "loket-sabtu", cancel);
        await stage.At(9, 15, cancel);
        await stage.Close(cancel);
    }
}
