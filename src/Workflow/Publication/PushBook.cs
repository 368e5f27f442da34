using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Publication;

/// <summary>How far each hub and portal knows the record of changes.</summary>
public sealed class PushBook(NewsroomStore store)
{
    /// <summary>A target that is new is told what comes from now on; what was before, it asks for.</summary>
    public async Task<PushRow> Of(string url, CancellationToken cancel)
    {
        if (await store.Read(db => db.Pushes.AsNoTracking().FirstOrDefaultAsync(row => row.Url == url, cancel), cancel) is { } known) return known;
        return await store.Write(async db =>
        {
            if (await db.Pushes.FindAsync([url], cancel) is { } there) return there;
            var head = await db.PublicationChanges.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
            return db.Pushes.Add(new PushRow { Url = url, Cursor = head }).Entity;
        }, cancel);
    }

    public Task Note(string url, Action<PushRow> change, CancellationToken cancel) => store.Write(async db => change((await db.Pushes.FindAsync([url], cancel))!), cancel);
}
