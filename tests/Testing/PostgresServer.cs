using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KominfoBot.Workflow.Storage;
using Npgsql;

namespace KominfoBot.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own (15 to 17, from Debian's packages), on loopback, in a temporary directory. A test that needs it and cannot have it
/// fails. It ends with the process, however that ends: the shell that started it reads a pipe of this process and stops it when the pipe closes.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>A connection string of a server that is already there; its user must be allowed to create databases.</summary>
    private const string GivenServer = "KOMINFO_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> shared = new(() =>
        Environment.GetEnvironmentVariable(GivenServer) is { Length: > 0 } given ? Task.FromResult(new PostgresServer(null, given)) : Start());

    private readonly Process? keeper;
    private readonly Lazy<Task<string>> template;
    private string connectionString;
    private int databases;

    private PostgresServer(Process? keeper, string connectionString)
    {
        this.keeper = keeper;
        this.connectionString = connectionString;
        template = new(MakeTemplate);
    }

    /// <summary>One server for all tests of this process; it does not fsync.</summary>
    public static Task<PostgresServer> Shared() => shared.Value;

    /// <summary>A server of one test, which may <see cref="Restart"/> it.</summary>
    /// <param name="durable">With fsync, as an office would run it.</param>
    /// <param name="address">Where it listens; from anywhere but loopback only 10.213.0.0/16 is let in.</param>
    public static async Task<PostgresServer> Start(bool durable = false, string address = "127.0.0.1")
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
            : null;
        if (programs is null)
            throw new InvalidOperationException("PostgreSQL is not installed (/usr/lib/postgresql/*/bin/initdb); ./test installs it.");

        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var keeper = Keep(programs, port, durable, address);
            if (await keeper.StandardOutput.ReadLineAsync() is "ready")
            {
                _ = keeper.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new PostgresServer(keeper, $"Host=127.0.0.1;Port={port};Username=kominfo;Database=postgres;Maximum Pool Size=20");
            }
            var why = await keeper.StandardError.ReadToEndAsync();
            // Somebody else may have taken the port in between.
            if (attempt == 3) throw new InvalidOperationException("PostgreSQL does not start: " + why);
        }
    }

    /// <summary>An empty database.</summary>
    public Task<PostgresDatabase> CreateDatabase() => Create("template1");

    /// <summary>A database with the newest schema: a copy of one that was migrated once.</summary>
    public async Task<PostgresDatabase> CreateMigratedDatabase() => await Create(await template.Value);

    /// <summary>
    /// Starts a second server that follows this one (streaming replication); from then on a commit is acknowledged when both have it. The connection strings of databases made
    /// after this name both, and lead to the one that may be written.
    /// </summary>
    public async Task Follow()
    {
        if (keeper is null) throw new InvalidOperationException("Not our server.");
        var port = FreePort();
        await keeper.StandardInput.WriteLineAsync($"follow {port}");
        connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = $"127.0.0.1:{new NpgsqlConnectionStringBuilder(connectionString).Port},127.0.0.1:{port}", Port = 5432, TargetSessionAttributes = "read-write", Timeout = 5 }.ToString();
        await UntilFollowed();
    }

    /// <summary>The first server is gone for good (as by a crash), the second one takes its place.</summary>
    public Task FailOver() => keeper!.StandardInput.WriteLineAsync("failover");

    private async Task UntilFollowed()
    {
        while (true)
        {
            await using var admin = await OpenWhenUp();
            await using var command = admin.CreateCommand();
            command.CommandText = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
            if ((long)(await command.ExecuteScalarAsync())! == 1) return;
            await Task.Delay(50);
        }
    }

    /// <summary>Stops the server as a crash would, breaking every connection (57P01), and starts it again.</summary>
    public async Task Restart()
    {
        if (keeper is null) throw new InvalidOperationException("Not our server.");
        var before = await StartedAt();
        await keeper.StandardInput.WriteLineAsync("restart");
        // The old server may still take connections for a while, and none is taken until the new one is up.
        while (await StartedAt() == before) await Task.Delay(50);
    }

    private async Task<DateTime?> StartedAt()
    {
        await using var admin = await OpenWhenUp();
        await using var command = admin.CreateCommand();
        command.CommandText = "SELECT pg_postmaster_start_time()";
        try
        {
            return (DateTime?)await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            // It stops while it is asked.
            return await StartedAt();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (keeper is null) return;
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    internal async Task Execute(string sql)
    {
        await using var admin = await Open();
        await using var command = admin.CreateCommand();
#pragma warning disable CA2100 // names made here
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> Open()
    {
        var admin = new NpgsqlConnection(connectionString + ";Pooling=false");
        await admin.OpenAsync();
        return admin;
    }

    private async Task<NpgsqlConnection> OpenWhenUp()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Open();
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    private async Task<PostgresDatabase> Create(string from)
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {from}");
        return new PostgresDatabase(this, name, new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ToString());
    }

    private async Task<string> MakeTemplate()
    {
        var name = $"template_{Environment.ProcessId}";
        await Execute($"CREATE DATABASE {name}");
        // Without a pool nothing stays connected: a template is copied only while nobody is.
        await using var store = new PostgresNewsroomStore(new NpgsqlConnectionStringBuilder(connectionString) { Database = name, Pooling = false }.ToString(), new Signals());
        await store.Migrate(CancellationToken.None);
        return name;
    }

    private static Process Keep(string programs, int port, bool durable, string address)
    {
        // A session of its own, so that Ctrl-C in a terminal reaches it only through the pipe. PostgreSQL refuses to run as root.
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] shell = Environment.UserName == "root" ? ["su", "postgres", "-s", "/bin/bash", "-c", Script(programs, port, durable, address)] : ["/bin/bash", "-c", Script(programs, port, durable, address)];
        foreach (var argument in shell) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string Script(string programs, int port, bool durable, string address) => $$"""
        set -e
        cd /
        umask 077
        base=/tmp
        # Making a database makes three hundred files: what need not survive a power cut lies in memory, where there is room.
        {{(durable ? "" : "[ \"$(df --output=avail /dev/shm 2>/dev/null | tail -1)\" -gt 4000000 ] 2>/dev/null && base=/dev/shm")}}
        dir=$(mktemp -d $base/kominfo-postgres.XXXXXX)
        finish() { {{programs}}/pg_ctl -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true; {{programs}}/pg_ctl -D "$dir/standby" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$dir"; }
        trap finish EXIT
        {{programs}}/initdb -D "$dir/data" -U kominfo --auth=trust -E UTF8 --locale=C.UTF-8 {{(durable ? "" : "--no-sync")}} >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        cat >>"$dir/data/postgresql.conf" <<END
        port = {{port}}
        listen_addresses = '{{address}}'
        unix_socket_directories = '$dir'
        max_connections = 300
        shared_buffers = 64MB
        fsync = {{(durable ? "on" : "off")}}
        synchronous_commit = {{(durable ? "on" : "off")}}
        full_page_writes = {{(durable ? "on" : "off")}}
        autovacuum = off
        END
        echo "host all all 10.213.0.0/16 trust" >>"$dir/data/pg_hba.conf"
        start() { {{programs}}/pg_ctl -D "$dir/data" -l "$dir/log" -w start >/dev/null 2>&1 </dev/null || { cat "$dir/log" >&2; exit 1; }; }
        start
        echo ready
        while read -r line; do
          if [ "${line%% *}" = follow ]; then
            {{programs}}/pg_basebackup -h 127.0.0.1 -p {{port}} -U kominfo -D "$dir/standby" -R -X stream >>"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
            echo "port = ${line#* }" >>"$dir/standby/postgresql.conf"
            {{programs}}/pg_ctl -D "$dir/standby" -l "$dir/log2" -w start >/dev/null 2>&1 </dev/null || { cat "$dir/log2" >&2; exit 1; }
            echo "synchronous_standby_names = '*'" >>"$dir/data/postgresql.conf"
            {{programs}}/pg_ctl -D "$dir/data" reload >/dev/null
          fi
          if [ "$line" = failover ]; then
            {{programs}}/pg_ctl -D "$dir/data" -m immediate -w stop >/dev/null
            sed -i '/^synchronous_standby_names/d' "$dir/standby/postgresql.conf"
            {{programs}}/pg_ctl -D "$dir/standby" -w promote >/dev/null
          fi
          if [ "$line" = restart ]; then {{programs}}/pg_ctl -D "$dir/data" -m immediate -w stop >/dev/null; start; fi
        done
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A database of one test.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name, string connectionString) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public async ValueTask DisposeAsync() => await server.Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
}
