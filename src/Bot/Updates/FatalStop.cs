namespace KominfoBot.Bot.Updates;

/// <summary>The server does not accept the token: nothing that the program could retry. The process ends in good order, with one sentence and exit code 1.</summary>
public sealed class FatalStop(IHostApplicationLifetime lifetime)
{
    private string? sentence;

    /// <summary>What the host says at the end; null while nothing is wrong.</summary>
    public string? Sentence => sentence;

    public void BecauseTokenRefused()
    {
        Interlocked.CompareExchange(ref sentence, "Server Bot API menolak token (401). Periksa Telegram:BotToken, ambil token yang berlaku dari @BotFather, lalu jalankan lagi.", null);
        lifetime.StopApplication();
    }
}
