namespace KominfoBot.Bot.Hosting;

/// <summary>Whether this process is the one that speaks for the office. The only process of a store is so from the start; of several on PostgreSQL it is who holds the lock.</summary>
public sealed class Leadership(Task elected)
{
    /// <summary>Completes when it is; never, where it is not.</summary>
    public Task Elected => elected;

    public bool IsElected => elected.IsCompletedSuccessfully;
}

/// <summary>A worker that runs in one process of a store only: polling, sending, what is done once at a start.</summary>
internal interface ILeadersWork;
