using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Jinguo.Testing.Postgres;

/// <summary>
/// A private PostgreSQL server in a temporary folder, started once per test process and reached over a unix
/// socket only. It needs Debian's binaries, or those of the folder in JINGUO_TEST_POSTGRES_BIN, and no running service; where
/// the tests run as root the server runs as an unprivileged user. It ends with the test process, however that ends. Where tests
/// run on Citus, it is the server of <see cref="CitusServer"/> instead, which somebody else starts and stops.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string User = "jinguo";

    /// <summary>Not the temporary folder of the account, which the server's user may be unable to enter; a socket's path must be short, too.</summary>
    private const string FolderPrefix = "/tmp/jinguo-postgres-";
    private static readonly Lazy<PostgresServer> Only = new(() => CitusServer.IsUsed ? new(CitusServer.Address, keeper: null) : Start());
    private readonly Process? watcher;
    private readonly NpgsqlConnectionStringBuilder reached;

    private PostgresServer(NpgsqlConnectionStringBuilder address, Process? keeper)
    {
        reached = address;
        watcher = keeper;
    }

    /// <summary>True where a server can be started.</summary>
    public static bool IsInstalled => PostgresPrograms.AreInstalled;

    /// <summary>The server of this test process; the first use starts it (about two seconds).</summary>
    public static PostgresServer Shared => Only.Value;

    /// <summary>How to reach a database of this server. The pool is small: many test databases share one server.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(reached.ConnectionString)
    {
        Database = database,
        MaxPoolSize = 40,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 2,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Creates a database, as a copy of <paramref name="template"/> where one is given.</summary>
    /// <remarks>A template is copied only while nobody is connected to it, so its idle connections are closed first.</remarks>
    public async Task CreateAsync(string database, string? template = null)
    {
        if (template is not null)
        {
            await using var pool = new NpgsqlConnection(ConnectionString(template));
            NpgsqlConnection.ClearPool(pool);
        }
        await ExecuteAsync($"CREATE DATABASE {Quote(database)} TEMPLATE {Quote(template ?? "template0")}");
    }

    /// <summary>Drops a database and cuts off who is still connected; nothing happens where it is not there.</summary>
    public async Task DropAsync(string database)
    {
        await using var pool = new NpgsqlConnection(ConnectionString(database));
        NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(database)} WITH (FORCE)");
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public void Dispose()
    {
        if (watcher is null or { HasExited: true })
        {
            return;
        }
        watcher.StandardInput.Close();
        watcher.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static PostgresServer Start()
    {
        RemoveFoldersOfDeadProcesses();
        var folder = string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}");
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Keeper, "sh", PostgresPrograms.Folder, folder, User, PostgresPrograms.User])
        {
            start.ArgumentList.Add(argument);
        }
        var keeper = Process.Start(start) ?? throw new InvalidOperationException("The shell sh did not start.");
        var said = new List<string>();
        while (keeper.StandardOutput.ReadLine() is { } line)
        {
            if (line == "ready")
            {
                var server = new PostgresServer(new() { Host = folder, Username = User }, keeper);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
                return server;
            }
            said.Add(line);
        }
        throw new InvalidOperationException($"PostgreSQL did not start:\n{string.Join('\n', said)}");
    }

    /// <summary>A keeper that was itself killed leaves its folder: the process id in the name tells whether its owner lives.</summary>
    private static void RemoveFoldersOfDeadProcesses()
    {
        foreach (var folder in Directory.GetDirectories("/tmp", $"{Path.GetFileName(FolderPrefix)}*"))
        {
            var owner = folder[FolderPrefix.Length..];
            if (Directory.Exists($"/proc/{owner}") && owner != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            {
                continue;
            }
            using var sweep = Process.Start("sh", ["-c", Sweeper, "sh", PostgresPrograms.Folder, folder, PostgresPrograms.User]);
            sweep.WaitForExit();
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of databases cannot be parameters; Quote escapes them.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string Quote(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    /// <summary>
    /// Starts the server, says "ready" and waits for the end of its input, which the system brings about when
    /// the test process is gone for whatever reason. A session of its own keeps it out of reach of Ctrl-C and
    /// of a time limit on the test run. Data that nobody needs tomorrow is not flushed to the disk.
    /// </summary>
    private const string Keeper = """
        bin=$1 folder=$2 name=$3 user=$4
        mkdir -m 700 "$folder" || exit 1
        if [ -n "$user" ]; then chown "$user" "$folder"; set -- setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups; else set --; fi
        cd "$folder"
        exec setsid "$@" sh -c '
            bin=$1 folder=$2 name=$3
            trap "" INT TERM HUP
            {
                "$bin/initdb" -D "$folder/data" -U "$name" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
                "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -s -o "-c listen_addresses= -k $folder \
                    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
                    -c max_wal_size=4GB -c wal_level=minimal -c max_wal_senders=0" start
            } >"$folder/start" 2>&1 </dev/null || { cat "$folder/start" "$folder/log"; rm -rf "$folder"; exit 1; }
            echo ready
            cat >/dev/null
            "$bin/pg_ctl" -D "$folder/data" -m immediate -w -s stop
            cd / && rm -rf "$folder"
        ' sh "$bin" "$folder" "$name"
        """;

    private const string Sweeper = """
        bin=$1 folder=$2
        cd /
        if [ -n "$3" ]; then set -- setpriv --reuid "$3" --regid "$(id -g "$3")" --clear-groups; else set --; fi
        "$@" "$bin/pg_ctl" -D "$folder/data" -m immediate -w -s stop >/dev/null 2>&1
        "$@" rm -rf "$folder"/* 2>/dev/null
        rmdir "$folder" 2>/dev/null
        """;
}
