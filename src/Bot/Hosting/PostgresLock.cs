using System.Data.Common;
using KominfoBot.Workflow.Storage;
using Npgsql;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// Of all processes that share a PostgreSQL, one speaks with Telegram: it polls or registers the webhook, sends, and makes the photos' variants. The others stand by,
/// handle updates where those come by webhook, and one of them takes over within seconds. The advisory lock lives as long as this connection: it ends with
/// the process, however that ends. When the server restarts it is taken again. One lock for each schema.
/// </summary>
public sealed class PostgresLock : IAsyncDisposable
{
    /// <summary>"KOMINFO" in ASCII; of a schema other than public its name is added.</summary>
    private const string Key = "21197816614241871 + CASE current_schema() WHEN 'public' THEN 0 ELSE hashtext(current_schema()) END";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>A server that restarts is back within seconds, and a process that stands by takes over soon.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string connectionString;
    private readonly TimeProvider clock;
    private readonly TaskCompletionSource elected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private NpgsqlConnection connection;

    private PostgresLock(string connectionString, TimeProvider clock, NpgsqlConnection connection)
        => (this.connectionString, this.clock, this.connection) = (connectionString, clock, connection);

    /// <summary>Completes when this process has the lock.</summary>
    public Task Elected => elected.Task;

    /// <summary>Takes the lock if it is free, and waits a moment for a process that was just killed.</summary>
    public static async Task<PostgresLock> Open(string connectionString, TimeProvider clock, CancellationToken cancel)
    {
        var opened = new PostgresLock(connectionString, clock, await Connect(connectionString, cancel));
        try
        {
            var start = clock.GetTimestamp();
            while (!await opened.Try(cancel) && clock.GetElapsedTime(start) < Grace) await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>For a process that has nothing to do without the lock.</summary>
    public async Task<OperatorException> Refusal(CancellationToken cancel)
        => new($"Basis data {connection.Database} di {connection.Host} sedang dipakai KominfoBot lain{await Holder(cancel)}. Latihan berjalan dalam satu proses: hentikan dahulu yang itu.");

    /// <summary>Waits for the lock, then holds it, until cancelled: a connection that broke is made again, and the lock taken again.</summary>
    /// <exception cref="OperatorException">Another process took it from this one meanwhile: this one must not go on.</exception>
    public async Task Hold(ILogger log, CancellationToken cancel)
    {
        if (!Elected.IsCompleted) log.LogInformation("Proses lain{Holder} berbicara dengan Telegram; proses ini siaga dan menggantikannya bila ia berhenti.", await Holder(cancel));
        while (true)
        {
            try
            {
                while (!Elected.IsCompleted)
                {
                    if (await Try(cancel)) log.LogInformation("Proses ini sekarang yang berbicara dengan Telegram.");
                    else await Task.Delay(Pause, clock, cancel);
                }
                // Nobody notifies: it returns only when the connection breaks, which keep-alives find out.
                while (true) await connection.WaitAsync(cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                log.LogWarning("Kunci di PostgreSQL terlepas dan diambil lagi: {Error}", Redaction.WithoutTokens(error.Message));
            }
            await connection.DisposeAsync();
            connection = await ConnectAgain(cancel);
            if (!Elected.IsCompleted) continue;
            await TakeAgain(cancel);
            log.LogInformation("Kunci di PostgreSQL terpasang lagi.");
        }
    }

    private async Task TakeAgain(CancellationToken cancel)
    {
        try
        {
            var start = clock.GetTimestamp();
            while (!await Try(cancel))
            {
                if (clock.GetElapsedTime(start) > Grace) throw new OperatorException($"Basis data {connection.Database} di {connection.Host} sudah diambil alih KominfoBot lain{await Holder(cancel)}. Proses ini berhenti; jalankan lagi untuk bersiaga.");
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
            }
        }
        catch (Exception error) when (IsAway(error))
        {
            // Away again: the next round of Hold finds the connection broken.
        }
    }

    private async Task<NpgsqlConnection> ConnectAgain(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await Connect(connectionString, cancel);
            }
            catch (Exception error) when (IsAway(error))
            {
                // Still away.
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    private static bool IsAway(Exception error) => error is DbException or IOException or System.Net.Sockets.SocketException or TimeoutException;

    private static async Task<NpgsqlConnection> Connect(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(PostgresLine.Of(connectionString, $"KominfoBot pid {Environment.ProcessId}"));
        try
        {
            await connection.OpenAsync(cancel);
            await PostgresLine.PrepareSchema(connectionString, connection, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> Try(CancellationToken cancel)
    {
        if (!await Scalar<bool>($"SELECT pg_try_advisory_lock({Key})", cancel)) return false;
        elected.TrySetResult();
        return true;
    }

    private async Task<T> Scalar<T>(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<string> Holder(CancellationToken cancel)
    {
        try
        {
            return $" ({await Scalar<string>($"SELECT a.application_name || coalesce(' di ' || host(a.client_addr), '') FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND (l.classid::bigint << 32) + l.objid::bigint = {Key} LIMIT 1", cancel)})";
        }
        catch (Exception error) when (error is DbException or NullReferenceException)
        {
            return "";
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
