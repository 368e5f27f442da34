using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A poll. Type <c>Poll</c>.</summary>
public sealed class Poll
{
    public string Id { get; set; } = null!;

    public string Question { get; set; } = null!;

    public MessageEntity[]? QuestionEntities { get; set; }

    public PollOption[] Options { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TotalVoterCount { get; set; }

    public bool IsClosed { get; set; }

    public bool IsAnonymous { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public PollType Type { get; set; }

    public bool AllowsMultipleAnswers { get; set; }

    public bool AllowsRevoting { get; set; }

    public bool MembersOnly { get; set; }

    public string[]? CountryCodes { get; set; }

    public int[]? CorrectOptionIds { get; set; }

    public string? Explanation { get; set; }

    public MessageEntity[]? ExplanationEntities { get; set; }

    public int? OpenPeriod { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? CloseDate { get; set; }

    public string? Description { get; set; }

    public MessageEntity[]? DescriptionEntities { get; set; }
}

/// <summary>One choice of a poll. Type <c>PollOption</c>.</summary>
public sealed class PollOption
{
    public string PersistentId { get; set; } = null!;

    public string Text { get; set; } = null!;

    public MessageEntity[]? TextEntities { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int VoterCount { get; set; }

    public User? AddedByUser { get; set; }

    public Chat? AddedByChat { get; set; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? AdditionDate { get; set; }
}
