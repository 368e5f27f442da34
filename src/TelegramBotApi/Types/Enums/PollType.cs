using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types.Enums;

/// <summary>Kinds of polls. A word that this list lacks reads as 0.</summary>
[JsonConverter(typeof(EnumConverter<PollType>))]
public enum PollType
{
    Regular = 1,
    Quiz,
}
