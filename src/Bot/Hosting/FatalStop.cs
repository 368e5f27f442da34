namespace KominfoBot.Bot.Hosting;

/// <summary>For a fault that only a person can mend (the token was refused): ends the program in good order, with one sentence and exit code 1.</summary>
public sealed class FatalStop(IHostApplicationLifetime lifetime)
{
    private string? sentence;

    /// <summary>The first sentence given; null while nothing is wrong.</summary>
    public string? Sentence => sentence;

    public void Stop(string why)
    {
        Interlocked.CompareExchange(ref sentence, why, null);
        lifetime.StopApplication();
    }
}
