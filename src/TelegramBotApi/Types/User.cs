using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A person or a bot. Type <c>User</c>; ids have up to 52 bits.</summary>
public sealed class User
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string FirstName { get; set; } = null!;

    public string? LastName { get; set; }

    public string? Username { get; set; }

    /// <summary>IETF tag of the language of the client.</summary>
    public string? LanguageCode { get; set; }

    public bool IsPremium { get; set; }

    public bool AddedToAttachmentMenu { get; set; }

    public bool CanJoinGroups { get; set; }

    public bool CanReadAllGroupMessages { get; set; }

    public bool SupportsGuestQueries { get; set; }

    public bool SupportsInlineQueries { get; set; }

    public bool CanConnectToBusiness { get; set; }

    public bool HasMainWebApp { get; set; }

    public bool HasTopicsEnabled { get; set; }

    public bool AllowsUsersToCreateTopics { get; set; }

    public bool CanManageBots { get; set; }

    public bool SupportsJoinRequestQueries { get; set; }

    public override string ToString() => $"{(Username is null ? $"{FirstName} {LastName}".TrimEnd() : $"@{Username}")} ({Id})";
}
