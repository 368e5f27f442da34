using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>What the newsroom leaves behind for the public, written as one commit per act.</summary>
public sealed class Newsroom(NewsroomStore store)
{
    private readonly HashSet<long> places = [];
    private long head;

    public NewsroomStore Store => store;

    /// <summary>Sequence of the last commit.</summary>
    public long Head => Interlocked.Read(ref head);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task Furnish() => store.Write(db =>
    {
        db.Skpds.AddRange(
            new Skpd { Code = "DISDIK", Name = "Dinas Pendidikan dan Kebudayaan", ShortName = "Disdik", Head = "Dra. Contoh", Address = "Sarilamak", SiteUrl = "https://disdik.example.go.id" },
            new Skpd { Code = "DINKES", Name = "Dinas Kesehatan", ShortName = "Dinkes" },
            new Skpd { Code = "KEC-HARAU", Name = "Kecamatan Harau", ShortName = "Harau" });
        db.Categories.AddRange(
            new Category { Code = "pendidikan", Name = "Pendidikan", Order = 1 },
            new Category { Code = "kesehatan", Name = "Kesehatan", Order = 2 });
        return Task.CompletedTask;
    }, Cancel);

    public Task Publish(params PublishedItem[] items) => Publish(items, [.. items.Select(Row)]);

    private Task Publish(PublishedItem[] items, PublicationRow[] rows) => store.Write(db =>
    {
        foreach (var (item, row) in items.Zip(rows))
        {
            db.Publications.Add(row);
            Change(db, item, item.PublishedAt);
            foreach (var photo in item.Photos.DistinctBy(photo => photo.Hash)) db.PublicationPhotos.Add(new() { Number = item.Number, Hash = photo.Hash, Live = true });
        }
        return Task.CompletedTask;
    }, Cancel);

    public Task Correct(PublishedItem item) => Replace(item with { Edition = item.Edition + 1, Status = PublicationStatus.Corrected });

    public Task Retract(PublishedItem item, DateTimeOffset at, string? notice = "Data keliru.")
        => Replace(item with { Status = PublicationStatus.Retracted, ModifiedAt = at, RetractionNotice = notice });

    private Task Replace(PublishedItem item) => store.Write(async db =>
    {
        var row = await db.Publications.AsTracking().SingleAsync(row => row.Number == item.Number, Cancel);
        (row.Shape, row.Status, row.ModifiedAt, row.CategoryCode) = (item, item.Status, item.ModifiedAt, item.CategoryCode);
        row.SearchText = Publisher.WordsOf(item);
        Change(db, item, item.ModifiedAt);
        var shown = item.Status == PublicationStatus.Retracted ? [] : item.Photos.Select(photo => photo.Hash).ToHashSet();
        foreach (var photo in await db.PublicationPhotos.AsTracking().Where(photo => photo.Number == item.Number).ToListAsync(Cancel)) photo.Live = shown.Contains(photo.Hash);
    }, Cancel);

    private void Change(NewsroomDb db, PublishedItem item, DateTimeOffset at)
        => db.PublicationChanges.Add(new() { Sequence = Interlocked.Increment(ref head), At = at, Number = item.Number, Status = item.Status });

    private PublicationRow Row(PublishedItem item)
    {
        var place = item.PublishedAt.UtcTicks;
        while (!places.Add(place)) place++;
        return Publisher.Row(item, place, places.Count);
    }
}
