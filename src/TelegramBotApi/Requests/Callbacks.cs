namespace Telegram.Bot.Requests;

/// <summary>Ends the waiting sign on a pressed button, with a short notice or an alert. Bot API method <c>answerCallbackQuery</c>; the press must be at most some minutes old, the text has 0-200 units.</summary>
public sealed class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; set; }

    public string? Text { get; set; }

    public bool ShowAlert { get; set; }

    public string? Url { get; set; }

    public int? CacheTime { get; set; }
}
