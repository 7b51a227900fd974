using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Backups;
using Jinguo.Testing;

namespace Jinguo.EndToEnd.Installation;

/// <summary>
/// A machine without .NET and Node.js, as far as a folder can be one: the steps of the guide run with every absolute path
/// put below it, nothing in the environment, and only the programs of a plain Debian to be found. Stand-ins
/// take the place of sudo, systemd and what makes users. As root, what is the user jinguo's in the guide is another user's here, too.
/// </summary>
internal sealed partial class Machine : IAsyncDisposable
{
    /// <summary>What the guide calls the installation.</summary>
    public const string Name = "jinguo.example.cn";

    // Number of nobody and of his group on every Linux. Who is not root cannot act for another: then everything is his own.
    private static readonly string User = Environment.IsPrivilegedProcess ? "65534" : "";

    private static readonly string[] Programs =
        ["sh", "env", "mkdir", "tar", "gzip", "ln", "cp", "chmod", "mv", "rm", "rmdir", "cat", "sed", "grep", "sha256sum", "readlink", "dirname", "stat", "id", "setpriv", "setsid", "sleep", "curl"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jinguo-machine-");
    private readonly int port = FreePort();

    public Machine()
    {
        foreach (var part in new[] { "home", "usr/local/bin", "var/lib", "srv", "etc/systemd/system", "etc/nginx/sites-available", "etc/nginx/sites-enabled", "nginx", "programs" })
            Directory.CreateDirectory(At(part));
        foreach (var program in Programs)
            File.CreateSymbolicLink(At("programs", program), Find(program));
        foreach (var standIn in Directory.GetFiles(RepositoryFolder.At("tests", "Jinguo.EndToEnd", "Installation", "stand-ins")))
        {
            var (place, text) = (At("programs", Path.GetFileName(standIn)), File.ReadAllText(standIn));
            if (text.Contains("@PROGRAM@", StringComparison.Ordinal))
                text = text.Replace("@PROGRAM@", Find(Path.GetFileName(standIn)), StringComparison.Ordinal);
            File.WriteAllText(place, text.Replace("@ROOT@", folder.FullName, StringComparison.Ordinal).Replace("@USER@", User, StringComparison.Ordinal));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        // The other user must get through to what is his.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.WriteAllText(At("etc/nginx/nginx.conf"), $$"""
            user root;
            worker_processes 1;
            pid {{At("nginx/pid")}};
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path {{At("nginx/body")}}; proxy_temp_path {{At("nginx/proxy")}}; fastcgi_temp_path {{At("nginx/a")}}; uwsgi_temp_path {{At("nginx/b")}}; scgi_temp_path {{At("nginx/c")}};
                include {{At("etc/nginx/sites-enabled")}}/*;
            }
            """);
    }

    /// <summary>The port of nginx for plain HTTP, and that for HTTPS.</summary>
    public (int Http, int Https) Ports { get; } = (FreePort(), FreePort());

    /// <summary>Where the product listens for the proxy.</summary>
    public Uri Behind => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>A place on the machine.</summary>
    public string At(params string[] parts) => Path.Combine([folder.FullName, .. parts.Select(part => part.TrimStart('/'))]);

    /// <summary>What the service has said.</summary>
    public string Journal => File.Exists(At("journal")) ? File.ReadAllText(At("journal")) : "";

    /// <summary>The service's process, or null.</summary>
    public int? ProcessId => File.Exists(At("service.pid")) ? int.Parse(File.ReadAllText(At("service.pid")), CultureInfo.InvariantCulture) : null;

    /// <summary>Names of the backups that are whole, the oldest first.</summary>
    public IReadOnlyList<string> Backups => new BackupFolder(At("srv/jinguo-backup")).List();

    /// <summary>Files of elsewhere that the service has in its memory: of a .NET that is not its own, say.</summary>
    public async Task<IReadOnlyList<string>> ListProgramFilesOfElsewhereAsync() =>
        [.. (await RunAsync($"sudo -u jinguo cat /proc/{ProcessId}/maps")).Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 5).Select(parts => parts[5])
            .Where(file => file.EndsWith(".dll", StringComparison.Ordinal) || file.Contains("dotnet", StringComparison.Ordinal)).Where(file => !file.StartsWith(folder.FullName, StringComparison.Ordinal) && !file.StartsWith("/memfd", StringComparison.Ordinal)).Distinct()];

    /// <summary>Does steps of the guide, as they stand there.</summary>
    /// <returns>What was said.</returns>
    public async Task<string> DoAsync(params string[] steps)
    {
        var said = new StringBuilder();
        foreach (var step in steps)
        {
            said.Append(await RunAsync(Here(OperationsGuide.Commands(step)), step));
            if (step is "unpack" or "upgrade")
                foreach (var unpacked in Directory.GetDirectories(At("opt/jinguo"), "jinguo-*"))
                    SetUp(unpacked);
        }
        return said.ToString();
    }

    /// <summary>Does a step in which the reader writes something of her own.</summary>
    /// <param name="step">The step.</param>
    /// <param name="example">What stands there in the guide.</param>
    /// <param name="written">What she writes.</param>
    public Task<string> DoWritingAsync(string step, string example, string written)
    {
        var commands = OperationsGuide.Commands(step);
        Assert.Contains(example, commands, StringComparison.Ordinal);
        return RunAsync(Here(commands.Replace(example, written, StringComparison.Ordinal)), step);
    }

    /// <summary>Runs commands in an empty environment; they must succeed.</summary>
    public async Task<string> RunAsync(string commands, string name = "commands")
    {
        using var process = Process.Start(new ProcessStartInfo("env", ["-i", $"PATH={At("programs")}:{At("usr/local/bin")}", "LANG=C.UTF-8", $"HOME={At("home")}", At("programs/sh"), "-euc", commands])
        {
            UseShellExecute = false,
            WorkingDirectory = At("home"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}:\n{string.Concat(said)}\n{Journal}");
        return string.Concat(said);
    }

    /// <summary>Puts what was unpacked into this machine: its paths, ports that are free.</summary>
    public void SetUp(string unpacked)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(unpacked, "examples")).Append(Path.Combine(unpacked, "jinguo.service")).Append(Path.Combine(unpacked, "installed", "jinguo")))
            File.WriteAllText(file, Here(File.ReadAllText(file)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in new[] { "service.pid", "nginx/pid" }.Select(one => At(one)).Where(File.Exists))
            await RunAsync($"kill -KILL {(await File.ReadAllTextAsync(file)).Trim()} 2>&1 || true");
        folder.Delete(recursive: true);
    }

    private string Here(string text) => Place().Replace(text, found => folder.FullName + found.Value)
        .Replace("127.0.0.1:5080", Behind.Authority, StringComparison.Ordinal)
        .Replace("listen 80;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{Ports.Http};"), StringComparison.Ordinal)
        .Replace("listen 443 ", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{Ports.Https} "), StringComparison.Ordinal);

    private static string Find(string program) =>
        new[] { "/usr/bin", "/bin", "/usr/sbin", "/sbin" }.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{program} is missing: ./jinguo test installs it.");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    // Not where a place of this machine stands already.
    [GeneratedRegex("(?<![A-Za-z0-9_])/(?:opt/jinguo|etc/(?:jinguo|systemd|nginx|ssl)|var/lib/jinguo|srv/jinguo|usr/local/bin)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
