using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Buttons;

/// <summary>Any act of the table on one edition, as Lainnya and notices offer it: which, and on which text (128 bits of its hash).</summary>
public sealed record ActButton(Act Act, long EditionId, string SeenText) : Button
{
    internal const string Prefix = "a";

    public override string Pack() => $"{Prefix}:{Act}:{EditionId}:{SeenText}";

    internal static ActButton? From(string[] parts)
        => parts.Length == 4 && parts[1].Length > 0 && TryName<Act>(parts[1], out var act) && TryNumber(parts[2], out var edition) && parts[3].Length == 22
            ? new ActButton(act, edition, parts[3])
            : null;
}
