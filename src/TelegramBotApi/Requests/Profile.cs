namespace Telegram.Bot.Requests;

/// <summary>Sets the text shown in an empty chat, 0-512 characters. Bot API method <c>setMyDescription</c>.</summary>
public sealed class SetMyDescriptionRequest() : RequestBase<bool>("setMyDescription")
{
    public string? Description { get; set; }

    public string? LanguageCode { get; set; }
}

/// <summary>Sets the text on the profile page, 0-120 characters. Bot API method <c>setMyShortDescription</c>.</summary>
public sealed class SetMyShortDescriptionRequest() : RequestBase<bool>("setMyShortDescription")
{
    public string? ShortDescription { get; set; }

    public string? LanguageCode { get; set; }
}
