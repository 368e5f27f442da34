using System.Security.Cryptography;
using System.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow.News;

/// <summary>Names the words of a text: title and body without case, accents, punctuation and formatting. Equal for a copy that was merely pasted anew.</summary>
public static class TextHash
{
    public static string Of(Content content)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SearchText.Fold(PlainText.Clean(content.Title)) + "\n" + SearchText.Fold(PlainText.Clean(content.Body.Text)))));
}
