using System.Data.Common;
using Npgsql;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// Of all processes that share a PostgreSQL, one talks to Telegram. The advisory lock lives as long as this connection: it ends with the process, however
/// that ends. When the server restarts it is taken again. One lock per database.
/// </summary>
public sealed class PostgresLock : IAsyncDisposable
{
    /// <summary>"KOMINFO" in ASCII.</summary>
    private const long Key = 0x4B4F4D494E464F;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>A server that restarts is back within seconds.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string connectionString;
    private readonly TimeProvider clock;
    private NpgsqlConnection connection;

    private PostgresLock(string connectionString, TimeProvider clock, NpgsqlConnection connection)
        => (this.connectionString, this.clock, this.connection) = (connectionString, clock, connection);

    /// <exception cref="OperatorException">Another process has it.</exception>
    public static async Task<PostgresLock> Take(string connectionString, TimeProvider clock, CancellationToken cancel)
        => new(connectionString, clock, await Connect(connectionString, clock, cancel));

    /// <summary>Holds it until cancelled: a connection that broke is made again, and the lock taken again.</summary>
    /// <exception cref="OperatorException">Another process took it meanwhile: this one must not go on.</exception>
    public async Task Hold(ILogger log, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                // Nobody notifies: it returns only when the connection breaks, which keep-alives find out.
                while (true) await connection.WaitAsync(cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                log.LogWarning("Kunci di PostgreSQL terlepas dan diambil lagi: {Error}", Redaction.WithoutTokens(error.Message));
            }
            await connection.DisposeAsync();
            connection = await ConnectAgain(cancel);
            log.LogInformation("Kunci di PostgreSQL terpasang lagi.");
        }
    }

    private async Task<NpgsqlConnection> ConnectAgain(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await Connect(connectionString, clock, cancel);
            }
            catch (Exception error) when (error is DbException or IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                // Still away.
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    private static async Task<NpgsqlConnection> Connect(string connectionString, TimeProvider clock, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30, ApplicationName = $"KominfoBot pid {Environment.ProcessId}" }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            var start = clock.GetTimestamp();
            while (!await Scalar<bool>($"SELECT pg_try_advisory_lock({Key})"))
            {
                if (clock.GetElapsedTime(start) > Grace)
                    throw new OperatorException($"Basis data {connection.Database} di {connection.Host} sedang dipakai KominfoBot lain{await Holder()}. Hentikan dahulu yang itu, atau jalankan yang ini dengan --Roles=Feed.");
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
            }
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        async Task<T> Scalar<T>(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (T)(await command.ExecuteScalarAsync(cancel))!;
        }

        async Task<string> Holder()
        {
            try
            {
                return $" ({await Scalar<string>($"SELECT a.application_name || coalesce(' di ' || host(a.client_addr), '') FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND (l.classid::bigint << 32) + l.objid::bigint = {Key} LIMIT 1")})";
            }
            catch (Exception error) when (error is DbException or NullReferenceException)
            {
                return "";
            }
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
