namespace KominfoBot.Workflow.News;

/// <summary>Counting words as a newsroom does: stretches between white space that hold a letter or digit.</summary>
public static class Words
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var counted = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character)) counted = false;
            else if (!counted && (char.IsLetterOrDigit(character) || char.IsSurrogate(character)))
            {
                counted = true;
                count++;
            }
        }
        return count;
    }
}
