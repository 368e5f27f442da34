using System.Diagnostics;
using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.Storage;
using Npgsql;

namespace KominfoBot.Bot.Backups;

/// <summary>pg_dump and pg_restore. Where to connect goes in the environment: everybody on the machine can read a command line.</summary>
internal sealed class PostgresPrograms(BackupOptions options, string connectionString)
{
    /// <summary>ENOSPC, as <see cref="IOException"/> bears it.</summary>
    private const int NoSpace = 28;

    private const string DebianHome = "/usr/lib/postgresql";

    /// <summary>The folder with both programs; empty: the PATH has them; null: they are not installed.</summary>
    public static string? Find(BackupOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.PostgresPrograms)) return File.Exists(Path.Combine(options.PostgresPrograms, "pg_dump")) ? options.PostgresPrograms : null;
        var newest = !Directory.Exists(DebianHome) ? null
            : Directory.GetDirectories(DebianHome).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_dump")));
        if (newest is not null) return newest;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pg_dump"))) ? "" : null;
    }

    /// <summary>Dumps what that exported snapshot sees.</summary>
    public Task Dump(string snapshot, string file, CancellationToken cancel)
        => Run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--no-password", $"--snapshot={snapshot}", $"--file={file}", .. OwnSchema()], "mencadangkan", cancel);

    /// <summary>Of a database that several offices share, only one's own.</summary>
    private string[] OwnSchema() => PostgresLine.SchemaOf(connectionString) is { } schema ? [$"--schema=\"{schema}\""] : [];

    /// <summary>Reads a dump to its end.</summary>
    public Task Read(string file, CancellationToken cancel) => Run("pg_restore", ["--file=/dev/null", file], "membaca cadangan", cancel);

    /// <summary>Fills an empty database, whole or not at all.</summary>
    public Task Restore(string file, CancellationToken cancel)
        => Run("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file], "memulihkan", cancel);

    private async Task Run(string program, string[] arguments, string what, CancellationToken cancel)
    {
        var folder = Find(options) ?? throw new OperatorException($"{program} tidak ditemukan; diperlukan untuk {what} PostgreSQL. Pasang dengan `sudo apt-get install postgresql-client`, atau isi Backup:PostgresPrograms dengan foldernya.");
        var start = new ProcessStartInfo(Path.Combine(folder, program), arguments) { RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        // Several hosts, each perhaps with its own port: a server and its standby.
        var hosts = (server.Host ?? "").Split(',').Select(host => host.LastIndexOf(':') is > 0 and var at && !host.EndsWith(']') && host.IndexOf(':', StringComparison.Ordinal) == at ? (Name: host[..at], Port: host[(at + 1)..]) : (Name: host, Port: $"{server.Port}")).ToArray();
        foreach (var (name, value) in (IEnumerable<(string, string?)>)
        [
            ("PGHOST", string.Join(',', hosts.Select(host => host.Name))), ("PGPORT", string.Join(',', hosts.Select(host => host.Port))), ("PGTARGETSESSIONATTRS", hosts.Length > 1 ? "read-write" : null), ("PGUSER", server.Username), ("PGDATABASE", server.Database), ("PGPASSWORD", server.Password), ("PGPASSFILE", server.Passfile),
            ("PGSSLMODE", server.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
        ])
            if (!string.IsNullOrEmpty(value)) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (errors.Contains("No space left on device", StringComparison.Ordinal)) throw new IOException(errors, NoSpace);
            if (process.ExitCode != 0)
                throw new OperatorException($"{program} gagal {what}: {errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? $"kode {process.ExitCode}"}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
