using System.Diagnostics;
using System.Globalization;
using Jinguo.Testing;

namespace Jinguo.Benchmarks.Visitors;

/// <summary>What a run of wrk found.</summary>
/// <param name="Answers">How many answers came.</param>
/// <param name="Errors">Answers with another status than expected, broken connections, and none within thirty seconds.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Tail">Milliseconds that 95 of 100 stay within.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record WrkResult(int Answers, int Errors, double Median, double Tail, double Seconds);

/// <summary>wrk with bench/visits.lua (Debian: <c>apt install wrk</c>).</summary>
internal static class Wrk
{
    /// <summary>Asks for one kind of page, or for the mix.</summary>
    /// <param name="address">Where.</param>
    /// <param name="visits">The file of visits.</param>
    /// <param name="page">The page, or <c>mix</c>.</param>
    /// <param name="users">How many ask at the same time.</param>
    /// <param name="pause">How long each reads before she asks again, on the average.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<WrkResult> RunAsync(Uri address, string visits, string page, int users, TimeSpan pause, int seconds, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo("wrk",
            ["-t", "1", "-c", Text(users), "-d", $"{Text(seconds)}s", "--timeout", "30s", "-s", RepositoryFolder.At("bench", "visits.lua"), address.AbsoluteUri, "--", visits, page, Text((int)pause.TotalMilliseconds)])
        { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException("wrk did not start.");
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        var result = said.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))?.Split(' ') ?? throw new InvalidOperationException($"wrk said: {said}");
        return new(int.Parse(result[1], CultureInfo.InvariantCulture), int.Parse(result[2], CultureInfo.InvariantCulture), Number(result[3]), Number(result[4]), Number(result[5]));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
