using Telegram.Bot.Types;

namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call that concerns one chat.</summary>
public interface IChatTargetable
{
    ChatId ChatId { get; }
}
