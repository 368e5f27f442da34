namespace KominfoBot.Bot.Scenes;

/// <summary>Twenty items between Thursday and Monday morning, in every state that an item can rest in.</summary>
public static class BusyMonday
{
    public const int Items = 20;

    /// <summary>Thursday morning before the next Monday; on a Friday or a weekend at once, as the clock shall not move further than to that Monday.</summary>
    public static DateTimeOffset Begins(Stage stage, DateTimeOffset now)
        => stage.Instant(Monday(stage, now).AddDays(-4), 8, 20) is var thursday && thursday > now ? thursday : now;

    public static DateTimeOffset Ends(Stage stage, DateTimeOffset now) => stage.Instant(Monday(stage, now), 9, 15);

    public static async Task Play(Stage stage, CancellationToken cancel)
    {
        var monday = Monday(stage, stage.Now);
        var (vaccination, cards) = await Thursday(stage, monday.AddDays(-4), cancel);
        await Friday(stage, monday.AddDays(-3), vaccination, cards, cancel);
        await Monday(stage, monday, cancel);
    }

    /// <summary>The next one whose morning has not begun.</summary>
    private static DateOnly Monday(Stage stage, DateTimeOffset now)
    {
        var today = stage.Day(now);
        var monday = today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7);
        return now < stage.Instant(monday, 7, 10) ? monday : monday.AddDays(7);
    }

    private static async Task<(StagedItem Vaccination, StagedItem Cards)> Thursday(Stage stage, DateOnly day, CancellationToken cancel)
    {
        var drafts = await StagedItem.Drafts(stage, cancel, "imunisasi-guguak", "kia-mungka", "tanam-serentak", "jalan-halaban", "turnamen-satpol");
        var (vaccination, cards, rice, road, match) = (drafts[0], drafts[1], drafts[2], drafts[3], drafts[4]);
        await stage.At(day, 8, 35, cancel);
        await vaccination.Send(cancel);
        await stage.At(day, 8, 50, cancel);
        await cards.Send(cancel);
        await stage.At(day, 9, 5, cancel);
        await rice.Send(cancel);
        await stage.At(day, 9, 20, cancel);
        await road.Send(cancel);
        await stage.At(day, 9, 30, cancel);
        await match.Send(cancel);
        await stage.At(day, 9, 45, cancel);
        await vaccination.Endorse(cancel);
        await stage.At(day, 9, 52, cancel);
        await cards.Endorse(cancel);
        await stage.At(day, 10, 5, cancel);
        await match.Reject("Bukan berita daerah", cancel);
        await stage.At(day, 10, 40, cancel);
        await vaccination.Approve(cancel);
        await stage.At(day, 10, 44, cancel);
        await cards.Approve(cancel);
        await stage.At(day, 13, 20, cancel);
        await rice.Endorse(cancel);
        await road.Endorse(cancel);
        await stage.At(day, 13, 50, cancel);
        await road.Approve(cancel);
        await stage.At(day, 13, 55, cancel);
        await rice.Approve(cancel);
        return (vaccination, cards);
    }

    private static async Task Friday(Stage stage, DateOnly day, StagedItem vaccination, StagedItem cards, CancellationToken cancel)
    {
        await stage.At(day, 8, 10, cancel);
        var drafts = await StagedItem.Drafts(stage, cancel, "parkir-harau", "numerasi-guru", "ikd-pasar", "cek-kesehatan", "irigasi-kubang");
        var (valley, teachers, market, checkups, channel) = (drafts[0], drafts[1], drafts[2], drafts[3], drafts[4]);
        await stage.At(day, 8, 15, cancel);
        await valley.Send(cancel);
        await stage.At(day, 8, 40, cancel);
        await teachers.Send(cancel);
        await stage.At(day, 8, 55, cancel);
        await valley.Endorse(cancel);
        await teachers.Return("Data perlu dicek", cancel);
        await stage.At(day, 9, 10, cancel);
        await valley.Approve(cancel);
        await stage.At(day, 10, 5, cancel);
        await teachers.Answer("Sudah dicek: angka 41 persen dari laporan asesmen murid tahun lalu, halaman 12.", cancel);
        await stage.At(day, 10, 20, cancel);
        await teachers.Endorse(cancel);
        using (await stage.HoldPhotos(cancel))
        {
            var sirens = await StagedItem.Draft(stage, "siaga-pangkalan", cancel, damaged: true);
            await sirens.Send(cancel);
            await stage.At(day, 10, 35, cancel);
            await sirens.Endorse(cancel);
            await stage.At(day, 10, 50, cancel);
            await sirens.Approve(cancel);
        }
        await stage.At(day, 11, 0, cancel);
        await teachers.Approve(cancel);
        var contest = await StagedItem.Draft(stage, "silek-pelajar", cancel);
        await contest.Discard(cancel);
        await stage.At(day, 13, 40, cancel);
        await market.Send(cancel);
        await stage.At(day, 14, 20, cancel);
        await market.Withdraw(cancel);
        await stage.At(day, 15, 0, cancel);
        await checkups.Send(cancel);
        await stage.At(day, 15, 40, cancel);
        await checkups.ReturnSaying("Mohon tambahkan kutipan narasumber, misalnya kepala puskesmas.", cancel);
        await PutRight(stage, day, vaccination, cards, cancel);
        await stage.At(day, 15, 55, cancel);
        await channel.Send(cancel);
    }

    /// <summary>What Thursday brought out is put right in the open: one item corrected, one taken back.</summary>
    private static async Task PutRight(Stage stage, DateOnly day, StagedItem vaccination, StagedItem cards, CancellationToken cancel)
    {
        await stage.At(day, 15, 42, cancel);
        await vaccination.Correct("Semula tertulis 118 anak belum lengkap pada bulan Maret; yang benar 181 anak.", "118 anak", "181 anak", cancel);
        await stage.At(day, 15, 46, cancel);
        await vaccination.Endorse(cancel);
        await stage.At(day, 15, 50, cancel);
        await vaccination.Approve(cancel);
        await stage.At(day, 15, 53, cancel);
        await cards.Retract("Memuat data pribadi", cancel);
    }

    private static async Task Monday(Stage stage, DateOnly day, CancellationToken cancel)
    {
        await stage.At(day, 7, 10, cancel);
        foreach (var phone in stage.Phones.Phones) stage.Phones.ReadAll(phone.TelegramId);
        var drafts = await StagedItem.Drafts(stage, cancel, "gambir-kapur", "akta-suliki", "stunting-luak", "musyawarah-harau", "bank-sampah", "longsor-maek");
        var (resin, births, kitchen, meeting, waste, slide) = (drafts[0], drafts[1], drafts[2], drafts[3], drafts[4], drafts[5]);
        await slide.Send(cancel);
        await stage.At(day, 7, 15, cancel);
        await slide.PublishUrgently("Jalan tertutup, warga harus memutar.", cancel);
        await stage.At(day, 7, 25, cancel);
        await resin.Send(cancel);
        await stage.At(day, 7, 40, cancel);
        await births.Send(cancel);
        await stage.At(day, 7, 55, cancel);
        await kitchen.Send(cancel);
        await resin.Endorse(cancel);
        await stage.At(day, 8, 20, cancel);
        await kitchen.Endorse(cancel);
        await births.Return("Foto kurang tajam", cancel);
        await stage.At(day, 8, 30, cancel);
        await meeting.Send(cancel);
        await stage.At(day, 8, 45, cancel);
        await waste.Send(cancel);
        await meeting.Endorse(cancel);
        await stage.At(day, 8, 50, cancel);
        await meeting.Schedule("10.00", cancel);
        var (mosquitoes, _) = (await StagedItem.Draft(stage, "dbd-harau", cancel), await StagedItem.Draft(stage, "loket-sabtu", cancel));
        await stage.At(day, 8, 55, cancel);
        await mosquitoes.Send(cancel);
        await stage.At(day, 9, 15, cancel);
    }
}
