using System.Collections.Immutable;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Publication;

/// <summary>Writes the public form of an item, in the transaction of the act that makes it public.</summary>
public static class Publisher
{
    /// <summary>The first edition makes the item public; a later one takes its place under the same id, number and link, also after a retraction.</summary>
    /// <param name="sequence">Of the audit event of this act: the change's place in the list of changes.</param>
    public static async Task Publish(NewsroomDb db, NewsItem item, Edition edition, Content content, long sequence, DateTimeOffset now, CancellationToken cancel)
    {
        var skpd = await db.Skpds.FirstAsync(row => row.Code == item.SkpdCode, cancel);
        var category = await db.Categories.FirstAsync(row => row.Code == content.CategoryCode, cancel);
        var hashes = content.Photos.Select(photo => photo.Hash).Distinct().ToList();
        var variants = await db.Photos.Where(photo => hashes.Contains(photo.Hash)).ToDictionaryAsync(photo => photo.Hash, photo => photo.Variants, cancel);
        var row = await db.Publications.FirstOrDefaultAsync(each => each.ItemId == item.Id, cancel);
        ImmutableArray<PublishedCorrection> corrections = row?.Shape.Corrections ?? [];
        if (edition.CorrectionNote is { } note) corrections = corrections.Add(new PublishedCorrection(now, PlainText.OneLine(note)));
        var shape = new PublishedItem(
            item.Id,
            item.Number!,
            item.Slug!,
            skpd.Code,
            skpd.Name,
            category.Code,
            category.Name,
            edition.Ordinal,
            row is null ? PublicationStatus.Published : PublicationStatus.Corrected,
            PlainText.OneLine(content.Title),
            content.Body,
            [.. content.Photos.Select(photo => Photo(photo, variants[photo.Hash]))],
            item.FirstPublishedAt!.Value,
            now,
            corrections,
            Occasion: content.Occasion is { } occasion ? new PublishedOccasion(occasion.Place, occasion.On) : null,
            Attachment: content.Attachment is { } file ? new PublishedAttachment(file.Hash, file.Name, file.Bytes, file.Pages) : null);

        if (row is null)
        {
            var ordinal = await db.Publications.MaxAsync(each => (long?)each.Ordinal, cancel) ?? 0;
            db.Publications.Add(Row(shape, await FreePlace(db, shape.PublishedAt, cancel), ordinal + 1));
        }
        else
        {
            (row.CategoryCode, row.Status, row.ModifiedAt, row.SearchText, row.Shape) = (shape.CategoryCode, shape.Status, shape.ModifiedAt, WordsOf(shape), shape);
        }
        await ShowFiles(db, shape.Number, content.Attachment is { } pdf ? [.. hashes, pdf.Hash] : hashes, cancel);
        db.PublicationChanges.Add(new PublicationChangeRow { Sequence = sequence, At = now, Number = shape.Number, Status = shape.Status });
    }

    private static PublishedPhoto Photo(PhotoUse use, IEnumerable<PhotoVariant> variants)
    {
        var (caption, credit) = PhotoCredit.Split(use.Caption);
        return new PublishedPhoto(use.Hash, caption, [.. variants], credit);
    }

    /// <summary>Leaves a tombstone with the public reason; its photos and its PDF are gone unless another live item has them.</summary>
    public static async Task Retract(NewsroomDb db, NewsItem item, string notice, long sequence, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Publications.FirstAsync(each => each.ItemId == item.Id, cancel);
        row.Status = PublicationStatus.Retracted;
        row.ModifiedAt = now;
        row.Shape = row.Shape with { Status = PublicationStatus.Retracted, ModifiedAt = now, RetractionNotice = PlainText.OneLine(notice) };
        await ShowFiles(db, row.Number, [], cancel);
        db.PublicationChanges.Add(new PublicationChangeRow { Sequence = sequence, At = now, Number = row.Number, Status = PublicationStatus.Retracted });
    }

    /// <summary>From now on the item shows these photos, carries this PDF, and no others.</summary>
    private static async Task ShowFiles(NewsroomDb db, string number, List<string> hashes, CancellationToken cancel)
    {
        var known = await db.PublicationPhotos.Where(each => each.Number == number).ToListAsync(cancel);
        foreach (var photo in known) photo.Live = hashes.Contains(photo.Hash);
        db.PublicationPhotos.AddRange(hashes.Except(known.Select(photo => photo.Hash)).Select(hash => new PublicationPhotoRow { Number = number, Hash = hash, Live = true }));
    }

    /// <summary>The row of an item's first edition. Another writer that took the same place or ordinal makes the store begin the act anew.</summary>
    public static PublicationRow Row(PublishedItem shape, long place, long ordinal) => new()
    {
        Number = shape.Number,
        ItemId = shape.Id,
        Place = place,
        Ordinal = ordinal,
        SkpdCode = shape.SkpdCode,
        CategoryCode = shape.CategoryCode,
        Status = shape.Status,
        PublishedAt = shape.PublishedAt,
        ModifiedAt = shape.ModifiedAt,
        SearchText = WordsOf(shape),
        Shape = shape,
    };

    /// <summary>What the public form is found by.</summary>
    public static string WordsOf(PublishedItem shape) => SearchText.Of($"{shape.Number} {shape.Title} {shape.SkpdName} {shape.Body.Text}");

    private static async Task<long> FreePlace(NewsroomDb db, DateTimeOffset published, CancellationToken cancel)
    {
        var place = published.UtcTicks;
        while (await db.Publications.AnyAsync(row => row.Place == place, cancel)) place++;
        return place;
    }
}
