using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Jinguo.Benchmarks.Harness;
using Jinguo.Testing;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>
/// Microsoft's recognizers (bench/recognizers) in a Node process of their own. They measure themselves there, so that neither
/// the start of the process nor the way to it counts. Where they cannot be installed they answer nothing, and the tables say so.
/// </summary>
internal sealed class Recognizers : IDisposable
{
    /// <summary>A text on which they do not come back within this time is given up.</summary>
    public const int PatienceInSeconds = 40;

    private const int Runs = 7;

    // What the runs of one text may take together: seven only where one takes no longer than a seventh of it.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = RepositoryFolder.At("bench", "recognizers");

    private Process? process;

    private Recognizers(bool isInstalled) => IsInstalled = isInstalled;

    /// <summary>False where npm could not install them.</summary>
    public bool IsInstalled { get; }

    /// <summary>Installs what is missing.</summary>
    public static async Task<Recognizers> InstallAsync(CancellationToken cancel)
    {
        // The file that npm writes last.
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, UseShellExecute = false });
            if (npm is not null)
                await npm.WaitForExitAsync(cancel);
            if (npm?.ExitCode != 0)
            {
                Progress.Say("Microsoft 的识别程序未装上（npm ci 失败），对比从略。(not installed: npm ci failed)");
                return new(false);
            }
        }
        return new(true);
    }

    /// <summary>The numbers that they find, those of several models together.</summary>
    public async Task<IReadOnlyList<Recognized>> ReadAsync(string text, IReadOnlyList<string> models, CancellationToken cancel) =>
        (await AskAsync(new { text, models, runs = 0 }, cancel))?.Found ?? throw new InvalidOperationException("The recognizers gave no answer.");

    /// <summary>Median milliseconds, and of how many runs; null where they are not installed or did not come back in time.</summary>
    public async Task<(double Milliseconds, int Runs)?> TimeAsync(string text, IReadOnlyList<string> models, CancellationToken cancel) =>
        IsInstalled && await AskAsync(new { text, models, runs = Runs, seconds = Budget.TotalSeconds }, cancel) is { } answer ? (answer.Median, answer.Runs) : null;

    public void Dispose() => Stop();

    private async Task<Answer?> AskAsync(object question, CancellationToken cancel)
    {
        process ??= Process.Start(new ProcessStartInfo("node", ["recognize.mjs"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        }) ?? throw new InvalidOperationException("node did not start.");
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, Json).AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        try
        {
            return await process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(PatienceInSeconds), cancel) is { } line ? JsonSerializer.Deserialize<Answer>(line, Json) : throw new InvalidOperationException("The recognizers failed; see above.");
        }
        catch (TimeoutException)
        {
            Stop();
            return null;
        }
    }

    private void Stop()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }

    private sealed record Answer(double Median, int Runs, IReadOnlyList<Recognized>? Found);
}
