namespace KominfoBot.Workflow.News;

/// <summary>The PDF of an announcement (a tender, a call). Part of the text that is decided on: another file is another revision.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the file.</param>
/// <param name="Name">As its sender's file is called.</param>
public sealed record Attachment(string Hash, string Name, long Bytes, int Pages);
