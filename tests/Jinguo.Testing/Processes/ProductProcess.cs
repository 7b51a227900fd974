using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Jinguo.Testing.Processes;

/// <summary>What a process of the product said and how it ended.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Errors);

/// <summary>The product as it is shipped, in a process of its own: a verb that ends, or the platform until it is killed.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    /// <summary>A process that never ends or never answers would otherwise hold up the whole run without saying where.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();

    private ProductProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<ProcessResult> RunAsync(params string[] arguments)
    {
        await using var verb = Begin(arguments);
        return await verb.EndAsync();
    }

    /// <summary>Starts a verb.</summary>
    public static ProductProcess Begin(IEnumerable<string> arguments) => new(Start(arguments));

    /// <summary>Waits until a verb has ended.</summary>
    public async Task<ProcessResult> EndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the platform without demonstration and waits until it listens.</summary>
    /// <param name="options">Options of the verb.</param>
    /// <param name="environment">Settings and what else the process is to find in its environment.</param>
    public static Task<ProductProcess> ServeAsync(IEnumerable<string> options, params (string Name, string Value)[] environment) => ServeAsync(port: 0, options, environment);

    /// <summary>The same on a port, or on any that is free (0).</summary>
    public static async Task<ProductProcess> ServeAsync(int port, IEnumerable<string> options, params (string Name, string Value)[] environment)
    {
        var product = new ProductProcess(Start(["run", "--empty", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), .. options], environment));
        product.Address = await product.ListenedAsync();
        return product;
    }

    /// <summary>The most memory it ever held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").Single(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
    }

    /// <summary>Fills its disk, as far as it can tell: no file grows any more; or makes room again.</summary>
    public async Task FillDiskAsync(bool isFull)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{process.Id}", isFull ? "--fsize=1:unlimited" : "--fsize=unlimited:unlimited"]);
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0)
            throw new InvalidOperationException($"prlimit ended with {limit.ExitCode}.");
    }

    /// <summary>Ends it as an administrator does: what is under way is finished.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>True while it runs.</summary>
    public bool IsRunning => !process.HasExited;

    /// <summary>What it has said.</summary>
    public string Words => Said();

    /// <summary>Ends it as a power cut does: SIGKILL, nothing is finished.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        // A file that may not grow is told by a signal, which would end the process: a full disk sends none.
        var start = new ProcessStartInfo("sh")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in new[] { "-c", "trap '' XFSZ; exec dotnet \"$@\"", "dotnet" })
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Jinguo.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private async Task<Uri> ListenedAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Hear(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The product ended with {process.ExitCode}:\n{Said()}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await listening.Task.WaitAsync(Patience);
    }

    private void Hear(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
            return;
        lock (said)
            said.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            listening.TrySetResult(new(line[(at + Listening.Length)..].Trim()));
    }

    private string Said()
    {
        lock (said)
            return said.ToString();
    }
}
