using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>Asks who the bot is: the cheapest proof that a token is right. Bot API method <c>getMe</c>.</summary>
public sealed class GetMeRequest() : ParameterlessRequest<User>("getMe");
