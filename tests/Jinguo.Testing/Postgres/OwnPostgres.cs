using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Jinguo.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of one test, which may stop it, kill it, have another follow it and promote that one. Reached over a unix
/// socket only. It ends with the test process, however that ends.
/// </summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private const string Name = "jinguo";

    // Waits for the end of its input, which the system brings about when the test process is gone.
    private const string Guard = """
        cat >/dev/null
        "$1/pg_ctl" -D "$2/data" -m immediate -w -s stop
        cd / && rm -rf "$2"
        """;

    private static int made;

    private readonly Process guard;
    private readonly string[] settings;

    private OwnPostgres(Process guard, string folder, string[] settings) => (this.guard, Folder, this.settings) = (guard, folder, settings);

    /// <summary>The folder of its socket: the host in a connection string.</summary>
    public string Folder { get; }

    private string Data => Path.Combine(Folder, "data");

    private string Said => Path.Combine(Folder, "said");

    /// <summary>A new server that runs.</summary>
    /// <param name="settings">Lines as of postgresql.conf.</param>
    public static async Task<OwnPostgres> StartNewAsync(params string[] settings)
    {
        var server = await MakeAsync(settings);
        await PostgresPrograms.RunAsync(server.Said, "initdb", "-D", server.Data, "-U", Name, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>A new server that follows this one, streaming.</summary>
    /// <param name="settings">Lines as of postgresql.conf; they go before those of the one it follows.</param>
    public async Task<OwnPostgres> FollowAsync(params string[] settings)
    {
        var follower = await MakeAsync(settings);
        await PostgresPrograms.RunAsync(follower.Said, "pg_basebackup", "-D", follower.Data, "-d", $"host={Folder} user={Name}", "-R", "-X", "stream", "-c", "fast", "--no-sync");
        await follower.StartAsync();
        return follower;
    }

    /// <summary>How to reach a database of it.</summary>
    public string ConnectionString(string database) => ConnectionString(database, this);

    /// <summary>How to reach a database that one of these servers has, whichever takes writes.</summary>
    public static string ConnectionString(string database, params OwnPostgres[] servers) => new NpgsqlConnectionStringBuilder
    {
        Host = string.Join(',', servers.Select(server => server.Folder)),
        Username = Name,
        Database = database,
        TargetSessionAttributes = servers.Length > 1 ? "primary" : null,
    }.ConnectionString;

    public Task StartAsync() =>
        PostgresPrograms.RunAsync(Said, "pg_ctl", ["-D", Data, "-l", Path.Combine(Folder, "log"), "-w", "-t", "60", "-s", "-o", $"-c listen_addresses= -k {Folder} {string.Join(' ', settings.Select(one => $"-c {one}"))}", "start"]);

    /// <summary>Stops it as an administrator does: whoever is connected is cut off.</summary>
    public Task StopAsync() => PostgresPrograms.RunAsync(Said, "pg_ctl", "-D", Data, "-m", "fast", "-w", "-s", "stop");

    /// <summary>Makes a follower the one that takes writes.</summary>
    public Task PromoteAsync() => PostgresPrograms.RunAsync(Said, "pg_ctl", "-D", Data, "-w", "-t", "60", "-s", "promote");

    /// <summary>Ends it and all its processes as a power cut does: SIGKILL, nothing is finished.</summary>
    public void Kill()
    {
        var first = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        // The first is halted, so that it sees none of the others go; its own death would let them finish.
        Signal("STOP", [first]);
        Signal("KILL", [.. ChildrenOf(first), first]);
    }

    /// <summary>Runs a statement.</summary>
    public async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant statements of tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }

    private static async Task<OwnPostgres> MakeAsync(string[] settings)
    {
        // A socket's path must be short.
        var folder = string.Create(CultureInfo.InvariantCulture, $"/tmp/jinguo-own-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
        await PostgresPrograms.MakeFolderAsync(folder);
        var start = PostgresPrograms.Command(folder, ["setsid", "sh", "-c", Guard, "sh", PostgresPrograms.Folder, folder]);
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        return new(Process.Start(start)!, folder, settings);
    }

    private static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.GetDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0 && ParentOf(id) == parent
        select id;

    private static int ParentOf(int process)
    {
        try
        {
            return int.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal)).AsSpan(5), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private static void Signal(string name, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{name}", .. processes.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        kill.WaitForExit();
    }
}
