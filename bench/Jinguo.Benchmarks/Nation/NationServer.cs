using System.Diagnostics;
using Jinguo.Benchmarks.Harness;
using Npgsql;

namespace Jinguo.Benchmarks.Nation;

/// <summary>
/// A PostgreSQL server in a folder that is kept, set up as a server of 24 GB would be and safe against power loss, reached over a
/// unix socket. It is stopped when disposed; loading again finds what is there.
/// </summary>
internal sealed class NationServer : IAsyncDisposable
{
    private const string User = "jinguo";

    // Half of what the machine has is left to the files' cache and to the programs that ask.
    private static readonly string[] Settings =
    [
        "listen_addresses=", "shared_buffers=6GB", "effective_cache_size=12GB", "work_mem=256MB", "hash_mem_multiplier=4",
        "maintenance_work_mem=2GB", "max_wal_size=16GB", "checkpoint_timeout=30min", "wal_level=minimal", "max_wal_senders=0",
        "wal_compression=on", "max_connections=100", "random_page_cost=1.1", "max_parallel_maintenance_workers=2",
    ];

    private readonly string binaries;
    private readonly string folder;

    private NationServer(string binaries, string folder) => (this.binaries, this.folder) = (binaries, folder);

    /// <summary>Starts the server of a folder; the first time it makes it.</summary>
    public static async Task<NationServer> StartAsync(string folder, CancellationToken cancel)
    {
        var server = new NationServer(FindBinaries(), Path.GetFullPath(folder));
        Directory.CreateDirectory(server.folder);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", server.folder], cancel);
        if (!File.Exists(Path.Combine(server.folder, "data", "PG_VERSION")))
            await server.ServeAsync("initdb", ["-D", server.Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"], cancel);
        await server.StartAsync(cancel);
        return server;
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = User,
        Database = database,
        MaxPoolSize = 40,
        CommandTimeout = 0,
    }.ConnectionString;

    public async Task<bool> HasAsync(string database, CancellationToken cancel)
    {
        await using var connection = await OpenAsync("postgres", cancel);
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    public async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>Stops and starts it, and has the system forget what it holds of files where this process may: then everything comes from the disk.</summary>
    public async Task RestartAsync(CancellationToken cancel)
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync(cancel);
        if (Environment.IsPrivilegedProcess)
            await File.WriteAllTextAsync("/proc/sys/vm/drop_caches", "3", cancel);
        await StartAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync(CancellationToken.None);
    }

    private string Data => Path.Combine(folder, "data");

    private Task StartAsync(CancellationToken cancel) => ServeAsync(
        "pg_ctl",
        ["-D", Data, "-l", Path.Combine(folder, "log"), "-w", "-t", "300", "-s", "-o", $"-k {folder} {string.Join(' ', Settings.Select(setting => $"-c {setting}"))}", "start"],
        cancel);

    private Task StopAsync(CancellationToken cancel) => ServeAsync("pg_ctl", ["-D", Data, "-m", "fast", "-w", "-t", "300", "-s", "stop"], cancel);

    private Task ServeAsync(string program, string[] arguments, CancellationToken cancel) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", Path.Combine(binaries, program), .. arguments], cancel)
        : RunAsync(Path.Combine(binaries, program), arguments, cancel);

    // Its output goes nowhere: a server that is started keeps the pipe open as long as it runs.
    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "\"$@\" </dev/null >/dev/null 2>&1", "sh", program, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {string.Join(' ', arguments)}");
        Progress.Say($"{Path.GetFileName(program)} {arguments[^1]}");
    }

    private static string FindBinaries() => Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(Directory.Exists).Order(StringComparer.Ordinal).Last();
}
