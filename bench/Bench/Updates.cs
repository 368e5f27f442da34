using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Bench;

/// <summary>
/// Durable updates per second, from the Telegram server to the committed effect, against the bare rate of commits of the same store settings (WAL, FULL, one
/// row of an update's size each) on the same disk, measured before and after.
/// </summary>
internal static class Updates
{
    private const int Authors = 20;
    private const int BareCommits = 1000;
    private static readonly string passage = string.Concat(Enumerable.Repeat("Warga nagari bergotong royong membersihkan saluran air di tepi jalan kabupaten. ", 6));

    public static async Task Measure(int count)
    {
        var before = CommitRate();
        Machine.Row("bare commits, before", Machine.Rounded(before, "/s"));
        await using var office = await BenchOffice.Open(Authors);
        await office.Telegram.UntilDrainedAsync();
        var handledBefore = office.Handled();

        // What authors do: begin, give a title, write three passages, put it aside.
        office.Telegram.HoldUpdates();
        for (var said = 0; said < count; said++)
            office.Telegram.Say(BenchOffice.FirstAuthor + (said % Authors), (said / Authors % 6) switch { 0 => "/tulis", 1 => $"Gotong royong ke-{said} warga nagari di tepi jalan", 5 => "/batal", _ => passage });
        office.Telegram.ReleaseUpdates();
        var began = Stopwatch.GetTimestamp();
        while (office.Handled() - handledBefore < count) await Task.Delay(20);
        var rate = count / Machine.SecondsSince(began);
        Machine.Row($"updates handled ({count} from {Authors} chats)", Machine.Rounded(rate, "/s"));

        var after = CommitRate();
        Machine.Row("bare commits, after", Machine.Rounded(after, "/s"));
        Machine.Row("ratio to the mean of both", $"{rate / ((before + after) / 2):0.00}", ">= 0.25");
    }

    private static double CommitRate()
    {
        var file = Path.Combine(Machine.Workplace, $"bare-{Environment.ProcessId}.db");
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, payload TEXT)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO rows (payload) VALUES ($payload)";
            insert.Parameters.AddWithValue("$payload", passage);
            var began = Stopwatch.GetTimestamp();
            for (var commit = 0; commit < BareCommits; commit++) insert.ExecuteNonQuery();
            return BareCommits / Machine.SecondsSince(began);
        }
        finally
        {
            foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
