using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Jinguo.Benchmarks.Harness;
using Jinguo.Testing;

namespace Jinguo.Benchmarks.Product;

/// <summary>A web program in a process of its own, on a free port of this machine; stopped when disposed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly Process process;

    private ProductProcess(Process process, Uri address, TimeSpan untilAnswer) => (this.process, Address, UntilAnswer) = (process, address, untilAnswer);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first 200 of its page.</summary>
    public TimeSpan UntilAnswer { get; }

    /// <summary>Memory in use (resident set), in MB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>The product as built beside this program, in the same configuration.</summary>
    public static string Product => RepositoryFolder.At("src", "Jinguo.Web", "bin", Configuration, "net10.0", "Jinguo.Web.dll");

    /// <summary>Debug or Release: the folder this program runs from says it.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Serves the product on a database that is ready.</summary>
    public static Task<ProductProcess> ServeAsync(BenchDatabase database, CancellationToken cancel) =>
        StartAsync([Product, "run", "--empty", .. Place(database)], "/sign-in", cancel);

    /// <summary>The options by which the product finds a database and its folder.</summary>
    public static IEnumerable<string> Place(BenchDatabase database) => ["--data", database.Folder, .. database.Option.Length > 0 ? (string[])["--database", database.Option] : []];

    /// <summary>Runs a verb of the product to its end.</summary>
    public static async Task<int> RunAsync(BenchDatabase database, string verb, CancellationToken cancel)
    {
        using var command = Launch([Product, verb, .. Place(database)]);
        Progress.Say((await command.StandardOutput.ReadToEndAsync(cancel)).Trim());
        await command.WaitForExitAsync(cancel);
        return command.ExitCode;
    }

    /// <summary>Starts a program that takes <c>--urls</c> and waits until a page of it answers.</summary>
    /// <param name="arguments">The program and what it is to do.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="patience">How long to wait for it; two minutes where nothing is said.</param>
    public static async Task<ProductProcess> StartAsync(string[] arguments, string page, CancellationToken cancel, TimeSpan? patience = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Stopwatch.GetTimestamp();
        var site = Launch([.. arguments, "--urls", address.GetLeftPart(UriPartial.Authority)]);
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            while (true)
            {
                if (site.HasExited || Stopwatch.GetElapsedTime(start) > (patience ?? Patience))
                    throw new InvalidOperationException($"{arguments[0]} did not answer.");
                if (await AnswersAsync(http, page, cancel))
                    break;
                await Task.Delay(Pause, cancel);
            }
        }
        catch
        {
            site.Kill(entireProcessTree: true);
            site.Dispose();
            throw;
        }
        var untilAnswer = Stopwatch.GetElapsedTime(start);
        // What it says further is read away, or its pipe would fill and stop it.
        site.OutputDataReceived += (_, _) => { };
        site.BeginOutputReadLine();
        return new(site, address, untilAnswer);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // As a service manager stops it: acts under way come to their end.
            using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process.Dispose();
    }

    private static Process Launch(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string page, CancellationToken cancel)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(page, UriKind.Relative), cancel);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
