using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Export;

/// <summary>Reads the rows of each table from the store, one by one, all in the caller's one transaction.</summary>
/// <param name="publicBase">The base of public links; empty while it is not known.</param>
public sealed class ExportRows(NewsroomDb db, OfficeTime office, ExportPeriod period, string publicBase)
{
    private readonly DateTimeOffset from = period.Begins(office);
    private readonly DateTimeOffset until = period.Ends(office);

    private FrozenDictionary<string, string> skpds = FrozenDictionary<string, string>.Empty;
    private FrozenDictionary<string, string> categories = FrozenDictionary<string, string>.Empty;
    private FrozenDictionary<long, string> names = FrozenDictionary<long, string>.Empty;

    /// <summary>Writes these tables and ends the file.</summary>
    public async Task Write(ExportWriter writer, IEnumerable<ExportTable> tables, CancellationToken cancel)
    {
        // Small and needed everywhere; the rows themselves are never held together.
        skpds = (await db.Skpds.AsNoTracking().Select(row => new { row.Code, row.Name }).ToListAsync(cancel)).ToFrozenDictionary(row => row.Code, row => row.Name);
        categories = (await db.Categories.AsNoTracking().Select(row => new { row.Code, row.Name }).ToListAsync(cancel)).ToFrozenDictionary(row => row.Code, row => row.Name);
        names = (await db.Members.AsNoTracking().Select(row => new { row.Id, Name = row.OfficialName ?? row.ChatName }).ToListAsync(cancel)).ToFrozenDictionary(row => row.Id, row => row.Name);
        foreach (var table in tables)
        {
            await writer.Begin(table, cancel);
            await foreach (var row in Of(table, cancel)) await writer.Row(row, cancel);
        }
        await writer.Finish(cancel);
    }

    private IAsyncEnumerable<object?[]> Of(ExportTable table, CancellationToken cancel)
        => table == ExportTable.Items ? Items(cancel) : table == ExportTable.Steps ? Steps(cancel) : table == ExportTable.Appointments ? Appointments(cancel) : Events(cancel);

    /// <summary>The sent editions to which something happened in the period.</summary>
    private async IAsyncEnumerable<object?[]> Items([EnumeratorCancellation] CancellationToken cancel)
    {
        var editions = db.Editions.AsNoTracking()
            .Where(edition => edition.CurrentHash != null && db.AuditEvents.Any(row => row.EditionId == edition.Id && row.At >= from && row.At < until))
            .OrderBy(edition => edition.Item!.FirstSubmittedAt).ThenBy(edition => edition.Id)
            .Select(edition => new
            {
                edition.Item!.Number, edition.Item.SkpdCode, edition.Item.Slug, edition.Item.FirstSubmittedAt, edition.Item.FirstPublishedAt,
                edition.Ordinal, edition.State, edition.AuthorId, edition.SubmittedAt, edition.LastActorName, edition.LastCapacity, edition.LastActAt, edition.Reason,
                Canonical = edition.Revisions.OrderByDescending(revision => revision.Ordinal).Select(revision => revision.Canonical).First(),
            });
        await foreach (var row in editions.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var content = Content.FromCanonicalBytes(row.Canonical);
            yield return
            [
                row.Number, row.Ordinal, row.SkpdCode, skpds.GetValueOrDefault(row.SkpdCode), content.Title, new ExportWord(content.CategoryCode, categories.GetValueOrDefault(content.CategoryCode, content.CategoryCode)), State(row.State.ToString()),
                names.GetValueOrDefault(row.AuthorId), row.FirstSubmittedAt, row.SubmittedAt, row.FirstPublishedAt,
                row.LastActorName, Capacity(row.LastCapacity), row.LastActAt, row.Reason, content.WordCount, content.Photos.Length, content.Attachment?.Name,
                row.FirstPublishedAt is not null && row.Slug is not null ? $"{publicBase}/berita/{row.Number}/{row.Slug}" : null,
            ];
        }
    }

    /// <summary>What happened to items in the period.</summary>
    private async IAsyncEnumerable<object?[]> Steps([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in InPeriod().Where(row => row.ItemId != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var entry = AuditChain.Read(row);
            yield return [row.Sequence, row.At, entry.Number, entry.EditionOrdinal, Act(row.Act), entry.ActorName ?? "sistem", Capacity(entry.Capacity), State(entry.From), State(entry.To), entry.Reason, entry.Lane is null ? null : new ExportWord(entry.Lane, RiwayatTeks.Jalur(entry.Lane)), entry.Detail, entry.RevisionHash];
        }
    }

    /// <summary>Who held which office at some time of the period, acting officers among them.</summary>
    private async IAsyncEnumerable<object?[]> Appointments([EnumeratorCancellation] CancellationToken cancel)
    {
        var members = (await db.Members.AsNoTracking().Select(row => new { row.Id, row.Nip }).ToListAsync(cancel)).ToFrozenDictionary(row => row.Id, row => row.Nip);
        var held = db.Appointments.AsNoTracking().Where(row => row.From < until && (row.RevokedAt == null || row.RevokedAt >= from) && (row.Until == null || row.Until > from)).OrderBy(row => row.From).ThenBy(row => row.Id);
        await foreach (var row in held.AsAsyncEnumerable().WithCancellation(cancel))
            yield return
            [
                names.GetValueOrDefault(row.MemberId), members.GetValueOrDefault(row.MemberId), new ExportWord(row.Role.ToString(), Jabatan.Nama(row.Role)), row.SkpdCode, row.LetterNumber, row.LetterDate, Name(row.AppointedById),
                row.From, row.Until, row.RevokedAt, Name(row.RevokedById),
            ];
        var acting = db.Set<Workflow.People.Delegation>().AsNoTracking().Where(row => row.From < until && row.Until > from && (row.EndedAt == null || row.EndedAt >= from)).OrderBy(row => row.From).ThenBy(row => row.Id);
        await foreach (var row in acting.AsAsyncEnumerable().WithCancellation(cancel))
            yield return [names.GetValueOrDefault(row.MemberId), members.GetValueOrDefault(row.MemberId), new ExportWord(row.Kind.ToString(), row.Capacity), null, row.LetterNumber, null, Name(row.GivenById), row.From, row.Until, row.EndedAt, Name(row.EndedById)];
    }

    /// <summary>The audit chain itself, with what is not about an item.</summary>
    private async IAsyncEnumerable<object?[]> Events([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in InPeriod().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var entry = AuditChain.Read(row);
            yield return [row.Sequence, row.At, Act(row.Act), entry.ActorName ?? Name(entry.ActorId) ?? "sistem", entry.Number, entry.Reason, entry.Detail, row.PreviousHash, row.Hash];
        }
    }

    private IQueryable<AuditEvent> InPeriod() => db.AuditEvents.AsNoTracking().Where(row => row.At >= from && row.At < until).OrderBy(row => row.Sequence);

    private string? Name(long? memberId) => memberId is { } id ? names.GetValueOrDefault(id) : null;

    private static ExportWord Act(string act) => new(act, TinjauTeks.Perbuatan(act));

    private static ExportWord? State(string? state)
        => state is null ? null : new(state, Enum.TryParse<EditionState>(state, out var known) ? KeadaanTeks.Sudah(known) : state);

    private static ExportWord? Capacity(string? capacity) => string.IsNullOrEmpty(capacity) ? null : new(capacity, Jabatan.Kapasitas(capacity));
}
