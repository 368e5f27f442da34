using System.Text.RegularExpressions;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Updates;

/// <summary>A slash command at the start of a message: its name without the slash, and what follows it.</summary>
public sealed partial record Command(string Name, string? Argument)
{
    public static Command? In(Message message)
    {
        var match = Slash().Match(message.Text ?? "");
        return match.Success ? new Command(match.Groups["name"].Value.ToLowerInvariant(), match.Groups["argument"].Value.Trim() is { Length: > 0 } argument ? argument : null) : null;
    }

    [GeneratedRegex(@"\A/(?<name>[A-Za-z0-9_]{1,32})(@[A-Za-z0-9_]+)?(?:\s+(?<argument>.*))?\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Slash();
}
