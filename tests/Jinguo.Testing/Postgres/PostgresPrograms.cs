using System.Diagnostics;
using System.Globalization;

namespace Jinguo.Testing.Postgres;

/// <summary>Debian's PostgreSQL programs. The server refuses to run as root: where the tests do, an unprivileged user runs them.</summary>
internal static class PostgresPrograms
{
    private const string Versions = "/usr/lib/postgresql";
    private const string Chosen = "JINGUO_TEST_POSTGRES_BIN";

    // As the user, where there is one; otherwise as whoever runs the tests.
    private const string AsUser = """
        user=$1
        shift
        if [ -z "$user" ]; then exec "$@"; fi
        exec setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups "$@"
        """;

    public static bool AreInstalled => Find() is not null;

    /// <summary>Where they lie.</summary>
    public static string Folder => Find()
        ?? throw new InvalidOperationException($"No PostgreSQL server in {Versions}: ./jinguo test installs it (apt-get install postgresql).");

    /// <summary>Who runs them; empty where this process is not root.</summary>
    public static string User { get; } = FindUser();

    /// <summary>Makes a folder that only the user enters.</summary>
    public static async Task MakeFolderAsync(string folder)
    {
        using var making = Process.Start("install", ["-d", "-m", "700", .. User.Length > 0 ? new[] { "-o", User } : [], folder]);
        await making.WaitForExitAsync();
    }

    /// <summary>Runs a program to its end; what it says goes to a file, for a server that it starts would hold a pipe open.</summary>
    public static async Task RunAsync(string said, string program, params string[] arguments)
    {
        using var run = Process.Start(Command(Path.GetDirectoryName(said)!, ["sh", "-c", "out=$1; shift; \"$@\" >>\"$out\" 2>&1 </dev/null", "sh", said, Path.Combine(Folder, program), .. arguments]))!;
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {run.ExitCode}:\n{await File.ReadAllTextAsync(said)}");
    }

    /// <summary>A command of the user's.</summary>
    /// <param name="folder">Where it works: one that the user may enter.</param>
    /// <param name="command">Program and arguments.</param>
    public static ProcessStartInfo Command(string folder, IEnumerable<string> command) =>
        new("sh", ["-c", AsUser, "sh", User, .. command]) { UseShellExecute = false, WorkingDirectory = folder };

    /// <summary>The server that was chosen, else the newest installed; Debian keeps each version in a folder of its own.</summary>
    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Chosen) is { Length: > 0 } chosen)
            return File.Exists(Path.Combine(chosen, "initdb")) ? chosen : throw new InvalidOperationException($"{Chosen} names {chosen}, where there is no initdb.");
        var newest = Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions)
                .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
                .MaxBy(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            : null;
        return newest is null ? null : Path.Combine(newest, "bin");
    }

    private static string FindUser()
    {
        if (!Environment.IsPrivilegedProcess)
            return "";
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return known.Contains("postgres") ? "postgres" : "nobody";
    }
}
