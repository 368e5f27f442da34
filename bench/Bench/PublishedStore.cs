using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KominfoBot.Bench;

/// <summary>Fills a store with published items for the measurements of the feed, written as <see cref="Publisher"/> writes them. The same count gives the same items.</summary>
internal static class PublishedStore
{
    private const int Batch = 10_000;
    private static readonly DateTimeOffset beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] words = "bupati meresmikan gedung sekolah baru di nagari bersama wali camat warga dinas membuka pelatihan petani jagung padi pasar jalan jembatan air bersih puskesmas imunisasi balita lomba tari adat silek pacu jawi gotong royong bantuan beasiswa santri masjid tanggul banjir longsor siaga relawan pemuda olahraga turnamen wisata lembah harau kelok kopi rendang umkm koperasi pajak layanan kependudukan perpustakaan".Split(' ');

    /// <param name="connection">A connection string of the store, empty or with fewer items.</param>
    /// <param name="photos">The data directory's folder of photos.</param>
    public static async Task Fill(string provider, string connection, string photos, int count)
    {
        await using NewsroomStore store = provider == "Postgres" ? new PostgresNewsroomStore(connection, new Signals()) : new SqliteNewsroomStore(connection, new Signals());
        await store.Migrate(CancellationToken.None);
        var photo = Photo(photos);
        var done = (int)await new PublishedNews(store).EverPublished(CancellationToken.None);
        for (; done < count; done += Batch)
        {
            var from = done;
            await store.Write(db =>
            {
                if (provider != "Postgres") db.Database.ExecuteSqlRaw("PRAGMA cache_size=-262144");
                var (items, changes, shown) = (new Rows<PublicationRow>(db), new Rows<PublicationChangeRow>(db), new Rows<PublicationPhotoRow>(db));
                for (var n = from + 1; n <= Math.Min(count, from + Batch); n++)
                {
                    var item = Item(n, photo);
                    items.Add(Publisher.Row(item, item.PublishedAt.UtcTicks, n));
                    changes.Add(new() { Sequence = n, At = item.PublishedAt, Number = item.Number, Status = item.Status });
                    if (n > count - 30) shown.Add(new() { Number = item.Number, Hash = photo.Hash, Live = true });
                }
                return Task.CompletedTask;
            }, CancellationToken.None);
            if (from % 100_000 == 0) Console.Error.WriteLine($"{from} of {count}");
        }
        Console.WriteLine(photo.Hash);
    }

    /// <summary>
    /// Publishes one item after the other, as another process does it, and waits until a reader of the feed sees it. Prints how long each took from the commit.
    /// </summary>
    /// <param name="connection">As for <see cref="Fill"/>; some process serves it at <paramref name="feed"/>.</param>
    public static async Task Publish(string provider, string connection, string photos, Uri feed, int count)
    {
        await using NewsroomStore store = provider == "Postgres" ? new PostgresNewsroomStore(connection, new Signals()) : new SqliteNewsroomStore(connection, new Signals());
        using var http = new HttpClient();
        var (photo, head, ever) = (Photo(photos), await new PublishedNews(store).Head(CancellationToken.None), await new PublishedNews(store).EverPublished(CancellationToken.None));
        List<double> waits = [];
        for (var n = (int)ever + 1; n <= ever + count; n++)
        {
            var (item, sequence) = (Item(n, photo), head + n - ever);
            await store.Write(db =>
            {
                db.Publications.Add(Publisher.Row(item, item.PublishedAt.UtcTicks, n));
                db.PublicationChanges.Add(new() { Sequence = sequence, At = item.PublishedAt, Number = item.Number, Status = item.Status });
                db.PublicationPhotos.Add(new() { Number = item.Number, Hash = photo.Hash, Live = true });
                return Task.CompletedTask;
            }, CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            while (!(await http.GetStringAsync(feed)).Contains(item.Number, StringComparison.Ordinal)) await Task.Delay(2);
            waits.Add(Machine.SecondsSince(began) * 1000);
        }
        Console.WriteLine(FormattableString.Invariant($"{count} published under load: visible after p50 {Machine.Percentile(waits, 0.5):0} ms, p99 {Machine.Percentile(waits, 0.99):0} ms"));
    }

    private static PublishedItem Item(int n, PublishedPhoto photo)
    {
        var random = new Random(n);
        var (skpd, category, at) = (n % 40, n % 9, beginning.AddMinutes(3 * n));
        var body = new StringBuilder();
        for (var word = 0; word < 220; word++) body.Append(words[Math.Min(random.Next(words.Length), random.Next(words.Length))]).Append(word % 45 == 44 ? ".\n\n" : word % 15 == 14 ? ". " : " ");
        body.Append("Kode khas").Append(n);
        return new(new Guid(n, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8), $"SKPD{skpd:00}-2026-{n:0000000}", $"berita-ukur-{n}", $"SKPD{skpd:00}", $"Dinas Ukur {skpd}", $"kategori{category}", $"Kategori {category}", 1, PublicationStatus.Published,
            $"Berita ukur ke-{n} tentang {words[n % words.Length]} {words[n * 7 % words.Length]}", StyledText.Plain(body.ToString()), n % 2 == 0 ? [photo] : [], at, at, []);
    }

    /// <summary>Rows as the model says, but without the tracking that a million of them would pay for.</summary>
    private sealed class Rows<T>(NewsroomDb db)
        where T : class
    {
        private readonly DbCommand insert = Insert(db);
        private readonly List<IProperty> columns = [.. db.Model.FindEntityType(typeof(T))!.GetProperties()];

        public void Add(T row)
        {
            insert.Parameters.Clear();
            for (var n = 0; n < columns.Count; n++)
                insert.Parameters.Add(columns[n].GetRelationalTypeMapping().CreateParameter(insert, $"@p{n}", columns[n].GetGetter().GetClrValue(row), columns[n].IsNullable));
            insert.ExecuteNonQuery();
        }

        private static DbCommand Insert(NewsroomDb db)
        {
            var table = db.Model.FindEntityType(typeof(T))!;
            var columns = table.GetProperties().ToList();
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // names of our own model
            command.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select((_, n) => $"@p{n}"))})";
#pragma warning restore CA2100
            return command;
        }
    }

    /// <summary>Files of the usual sizes; what is in them does not matter to whoever sends them.</summary>
    private static PublishedPhoto Photo(string photos)
    {
        var bytes = new byte[240_000];
        new Random(1).NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var shelf = Directory.CreateDirectory(Path.Combine(photos, "public", hash[..2])).FullName;
        List<PhotoVariant> variants = [];
        foreach (var (name, format, width, height, share) in ((string, string, int, int, int)[])[("large", "jpg", 1600, 1200, 1), ("medium", "jpg", 800, 600, 3), ("card", "jpg", 1200, 630, 2), ("large", "webp", 1600, 1200, 2), ("medium", "webp", 800, 600, 5)])
        {
            File.WriteAllBytes(Path.Combine(shelf, $"{hash}-{name}.{format}"), bytes[..(bytes.Length / share)]);
            variants.Add(new(name, format, width, height, bytes.Length / share));
        }
        return new(hash, "Foto ukur", [.. variants]);
    }
}
