namespace KominfoBot.Sandbox;

/// <summary>One person of the practice office with a phone that has a private chat with the bot.</summary>
/// <param name="TelegramId">The person's Telegram id; larger than 32 bits, as Bot API ids may be.</param>
/// <param name="Name">First and last name, as Telegram shows them.</param>
/// <param name="Role">The role the office gives them (<c>AdminSkpd</c>, <c>Kabid</c>, <c>Kadis</c>, <c>Koordinator</c>, <c>AdminPortal</c>), or empty for a newcomer.</param>
/// <param name="Skpd">The code of their SKPD, for an SKPD admin.</param>
/// <param name="Label">What the page writes above the phone.</param>
/// <param name="OnDesk">Whether the page shows it; a scene has people elsewhere, too.</param>
public sealed record SandboxPhone(long TelegramId, string Name, string Role, string? Skpd, string Label, bool OnDesk = true)
{
    internal string FirstName => Name.Split(' ', 2)[0];
    internal string? LastName => Name.Split(' ', 2) is [_, var last] ? last : null;
}
