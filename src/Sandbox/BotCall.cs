namespace KominfoBot.Sandbox;

/// <summary>A Bot API request as it came in.</summary>
/// <param name="Number">Counts the calls of this process.</param>
/// <param name="Method">The method's proper name.</param>
/// <param name="ChatId">The chat it is about, if it names one.</param>
/// <param name="ParametersJson">Its parameters without uploaded files; values of forms are JSON strings.</param>
/// <param name="At">When it came, by the practice clock.</param>
/// <param name="Outcome"><c>ok</c>, the error's description, or <c>null</c> while it runs or when a fault struck first.</param>
public sealed record BotCall(long Number, string Method, long? ChatId, string ParametersJson, DateTimeOffset At, string? Outcome);
