using Npgsql;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// Which process handles a chat: session locks of one connection, which end with the process however that ends. When the connection breaks they are gone; what
/// was in hand goes on, and the condition of its transaction keeps a second one from handling the same.
/// </summary>
internal sealed class PostgresLaneLocks(string connectionString) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private NpgsqlConnection? connection;
    private bool ended;

    /// <exception cref="NpgsqlException">The server is away.</exception>
    public async Task<bool> TryHold(long lane, CancellationToken cancel)
        => await Ask("SELECT pg_try_advisory_lock(hashtextextended(current_schema() || ' lane', $1))", lane, cancel);

    /// <summary>Never fails: a lock that cannot be given back is gone with its connection.</summary>
    public async Task Release(long lane)
    {
        try
        {
            await Ask("SELECT pg_advisory_unlock(hashtextextended(current_schema() || ' lane', $1))", lane, CancellationToken.None);
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // Ask has closed the connection, and with it the lock.
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A question in hand is answered first; whoever asks later is told.
        await turn.WaitAsync();
        ended = true;
        if (connection is not null) await connection.DisposeAsync();
        turn.Release();
    }

    private async Task<bool> Ask(string sql, long lane, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            ObjectDisposedException.ThrowIf(ended, this);
            if (connection is null)
            {
                connection = new NpgsqlConnection(PostgresLine.Of(connectionString));
                await connection.OpenAsync(cancel);
            }
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = lane } } };
            return (bool)(await command.ExecuteScalarAsync(cancel))!;
        }
        catch
        {
            // Whatever became of the question, nothing is held that nobody knows of.
            if (connection is not null && !ended) await connection.DisposeAsync();
            connection = null;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }
}
