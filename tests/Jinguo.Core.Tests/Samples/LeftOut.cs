using System.Globalization;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Samples;

/// <summary>The figures that <c>samples/left-out.md</c> explains instead of expecting them.</summary>
internal static class LeftOut
{
    /// <summary>Lines of its tables: | start | end | as written | where or why |, under a heading that ends with the seed's name.</summary>
    public static IEnumerable<(string Seed, int Start, int End)> Places()
    {
        var seed = "";
        foreach (var line in File.ReadLines(RepositoryFolder.At("samples", "left-out.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                seed = line[(line.LastIndexOf(' ') + 1)..];
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 6 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out var start) && cells[4].Length > 0)
                yield return (seed, start, int.Parse(cells[2], CultureInfo.InvariantCulture));
        }
    }
}
