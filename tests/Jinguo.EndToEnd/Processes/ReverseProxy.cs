using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jinguo.Testing;

namespace Jinguo.EndToEnd.Processes;

/// <summary>HAProxy with the configuration that docs/operations.md names, before nodes of the product.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private readonly Process process;
    private readonly string configuration;

    private ReverseProxy(Process process, string configuration, Uri address) => (this.process, this.configuration, Address) = (process, configuration, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it before two nodes and waits until one answers through it.</summary>
    public static async Task<ReverseProxy> StartAsync(Uri first, Uri second)
    {
        var port = FreePort();
        var lines = await File.ReadAllTextAsync(RepositoryFolder.At("docs", "examples", "haproxy.cfg"));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, lines
            .Replace("bind :80", string.Create(CultureInfo.InvariantCulture, $"bind 127.0.0.1:{port}"), StringComparison.Ordinal)
            .Replace("10.0.0.11:5080", first.Authority, StringComparison.Ordinal)
            .Replace("10.0.0.12:5080", second.Authority, StringComparison.Ordinal));
        // Debian keeps it where only administrators look.
        var program = File.Exists("/usr/sbin/haproxy") ? "/usr/sbin/haproxy" : "haproxy";
        var proxy = new ReverseProxy(Process.Start(new ProcessStartInfo(program, ["-db", "-q", "-f", file]) { UseShellExecute = false })!, file, new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        using var visitor = new HttpClient(new RepeatingHandler { InnerHandler = new HttpClientHandler() }) { BaseAddress = proxy.Address };
        using var answer = await visitor.GetAsync(new Uri("/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(configuration);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
