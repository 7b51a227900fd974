using System.Globalization;
using System.Runtime.InteropServices;

namespace Jinguo.Benchmarks.Harness;

/// <summary>The machine of the run: numbers of different machines are not to be compared.</summary>
internal static class Machine
{
    public static ResultTable Describe() => new(
        "Machine",
        ["what", "value"],
        [
            ["processor", $"{Processor()}, {Environment.ProcessorCount} cores"],
            ["memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB"],
            ["system", RuntimeInformation.OSDescription],
            ["runtime", RuntimeInformation.FrameworkDescription],
            ["load at the start", Load()],
        ]);

    private static string Processor() => Line("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]} (average of the last minute)")
        : "unknown";

    private static string? Line(string file, string start) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
        : null;
}
