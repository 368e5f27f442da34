using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Releases;

/// <summary>Makes a release of a document's blocks: which one is the title, which are captions, and how the rest reads as one text.</summary>
internal static partial class ReleaseComposer
{
    /// <summary>So many blocks from the beginning a title may stand: below a letterhead, a number and "SIARAN PERS".</summary>
    private const int TitleReach = 8;

    /// <exception cref="ReleaseRefusedException">No words at all.</exception>
    public static Release Compose(List<DocxBlock> blocks, HashSet<Omission> omissions, int titleMaximum)
    {
        var (pictures, words) = TakePictures(blocks);
        if (words.TrueForAll(block => block.Text.IsEmpty)) throw new ReleaseRefusedException(ReleaseFault.NoText);
        var (title, last) = FindTitle(words, titleMaximum);
        if (title is not null)
        {
            // What stands above the title stays, but for the word that this is a release.
            var above = words[..(last + 1)].Where(block => !title.Contains(block)).ToList();
            if (above.RemoveAll(block => Heading().IsMatch(block.Text.Text)) > 0) omissions.Add(Omission.Heading);
            words = [.. above, .. words[(last + 1)..]];
        }
        if (pictures.Count > ReleaseLimits.MaxPictures)
        {
            omissions.Add(Omission.MorePictures);
            pictures = pictures[..ReleaseLimits.MaxPictures];
        }
        return new Release(title is null ? null : PlainText.OneLine(Label().Replace(string.Join(' ', title.Select(block => block.Text.Text)), "", 1)), Join(words), [.. pictures], [.. omissions]);
    }

    /// <summary>The pictures with their captions, and the blocks that are left: a caption belongs to the picture right above it, or, by its style, to the one below.</summary>
    private static (List<ReleasePicture> Pictures, List<DocxBlock> Words) TakePictures(List<DocxBlock> blocks)
    {
        var pictures = new List<ReleasePicture>();
        var words = new List<DocxBlock>();
        DocxBlock? waiting = null;
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            if (block.Pictures.IsEmpty)
            {
                if (waiting is not null) words.Add(waiting);
                waiting = block is { Style: "caption" } && PhotoCaption.IsOne(block) ? block : null;
                if (waiting is null) words.Add(block);
                continue;
            }
            var caption = block.BoxCaption;
            if (caption is null && at + 1 < blocks.Count && PhotoCaption.IsOne(blocks[at + 1])) caption = PhotoCaption.Of(blocks[++at]);
            else if (caption is null && waiting is not null) (caption, waiting) = (PhotoCaption.Of(waiting), null);
            if (waiting is not null) words.Add(waiting);
            waiting = null;
            if (!block.Text.IsEmpty) words.Add(block with { Pictures = [] });
            foreach (var part in block.Pictures)
                if (pictures.FindIndex(picture => picture.Part == part) is >= 0 and var known) pictures[known] = pictures[known] with { Caption = pictures[known].Caption ?? caption };
                else pictures.Add(new ReleasePicture(part, caption));
        }
        if (waiting is not null) words.Add(waiting);
        return (pictures, words);
    }

    /// <summary>By its style; else the first bold line that can be one; else the first line that can, before the text itself begins.</summary>
    /// <returns>The title's blocks and where the last one stands.</returns>
    private static (List<DocxBlock>? Title, int Last) FindTitle(List<DocxBlock> words, int titleMaximum)
    {
        var reach = Math.Min(words.Count, TitleReach);
        var styled = words.FindIndex(0, reach, block => block.Style is "title" or "heading 1" && Fits(block, titleMaximum) && !Heading().IsMatch(block.Text.Text));
        if (styled < 0)
        {
            var text = words.FindIndex(0, reach, block => block.Text.Text.Length > titleMaximum);
            if (text < 0) text = reach;
            styled = words.FindIndex(0, text, block => block.IsBold && CanBe(block, titleMaximum));
            if (styled < 0) styled = words.FindIndex(0, text, block => CanBe(block, titleMaximum) && !block.Text.Text.EndsWith('.'));
            // All of a short note may be its text: something has to be left below a title.
            if (styled == words.Count - 1) styled = -1;
        }
        if (styled < 0) return (null, -1);
        // A title that was broken by the Enter key: the next line looks the same and both fit.
        var (first, next) = (words[styled], styled + 1 < words.Count ? words[styled + 1] : null);
        return next is not null && next.Kind == BlockKind.Paragraph && next.Style == first.Style && first.IsBold && next.IsBold && !next.Text.Text.EndsWith('.')
               && first.Text.Text.Length + 1 + next.Text.Text.Length <= titleMaximum && styled + 2 < words.Count
            ? ([first, next], styled + 1)
            : ([first], styled);
    }

    private static bool CanBe(DocxBlock block, int titleMaximum)
        => block.Kind == BlockKind.Paragraph && Fits(block, titleMaximum) && Words.Count(block.Text.Text) >= 3 && !Heading().IsMatch(block.Text.Text) && !NumberLine().IsMatch(block.Text.Text);

    private static bool Fits(DocxBlock block, int titleMaximum) => PlainText.OneLine(block.Text.Text).Length is > 0 and var length && length <= titleMaximum;

    /// <summary>Paragraphs are parted by a blank line; items of a list and rows of a table follow each other.</summary>
    private static StyledText Join(List<DocxBlock> words)
    {
        var body = new DocxText();
        DocxBlock? before = null;
        foreach (var block in words.Where(block => !block.Text.IsEmpty))
        {
            if (before is not null) body.Append(StyledText.Plain(before.Kind == block.Kind && block.Kind != BlockKind.Paragraph ? "\n" : "\n\n"));
            var quoted = block.Style is "quote" or "intense quote";
            body.Append(quoted ? block.Text with { Marks = block.Text.Marks.Add(new Mark(0, block.Text.Text.Length, MarkKind.Quote)) } : block.Text);
            before = block;
        }
        return body.ToStyledText();
    }

    [GeneratedRegex(@"\A\W*(?:siaran\s+pers|rilis(?:\s+(?:pers|berita|media))?|press\s+release|pers\s+rilis|naskah\s+berita|berita)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A\s*(?:no(?:mor)?\b\.?|tanggal|hal|perihal|lampiran|kepada|penulis|editor|reporter|hari)\s*[:./]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"\A\s*judul\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
