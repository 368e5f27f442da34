using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// What processes of one PostgreSQL tell each other (LISTEN, NOTIFY): a commit says what it brings, and whoever waits for that is woken, in whatever process.
/// Told with the commit itself, so never before it and never of one that did not happen. A channel for each schema: offices of one database do not wake each other.
/// </summary>
internal sealed class PostgresNews(string connectionString, Signals signals)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>What this process told itself is not heard again.</summary>
    private readonly string self = Guid.NewGuid().ToString("N");

    public Task Announce(NewsroomDb db, CancellationToken cancel)
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"{(int)db.Brought} {self}");
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify('kominfo:' || current_schema(), {told})", cancel);
    }

    /// <summary>Listens until cancelled; a line that breaks is made again, and whatever may have been missed is looked for.</summary>
    public async Task Follow(Action<Exception> broken, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await Listen(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                broken(error);
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private async Task Listen(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(PostgresLine.Of(connectionString));
        await connection.OpenAsync(cancel);
        connection.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand("""DO $$ BEGIN EXECUTE format('LISTEN %I', 'kominfo:' || current_schema()); END $$""", connection)) await listen.ExecuteNonQueryAsync(cancel);
        // Of what was told before this moment nothing is known.
        signals.Raise(Brought.All);
        while (true) await connection.WaitAsync(cancel);
    }

    private void Hear(string told)
    {
        var parts = told.Split(' ', 2);
        if (parts.Length == 2 && parts[1] != self && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var brought)) signals.Raise((Brought)brought & Brought.All);
    }
}
