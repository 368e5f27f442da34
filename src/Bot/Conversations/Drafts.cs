using System.Collections.Immutable;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>Changes to a draft in the making, each one small and saved at once: nothing that was sent is ever lost.</summary>
public static class Drafts
{
    /// <summary>True while the SKPD may change the text.</summary>
    public static bool IsOpen(Edition edition) => edition.State is EditionState.Draft or EditionState.Returned;

    /// <summary>Its SKPD's admins, and at Kominfo who started it.</summary>
    public static bool MayWrite(Actor actor, Edition edition) => actor.WritesFor(edition.Item!.SkpdCode) || (actor.Reviews && edition.AuthorId == actor.MemberId);

    public static void Change(Edition edition, Func<DraftContent, DraftContent> change, DateTimeOffset now)
    {
        edition.Draft = change(edition.Draft);
        edition.ChangedAt = now;
    }

    public static void SetTitle(Edition edition, string title, SourceMessage? source, DateTimeOffset now)
        => Change(edition, draft => draft with { Title = PlainText.OneLine(title), TitleSource = source }, now);

    public static void AppendPassage(Edition edition, StyledText text, SourceMessage? source, DateTimeOffset now)
        => Change(edition, draft => draft with { Passages = draft.Passages.Add(new DraftPassage(source, text)) }, now);

    public static void ReplaceBody(Edition edition, ImmutableArray<DraftPassage> passages, DateTimeOffset now)
        => Change(edition, draft => draft with { Passages = passages }, now);

    public static void SetCategory(Edition edition, string code, DateTimeOffset now) => Change(edition, draft => draft with { CategoryCode = code }, now);

    /// <summary>Puts a photo in the order of its messages; the same message twice, or the same file twice, stays one photo.</summary>
    public static void AddPhoto(Edition edition, ArrivedPhoto photo, string? caption, SourceMessage source, DateTimeOffset now) => Change(edition, draft =>
    {
        if (draft.Photos.Any(each => each.Source == source || each.Hash == photo.Hash)) return draft;
        var at = draft.Photos.Count(each => each.Source is null || each.Source.ChatId != source.ChatId || each.Source.MessageId < source.MessageId);
        return draft with { Photos = draft.Photos.Insert(at, new DraftPhoto(source, photo.Hash, caption, photo.FileName ?? $"foto {draft.Photos.Length + 1}")) };
    }, now);

    /// <summary>Photos that came together, behind those that are there; a file that is there stays one photo.</summary>
    public static void AddPhotos(Edition edition, ImmutableArray<DraftPhoto> photos, DateTimeOffset now) => Change(edition, draft =>
        draft with { Photos = [.. draft.Photos.Concat(photos).DistinctBy(photo => photo.Hash)] }, now);

    public static void SetCaption(Edition edition, int position, string caption, DateTimeOffset now) => Change(edition, draft =>
        position < 1 || position > draft.Photos.Length ? draft : draft with { Photos = draft.Photos.SetItem(position - 1, draft.Photos[position - 1] with { Caption = PlainText.OneLine(caption) }) }, now);

    public static void DropPhotos(Edition edition, DateTimeOffset now) => Change(edition, draft => draft with { Photos = [] }, now);

    /// <summary>Position of the first photo without a caption at or after <paramref name="from"/>; 0 when all have one.</summary>
    public static int Uncaptioned(Edition edition, int from = 1)
        => edition.Draft.Photos.Select((photo, index) => (photo, Position: index + 1)).Where(each => each.Position >= from && string.IsNullOrWhiteSpace(each.photo.Caption)).Select(each => each.Position).FirstOrDefault();

    /// <summary>Remembers the photo's file, once for all items that use it.</summary>
    public static async Task Keep(NewsroomDb db, ArrivedPhoto photo, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Photos.FirstOrDefaultAsync(row => row.Hash == photo.Hash, cancel);
        if (known is null)
            db.Photos.Add(new PhotoRow { Hash = photo.Hash, Format = photo.Format, Width = photo.Width, Height = photo.Height, Bytes = photo.Bytes, ChatFileId = photo.ChatFileId, AddedAt = now });
        else
            known.ChatFileId ??= photo.ChatFileId;
    }

    /// <summary>Remembers a PDF and its words, once for all items that carry it.</summary>
    public static async Task Keep(NewsroomDb db, Attachment attachment, string text, string? chatFileId, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Attachments.FirstOrDefaultAsync(row => row.Hash == attachment.Hash, cancel) is { } known) known.ChatFileId = chatFileId ?? known.ChatFileId;
        else db.Attachments.Add(new AttachmentRow { Hash = attachment.Hash, Bytes = attachment.Bytes, Pages = attachment.Pages, Text = text, ChatFileId = chatFileId, AddedAt = now });
        // The checks of this very turn look at its words.
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The open or sent editions of this chat that a message went into: the newest first.</summary>
    public static async Task<Edition?> MadeFrom(NewsroomDb db, SourceMessage source, CancellationToken cancel)
    {
        var recent = await db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery()
            .Where(edition => edition.AuthorChatId == source.ChatId && edition.State != EditionState.Discarded)
            .OrderByDescending(edition => edition.Id).Take(30).ToListAsync(cancel);
        return recent.FirstOrDefault(edition => edition.Draft.TitleSource == source || edition.Draft.Passages.Any(passage => passage.Source == source) || edition.Draft.Photos.Any(photo => photo.Source == source));
    }
}
