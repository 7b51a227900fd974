using System.Diagnostics;
using System.Text;

namespace Jinguo.EndToEnd.Processes;

/// <summary>What a process of the product said and how it ended.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);

/// <summary>The product as it is shipped, in a process of its own: a verb that ends, or the platform until it is killed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
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
        using var verb = Start(arguments);
        var output = verb.StandardOutput.ReadToEndAsync();
        var errors = verb.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await verb.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            verb.Kill();
            throw;
        }
        return new(verb.ExitCode, await output, await errors);
    }

    /// <summary>Starts the platform without demonstration and waits until it listens.</summary>
    public static async Task<ProductProcess> ServeAsync(IEnumerable<string> options)
    {
        var product = new ProductProcess(Start(["run", "--empty", "--urls", "http://127.0.0.1:0", .. options]));
        product.Address = await product.ListenedAsync();
        return product;
    }

    /// <summary>Ends it as a power cut does: SIGKILL, nothing is finished.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
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
