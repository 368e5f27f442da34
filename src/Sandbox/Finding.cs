namespace KominfoBot.Sandbox;

/// <summary>A way in which a request deviates from the Bot API's description.</summary>
public sealed record Finding(string Method, string What)
{
    public override string ToString() => $"{Method}: {What}";
}
