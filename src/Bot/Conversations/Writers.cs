using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>Who may send what goes into items: asked before anything is fetched, so that strangers cannot fill the disk.</summary>
/// <param name="clock">The office's.</param>
public sealed class Writers(NewsroomStore store, TimeProvider clock)
{
    public Task<bool> Include(long sender, CancellationToken cancel) => store.Read(async db =>
        await PeopleDesk.Find(db, sender, cancel) is { } member && Actor.Of(member, clock.GetUtcNow()) is var actor && (actor.Holds(Role.AdminSkpd) || actor.Reviews), cancel);
}
