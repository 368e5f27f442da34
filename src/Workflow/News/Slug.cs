using System.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow.News;

/// <summary>The readable part of a permanent link: ASCII letters, digits and hyphens, at most 80, cut between words.</summary>
public static class Slug
{
    private const int Longest = 80;

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var word in SearchText.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ascii = string.Concat(word.Where(char.IsAsciiLetterOrDigit));
            if (ascii.Length == 0) continue;
            if (slug.Length + 1 + ascii.Length > Longest)
            {
                if (slug.Length == 0) slug.Append(ascii.AsSpan(0, Longest));
                break;
            }
            if (slug.Length > 0) slug.Append('-');
            slug.Append(ascii);
        }
        return slug.Length == 0 ? "berita" : slug.ToString();
    }
}
