namespace Telegram.Bot.Types;

/// <summary>A button that copies 1-256 characters. Type <c>CopyTextButton</c>.</summary>
public sealed class CopyTextButton
{
    public string Text { get; set; } = null!;

    public static implicit operator string(CopyTextButton self) => self.Text;

    public static implicit operator CopyTextButton(string text) => new() { Text = text };
}
