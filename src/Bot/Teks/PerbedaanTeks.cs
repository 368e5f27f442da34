using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>A difference as it is read in chat: what went is struck through, what came is bold and underlined, long stretches that stayed are an ellipsis.</summary>
public static class PerbedaanTeks
{
    /// <summary>Unchanged sentences longer than this together are left out, UTF-16 units.</summary>
    private const int LongestKept = 160;

    /// <summary>All that changed between two revisions, line by line; empty when nothing did.</summary>
    /// <param name="category">A category's name by its code.</param>
    public static StyledText Naskah(ContentDifference difference, Func<string, string> category)
    {
        List<StyledText> lines = [];
        if (!TextDifference.IsKept(difference.Title)) lines.Add(ChatText.Of($"Judul: {Kalimat(difference.Title)}"));
        if (!TextDifference.IsKept(difference.Body)) lines.Add(ChatText.Of($"Isi: {Kalimat(difference.Body)}"));
        if (difference.OnlyMarks) lines.Add(ChatText.Of($"Isi: hanya tampilan hurufnya (tebal, miring, tautan) yang berubah."));
        if (difference is { CategoryBefore: { } before, CategoryAfter: { } after }) lines.Add(ChatText.Of($"Kategori: <s>{category(before)}</s> <b><u>{category(after)}</u></b>"));
        if (difference.Occasions is var (was, now)) lines.Add(Kegiatan(was, now));
        if (difference.Attachments is var (old, fresh)) lines.Add(Lampiran(old, fresh));
        if (Foto(difference) is { Length: > 0 } photos) lines.Add(ChatText.Of($"Foto: {photos}."));
        foreach (var (position, changes) in difference.Captions) lines.Add(ChatText.Of($"Keterangan foto {position}: {Kalimat(changes)}"));
        return lines.Count == 0 ? StyledText.Empty : lines.Aggregate((text, line) => ChatText.Of($"{text}\n{line}"));
    }

    /// <summary>A text with its insertions and deletions marked.</summary>
    public static StyledText Kalimat(ImmutableArray<SentenceChange> changes)
    {
        var text = StyledText.Empty;
        for (var at = 0; at < changes.Length; at++)
        {
            if (!changes[at].IsKept)
            {
                foreach (var part in changes[at].Parts) text = With(text, part);
                continue;
            }
            var from = at;
            while (at + 1 < changes.Length && changes[at + 1].IsKept) at++;
            var kept = string.Concat(changes.Skip(from).Take(at - from + 1).Select(change => change.Before));
            text = Raw(text, kept.Length <= LongestKept || changes.All(change => change.IsKept) ? kept : text.Text.Length == 0 || char.IsWhiteSpace(text.Text[^1]) ? "… " : " … ");
        }
        return text.Trim();
    }

    private static StyledText With(StyledText text, TextChange part)
    {
        if (part.Kind == ChangeKind.Kept) return Raw(text, part.Text);
        // A paragraph that was joined or parted shows as its sign: white space cannot be struck through.
        var shown = string.IsNullOrWhiteSpace(part.Text) ? part.Text.Contains('\n', StringComparison.Ordinal) ? "¶" : part.Text : part.Text;
        var words = shown.Trim();
        if (words.Length == 0) return Raw(text, part.Text);
        var isTight = text.Text.Length > 0 && !char.IsWhiteSpace(text.Text[^1]) && part.Kind == ChangeKind.Inserted && text.Marks is [.., { Kind: MarkKind.Strikethrough } last] && last.Offset + last.Length == text.Text.Length;
        var before = shown[..shown.IndexOf(words, StringComparison.Ordinal)] is { Length: > 0 } blank ? blank : isTight ? " " : "";
        var behind = shown[(shown.IndexOf(words, StringComparison.Ordinal) + words.Length)..];
        return part.Kind == ChangeKind.Deleted ? ChatText.Of($"{text}{before}<s>{words}</s>{behind}") : ChatText.Of($"{text}{before}<b><u>{words}</u></b>{behind}");
    }

    private static StyledText Kegiatan(Occasion? was, Occasion? now)
    {
        var text = ChatText.Of($"Kegiatan:");
        if (was is not null) text = ChatText.Of($"{text} <s>{KegiatanTeks.Keterangan(was)}</s>");
        return now is null ? text : ChatText.Of($"{text} <b><u>{KegiatanTeks.Keterangan(now)}</u></b>");
    }

    private static StyledText Lampiran(Attachment? was, Attachment? now)
    {
        var text = ChatText.Of($"Lampiran:");
        if (was is not null) text = ChatText.Of($"{text} <s>{LampiranTeks.Keterangan(was)}</s>");
        return now is null ? text : ChatText.Of($"{text} <b><u>{LampiranTeks.Keterangan(now)}</u></b>");
    }

    private static StyledText Raw(StyledText text, string more) => ChatText.Of($"{text}{more}");

    private static string Foto(ContentDifference difference)
    {
        List<string> changes = [];
        if (difference.PhotosAdded > 0) changes.Add(ChatText.Line($"{difference.PhotosAdded} ditambahkan"));
        if (difference.PhotosGone > 0) changes.Add(ChatText.Line($"{difference.PhotosGone} dihapus"));
        if (difference.PhotosMoved) changes.Add(ChatText.Line($"urutannya berubah"));
        return string.Join(", ", changes);
    }
}
