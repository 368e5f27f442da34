using System.Security.Cryptography;
using System.Text.Json;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Audit;

/// <summary>
/// Each event holds the hash of the one before it: hash = SHA-256(previous hash ‖ canonical bytes), both as bytes. A changed, removed or inserted event
/// breaks every hash behind it; a cut tail shows against the head row and the copies of the head kept elsewhere.
/// </summary>
public static class AuditChain
{
    /// <summary>What the first event follows.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>Adds an event at the end of the chain. Called last in a transaction, since it keeps other writers of the chain waiting.</summary>
    /// <param name="entry">Its sequence and instant are set here.</param>
    public static async Task<AuditEvent> Append(NewsroomDb db, AuditEntry entry, DateTimeOffset now, CancellationToken cancel)
    {
        await db.LockAuditHead(cancel);
        var head = await db.AuditHeads.FirstOrDefaultAsync(cancel);
        if (head is null) db.AuditHeads.Add(head = new AuditHead { Sequence = 0, Hash = Genesis });
        else await db.Entry(head).ReloadAsync(cancel);

        var at = Instant(now);
        entry = entry with { Sequence = head.Sequence + 1, At = at };
        var canonical = JsonSerializer.SerializeToUtf8Bytes(entry, AuditJson.Default.AuditEntry);
        var added = new AuditEvent
        {
            Sequence = entry.Sequence,
            At = at,
            Act = entry.Act,
            ActorId = entry.ActorId,
            ItemId = entry.ItemId,
            EditionId = entry.EditionId,
            Canonical = canonical,
            PreviousHash = head.Hash,
            Hash = HashOf(head.Hash, canonical),
        };
        db.AuditEvents.Add(added);
        head.Sequence = added.Sequence;
        head.Hash = added.Hash;
        await db.SaveChangesAsync(cancel);
        return added;
    }

    /// <summary>An instant as the chain holds it: whole milliseconds, UTC.</summary>
    public static DateTimeOffset Instant(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    public static AuditEntry Read(AuditEvent row)
        => JsonSerializer.Deserialize(row.Canonical, AuditJson.Default.AuditEntry) ?? throw new InvalidDataException($"Peristiwa audit {row.Sequence} kosong.");

    /// <summary>Whether an event still is what was hashed, taken by itself; whether one is missing, only <see cref="Verify"/> says.</summary>
    public static bool IsIntact(AuditEvent row) => row.Hash == HashOf(row.PreviousHash, row.Canonical) && Agrees(row);

    /// <summary>Walks the whole chain.</summary>
    public static async Task<AuditVerdict> Verify(NewsroomDb db, CancellationToken cancel)
    {
        var previous = Genesis;
        long count = 0;
        await foreach (var row in db.AuditEvents.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Sequence != count + 1) return AuditVerdict.Broken(count + 1, "peristiwa ini hilang");
            if (row.PreviousHash != previous) return AuditVerdict.Broken(row.Sequence, "tidak bersambung dengan peristiwa sebelumnya");
            if (row.Hash != HashOf(previous, row.Canonical)) return AuditVerdict.Broken(row.Sequence, "isinya berubah");
            if (!Agrees(row)) return AuditVerdict.Broken(row.Sequence, "kolomnya tidak sama dengan isi yang di-hash");
            previous = row.Hash;
            count++;
        }
        var head = await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancel);
        if ((head?.Sequence ?? 0) != count || (head?.Hash ?? Genesis) != previous) return AuditVerdict.Broken(count + 1, "ekor rantai terpotong atau kepala rantai diubah");
        return new AuditVerdict(true, count, previous, null, null);
    }

    private static bool Agrees(AuditEvent row)
    {
        AuditEntry entry;
        try
        {
            entry = Read(row);
        }
        catch (JsonException)
        {
            return false;
        }
        return entry.Sequence == row.Sequence && entry.At == row.At && entry.Act == row.Act && entry.ActorId == row.ActorId && entry.ItemId == row.ItemId && entry.EditionId == row.EditionId;
    }

    private static string HashOf(string previousHash, byte[] canonical)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previousHash));
        hash.AppendData(canonical);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What a walk along the chain found.</summary>
/// <param name="Head">Hash of the last event.</param>
/// <param name="BrokenAt">Sequence of the first event that is not as it was written.</param>
/// <param name="Fault">What is wrong with it, in Indonesian.</param>
public sealed record AuditVerdict(bool Whole, long Events, string Head, long? BrokenAt, string? Fault)
{
    public static AuditVerdict Broken(long at, string fault) => new(false, at - 1, "", at, fault);
}
