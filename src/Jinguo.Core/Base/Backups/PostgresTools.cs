using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Jinguo.Core.Base.Backups;

/// <summary>PostgreSQL's own programs. The password goes to them in their environment, never on a command line that others can read.</summary>
/// <param name="folder">Where they lie; empty to look on the path.</param>
internal sealed partial class PostgresTools(string folder)
{
    private const int LongestComplaint = 600;

    /// <summary>Why a program cannot be used; null where it can.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="server">Main version of the server: the program must not be older.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Problem?> CheckAsync(string program, int server, CancellationToken cancel)
    {
        if (Find(program) is null)
            return new Problem("backup.tools.missing", $"没有找到 {program}{(folder.Length > 0 ? $"（{folder}）" : "")}：PostgreSQL 的备份和恢复要用它。请安装不低于服务器版本（{server}）的客户端（Debian：apt install postgresql-client-{server}），或用设置 Jinguo__PostgresTools 写明它所在的文件夹。");
        var (_, said, _) = await StartAsync(program, ["--version"], new Dictionary<string, string>(), cancel);
        return VersionNumber().Match(said) is { Success: true } found && int.Parse(found.Value, CultureInfo.InvariantCulture) is var version && version < server
            ? new Problem("backup.tools.old", $"{program} 是 {version} 版，比数据库服务器（{server} 版）旧，不能用。请安装 {server} 版的客户端（Debian：apt install postgresql-client-{server}），或用设置 Jinguo__PostgresTools 写明它所在的文件夹。")
            : null;
    }

    /// <summary>Runs a program against a database.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="database">Connection string.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="cancel">Stops, and ends the program.</param>
    /// <returns>A problem with what the program said, or null.</returns>
    public async Task<Problem?> RunAsync(string program, string database, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var (code, _, complaint) = await StartAsync(program, arguments, EnvironmentOf(new(database)), cancel);
        return code == 0 ? null : new Problem("backup.tools.failed", $"{program} 没有做成（退出码{code}）：{(complaint.Length > LongestComplaint ? complaint[..LongestComplaint] + "…" : complaint).Trim()}");
    }

    private async Task<(int Code, string Output, string Errors)> StartAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private string? Find(string program) =>
        (folder.Length > 0 ? [folder] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(one => Path.Combine(one, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);

    /// <summary>What tells a program the way to a database. Several hosts are told as several: it finds the one that the product would.</summary>
    internal static Dictionary<string, string> EnvironmentOf(NpgsqlConnectionStringBuilder database)
    {
        var hosts = (database.Host ?? "").Split(',').Select(host => PlaceOf(host.Trim(), database.Port)).ToList();
        var known = new (string Name, string? Value)[]
        {
            ("PGHOST", string.Join(',', hosts.Select(host => host.Host))),
            ("PGPORT", string.Join(',', hosts.Select(host => host.Port.ToString(CultureInfo.InvariantCulture)))),
            ("PGTARGETSESSIONATTRS", WantedOf(database.TargetSessionAttributes)),
            ("PGDATABASE", database.Database),
            ("PGUSER", database.Username),
            ("PGPASSWORD", database.Password),
            ("PGPASSFILE", database.Passfile),
            ("PGSSLMODE", database.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => $"{mode}".ToLowerInvariant() }),
            ("PGSSLROOTCERT", database.RootCertificate),
            ("PGSSLCERT", database.SslCertificate),
            ("PGSSLKEY", database.SslKey),
        };
        return known.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Name, one => one.Value!);
    }

    // libpq knows no preference for a primary.
    private static string? WantedOf(string? session) => string.Equals(session, "prefer-primary", StringComparison.OrdinalIgnoreCase) ? "any" : session?.ToLowerInvariant();

    // An address of IPv6 has colons of its own and stands in brackets where a port follows.
    private static (string Host, int Port) PlaceOf(string host, int port) =>
        host.LastIndexOf(':') is > 0 and var colon && (host.IndexOf(':', StringComparison.Ordinal) == colon || host[colon - 1] == ']') && int.TryParse(host.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var own)
            ? (host[..colon].Trim('[', ']'), own)
            : (host.Trim('[', ']'), port);

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+", RegexOptions.None, 1000)]
    private static partial Regex VersionNumber();
}
