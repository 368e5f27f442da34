using System.Text.Json;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Watch;

/// <summary>
/// Tells AdminPortal what needs a hand, each cause once with what to do, and once when all is well again. Looks at the end of a round of due things, every few
/// minutes, in whichever process. (People who cannot be reached, and a chain without reviewers, are told when they become so, by other parts.)
/// </summary>
public sealed class Alerts(NewsroomStore store, DataDirectory directory, BackupFolder backups, BackupOptions backup, AlertOptions options, WorkingCalendar calendar, DeliveryHealth? delivery = null)
{
    private const string Fact = "alerts";

    /// <summary>What comes and goes is not told again sooner.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    /// <summary>While Telegram is away, messages wait, and nobody could be told.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private DateTimeOffset looked = DateTimeOffset.MinValue;

    /// <summary>Looks if it is time.</summary>
    public async Task AtRoundEnd(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.EveryMinutes == 0 || (now - looked).Duration() < TimeSpan.FromMinutes(options.EveryMinutes)) return;
        looked = now;
        var causes = await store.Read(async db => Causes(await HouseState.Of(db, directory.Path, backups, now, cancel), await WatchNotes.Read(db, cancel), now), cancel);
        await store.Write(db => Tell(db, causes, now, cancel), cancel);
    }

    private Dictionary<string, string> Causes(HouseState state, Notes notes, DateTimeOffset now)
    {
        Dictionary<string, string> causes = new(StringComparer.Ordinal);
        var late = TimeSpan.FromMinutes(options.QueueMinutes);
        if (state.OldestInbox > late) causes["inbox"] = PeringatanTeks.AntreanMasuk(state.Inbox, state.OldestInbox);
        if (state.OldestOutbox > late && Later(delivery?.LastReceived, notes.Heard) is { } heard && now - heard < Silence) causes["outbox"] = PeringatanTeks.AntreanKeluar(state.Outbox, state.OldestOutbox);
        if (state.DiskFree < options.DiskFreeMegabytes * (1L << 20)) causes["disk"] = PeringatanTeks.Disk(state.DiskFree);
        if (notes.BackupFailure is { } failure) causes["backup-failed"] = PeringatanTeks.CadanganGagal(failure);
        if (notes.BackupFaults.Count > 0) causes["backup-data"] = PeringatanTeks.DataCadangan(notes.BackupFaults);
        if (!string.IsNullOrWhiteSpace(backup.Schedule) && state.NewestBackup is { } newest && now - newest > TimeSpan.FromHours(options.BackupHours)) causes["backup-old"] = PeringatanTeks.CadanganLama(now - newest);
        if (notes.WebhookTrouble is { } trouble) causes["webhook"] = PeringatanTeks.Webhook(trouble);
        if (calendar.Office.Today(now).Year is var year && !calendar.Knows(year)) causes[$"holidays-{year}"] = TemuanMulaiTeks.TanpaLibur(year);
        return causes;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private static async Task Tell(NewsroomDb db, Dictionary<string, string> causes, DateTimeOffset now, CancellationToken cancel)
    {
        // Another process is at it.
        if (!await db.TryTakeDue(Fact, cancel)) return;
        var fact = await db.Facts.FindAsync([Fact], cancel);
        var told = fact is null ? [] : JsonSerializer.Deserialize(fact.Value, AlertJson.Default.DictionaryStringTold) ?? [];
        List<string> news = [.. causes.Where(cause => !told.TryGetValue(cause.Key, out var before) || (!before.Open && now - before.At > Rest)).Select(cause => cause.Key)];
        var over = told.Where(each => each.Value.Open && !causes.ContainsKey(each.Key)).Select(each => each.Key).ToList();
        if (news.Count == 0 && over.Count == 0) return;

        var admins = await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel);
        // Nobody to tell yet: it stays to be told.
        if (admins.Count == 0) return;
        foreach (var cause in news) told[cause] = new Told(now, true);
        foreach (var cause in over) told[cause] = told[cause] with { Open = false };
        var value = JsonSerializer.Serialize(told, AlertJson.Default.DictionaryStringTold);
        if (fact is null) db.Facts.Add(new FactRow { Name = Fact, Value = value });
        else fact.Value = value;

        var outbox = new OutboxWriter(db, now);
        foreach (var admin in admins)
        {
            if (news.Count > 0) outbox.Send(admin.ChatUserId!.Value, new TextMessage(PeringatanTeks.Daftar([.. news.Select(cause => causes[cause])])), Priority.Notice);
            else if (told.Values.All(each => !each.Open)) outbox.Send(admin.ChatUserId!.Value, new TextMessage(PeringatanTeks.Beres(), Silent: true), Priority.Notice);
        }
    }
}

/// <summary>When a cause was told, and whether it still holds.</summary>
internal sealed record Told(DateTimeOffset At, bool Open);

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, Told>))]
internal sealed partial class AlertJson : System.Text.Json.Serialization.JsonSerializerContext;
