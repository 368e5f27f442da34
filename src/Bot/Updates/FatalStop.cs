namespace KominfoBot.Bot.Updates;

/// <summary>The server does not accept the token: nothing that the program could retry. Says so once and ends the process with an exit code.</summary>
public sealed class FatalStop(IHostApplicationLifetime lifetime, ILogger<FatalStop> logger)
{
    /// <summary>The process's exit code then.</summary>
    public const int TokenRefused = 78;

    private int stopped;

    public void BecauseTokenRefused()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1) return;
        logger.LogCritical("Server Bot API menolak token (401). Periksa Telegram:BotToken, ambil token yang berlaku dari @BotFather, lalu jalankan lagi. Program berhenti.");
        Environment.ExitCode = TokenRefused;
        lifetime.StopApplication();
    }
}
