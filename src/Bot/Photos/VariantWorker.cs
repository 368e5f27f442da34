using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Photos;

/// <summary>What the worker tells others, and asks of them.</summary>
/// <param name="Settled">
/// Called in the transaction that makes a photo Ready or Failed, with the row as it will be: what waits for the photo goes on in the same commit.
/// May be called again when the store begins the transaction anew; exactly one call is committed per photo.
/// </param>
/// <param name="Words">The sentence for the author, kept as <see cref="PhotoRow.Failure"/>.</param>
public sealed record VariantOutcome(Func<NewsroomDb, PhotoRow, CancellationToken, Task> Settled, Func<ImageFailure, string> Words);

/// <summary>
/// Makes the variants of waiting photos, as many at a time as there are cores; woken by the commit that brings a photo, and at start. Killed at any point it
/// begins the photo again: what is published twice is the same file.
/// </summary>
public sealed partial class VariantWorker(NewsroomStore store, IVariantMaker maker, VariantOutcome outcome, TimeProvider clock, ILogger<VariantWorker> logger) : BackgroundService, ILeadersWork
{
    /// <summary>When the tool crashes on a photo, it is tried this often in all.</summary>
    public const int MaxAttempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>For what another process brought and could not tell.</summary>
    private static readonly TimeSpan Safety = TimeSpan.FromMinutes(1);

    private readonly int places = Math.Max(1, Environment.ProcessorCount);

    // Only the loop touches these two.
    private readonly Dictionary<string, Task<Progress>> making = [];
    private readonly Dictionary<string, DateTimeOffset> postponed = [];

    private enum Progress
    {
        Done,
        Postponed,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitForTool(stoppingToken);
        var brought = store.Signals.Photos.Wait(stoppingToken).AsTask();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var nap = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                var retry = Task.Delay(await StartWhatWaits(stoppingToken), clock, nap.Token);
                await Task.WhenAny([brought, retry, .. making.Values]);
                await nap.CancelAsync();
                if (brought.IsCompleted)
                {
                    await brought;
                    brought = store.Signals.Photos.Wait(stoppingToken).AsTask();
                }
                foreach (var (hash, one) in making.Where(one => one.Value.IsCompleted).ToList())
                {
                    making.Remove(hash);
                    if (await one == Progress.Postponed) postponed[hash] = clock.GetUtcNow() + Pause;
                }
            }
        }
        finally
        {
            await Task.WhenAll(making.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WaitForTool(CancellationToken cancel)
    {
        if (maker.MissingProgram() is not { } missing) return;
        ToolIsMissing(missing);
        do await Task.Delay(Pause, clock, cancel); while (maker.MissingProgram() is not null);
        ToolIsThere();
    }

    /// <returns>When to look again, if nothing happens before.</returns>
    private async Task<TimeSpan> StartWhatWaits(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var hash in postponed.Where(one => one.Value <= now).Select(one => one.Key).ToList()) postponed.Remove(hash);
        try
        {
            var known = making.Count + postponed.Count;
            var waiting = await store.Read(db => db.Photos.Where(photo => photo.State == PhotoState.Waiting)
                .OrderBy(photo => photo.AddedAt).ThenBy(photo => photo.Hash).Take(known + places).ToListAsync(cancel), cancel);
            foreach (var photo in waiting.Where(photo => !making.ContainsKey(photo.Hash) && !postponed.ContainsKey(photo.Hash)).Take(places - making.Count).ToList())
                making.Add(photo.Hash, Task.Run(() => MakeOne(photo, cancel), cancel));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            StoreFailed(error);
            return Pause;
        }
        return postponed.Count == 0 ? store.CommitsInOrder ? Timeout.InfiniteTimeSpan : Safety : postponed.Values.Min() - now;
    }

    private async Task<Progress> MakeOne(PhotoRow photo, CancellationToken cancel)
    {
        try
        {
            return await Try(photo, cancel);
        }
        catch (ImageToolException error) when (error.Failure is ImageFailure.DiskFull or ImageFailure.ToolMissing)
        {
            Held(photo.Hash, error.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Unexpected(photo.Hash, error);
        }
        return Progress.Postponed;
    }

    private async Task<Progress> Try(PhotoRow photo, CancellationToken cancel)
    {
        try
        {
            await Settle(photo.Hash, PhotoState.Ready, null, await maker.Make(photo.Hash, photo.Format, photo.Width, photo.Height, cancel), cancel);
        }
        catch (ImageToolException error) when (error.Failure == ImageFailure.Crashed && photo.Attempts + 1 < MaxAttempts)
        {
            Crashed(photo.Hash, photo.Attempts + 1, error.Message);
            await store.Write(db => db.Photos.Where(row => row.Hash == photo.Hash).ExecuteUpdateAsync(row => row.SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel), cancel);
        }
        catch (ImageToolException error) when (error.Failure is not (ImageFailure.DiskFull or ImageFailure.ToolMissing))
        {
            GivenUp(photo.Hash, error.Message);
            await Settle(photo.Hash, PhotoState.Failed, outcome.Words(error.Failure), new MadePhoto([], null), cancel);
        }
        return Progress.Done;
    }

    private Task Settle(string hash, PhotoState state, string? failure, MadePhoto made, CancellationToken cancel)
        => store.Write(async db =>
        {
            // On PostgreSQL another process may be at the same photo: the row lock of this update lets one of them tell the outcome.
            if (await db.Photos.Where(row => row.Hash == hash && row.State == PhotoState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(x => x.State, state), cancel) == 0) return;
            var photo = await db.Photos.SingleAsync(row => row.Hash == hash, cancel);
            photo.Failure = failure;
            photo.Variants = made.Variants;
            photo.Print = made.Print;
            if (made.Print is { } print) db.PhotoPrints.AddRange(PhotoPrint.Keys(print).Select(key => new PhotoPrintRow { Key = key, Hash = hash }));
            await outcome.Settled(db, photo, cancel);
        }, cancel);

    [LoggerMessage(LogLevel.Error, "Program {Program} tidak ada, jadi foto belum dapat diolah dan berita berfoto menunggu. Pasang: apt-get install util-linux. Diperiksa lagi setiap menit.")]
    private partial void ToolIsMissing(string program);

    [LoggerMessage(LogLevel.Information, "Pengolah foto sudah terpasang; foto yang menunggu mulai diolah.")]
    private partial void ToolIsThere();

    [LoggerMessage(LogLevel.Warning, "Foto {Hash}: pengolah foto berhenti pada percobaan ke-{Attempt}; dicoba lagi. {Detail}")]
    private partial void Crashed(string hash, int attempt, string detail);

    [LoggerMessage(LogLevel.Warning, "Foto {Hash} tidak dapat diolah. {Detail}")]
    private partial void GivenUp(string hash, string detail);

    [LoggerMessage(LogLevel.Error, "Foto {Hash} menunggu satu menit: ruang disk habis atau pengolah foto hilang. {Detail}")]
    private partial void Held(string hash, string detail);

    [LoggerMessage(LogLevel.Error, "Foto {Hash}: galat tak terduga; dicoba lagi semenit kemudian.")]
    private partial void Unexpected(string hash, Exception error);

    [LoggerMessage(LogLevel.Error, "Daftar foto yang menunggu tidak terbaca; dicoba lagi semenit kemudian.")]
    private partial void StoreFailed(Exception error);
}
