namespace KominfoBot.Sandbox;

/// <summary>How the bot answered a press (Bot API answerCallbackQuery).</summary>
/// <param name="Text">What the person sees; <c>null</c> when the button only stops spinning.</param>
/// <param name="IsAlert">Whether it is a box to be closed rather than a line that fades.</param>
/// <param name="Url">An address that the client opens.</param>
public sealed record PressAnswer(string? Text, bool IsAlert, string? Url);
