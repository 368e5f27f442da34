using System.Globalization;
using KominfoBot.Bot.Teks;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Hosting;

/// <summary>What the sandbox's machine pane shows of this program: the way of the item that moved last, what came in, what goes out, and the audit.</summary>
public sealed class MachineRoom(NewsroomStore store, OfficeTime office, TimeProvider clock)
{
    private const int Listed = 8;

    /// <summary>The way to publication first, then what lies beside it.</summary>
    private static readonly EditionState[] Order =
    [
        EditionState.Draft, EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed, EditionState.Scheduled, EditionState.Published,
        EditionState.Returned, EditionState.Rejected, EditionState.Withdrawn, EditionState.PublishFailed, EditionState.Retracted, EditionState.Superseded, EditionState.Discarded,
    ];

    /// <summary>Only states that the table knows.</summary>
    private static readonly List<MachinePlace> Places =
        [.. Order.Intersect(Lifecycle.Table.SelectMany(rule => rule.From.Concat(rule.To is { } to ? [to] : []))).Select(state => new MachinePlace(state.ToString(), KeadaanTeks.Tempat(state)))];

    public Task<MachineState> Look(CancellationToken cancel) => store.Read(async db =>
    {
        var names = await db.Members.Where(member => member.ChatUserId != null).ToDictionaryAsync(member => member.ChatUserId!.Value, member => member.OfficialName ?? member.ChatName, cancel);
        return new MachineState(await Way(db, cancel), [await Outbox(db, names, cancel), await Received(db, names, cancel), await Audit(db, cancel)]);
    }, cancel);

    private static async Task<MachineLifecycle?> Way(NewsroomDb db, CancellationToken cancel)
    {
        var edition = await db.Editions.Include(row => row.Item).OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        return edition is null ? null : new MachineLifecycle(MesinTeks.Naskah(edition.Item!.Number, edition.Item.SkpdCode, edition.Draft.Title), Places, [edition.State.ToString()]);
    }

    private async Task<MachineSection> Outbox(NewsroomDb db, Dictionary<long, string> names, CancellationToken cancel)
    {
        var waiting = await db.ToSend.CountAsync(row => row.State == ToSendState.Waiting, cancel);
        var rows = await db.ToSend.OrderByDescending(row => row.State == ToSendState.Waiting).ThenByDescending(row => row.Sequence).Take(Listed)
            .Select(row => new { row.Sequence, row.ChatId, Beginning = row.Payload.Substring(0, 24), row.State, row.CreatedAt, row.SentAt }).ToListAsync(cancel);
        return new MachineSection(MesinTeks.KotakKeluar, MesinTeks.KolomKeluar,
            [.. rows.Select(row => Cells(Time(row.SentAt ?? row.CreatedAt), names.GetValueOrDefault(row.ChatId, "—"), MesinTeks.Kiriman(row.Beginning), MesinTeks.Keadaan(row.State)))],
            MesinTeks.Menunggu(waiting));
    }

    private async Task<MachineSection> Received(NewsroomDb db, Dictionary<long, string> names, CancellationToken cancel)
    {
        var rows = await db.Received.OrderByDescending(row => row.Sequence).Take(Listed).Select(row => new { row.UpdateId, row.Fingerprint, row.Lane, row.ReceivedAt, row.State }).ToListAsync(cancel);
        return new MachineSection(MesinTeks.KabarMasuk, MesinTeks.KolomMasuk,
            [.. rows.Select(row => Cells(Time(row.ReceivedAt), row.UpdateId.ToString(CultureInfo.InvariantCulture), names.GetValueOrDefault(row.Lane, "—"), MesinTeks.Kabar(row.Fingerprint), MesinTeks.Keadaan(row.State)))],
            MesinTeks.DisimpanDahulu);
    }

    private async Task<MachineSection> Audit(NewsroomDb db, CancellationToken cancel)
    {
        var rows = await db.AuditEvents.OrderByDescending(row => row.Sequence).Take(Listed).ToListAsync(cancel);
        return new MachineSection(MesinTeks.JejakAudit, MesinTeks.KolomAudit,
            [.. rows.Select(row => (Event: AuditChain.Read(row), row.Hash)).Select(row => Cells(
                row.Event.Sequence.ToString(CultureInfo.InvariantCulture), Time(row.Event.At), TinjauTeks.Perbuatan(row.Event.Act), row.Event.ActorName ?? MesinTeks.Sistem, row.Event.Number ?? row.Event.Detail ?? "—", row.Hash[..8]))],
            MesinTeks.SidikBerantai);
    }

    private string Time(DateTimeOffset instant) => office.Kapan(instant, clock.GetUtcNow());

    private static string[] Cells(params string[] cells) => cells;
}
