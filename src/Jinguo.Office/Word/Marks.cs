using System.Text.RegularExpressions;

namespace Jinguo.Office.Word;

/// <summary>Finds {{…}} in a paragraph's text; full-width braces count too, since Chinese input methods type them.</summary>
internal static partial class Marks
{
    private const int Around = 12;

    internal sealed record Mark(int Start, int Length, string Name, bool IsClosed);

    internal static IReadOnlyList<Mark> In(string text)
    {
        var marks = Closed().Matches(text).Select(m => new Mark(m.Index, m.Length, m.Groups["name"].Value.Trim(), IsClosed: true)).ToList();
        marks.AddRange(Opening().Matches(text)
            .Where(m => !marks.Exists(c => m.Index >= c.Start && m.Index < c.Start + c.Length))
            .Select(m => new Mark(m.Index, m.Length, m.Groups["name"].Value.Trim(), IsClosed: false))
            .ToList());
        return marks;
    }

    internal static string Nearby(string text, Mark mark)
    {
        var from = Math.Max(0, mark.Start - Around);
        var to = Math.Min(text.Length, mark.Start + mark.Length + Around);
        return (from > 0 ? "…" : "") + text[from..to].Trim() + (to < text.Length ? "…" : "");
    }

    internal static string Behind(string text, Mark mark)
    {
        var from = mark.Start + mark.Length;
        return text[from..Math.Min(text.Length, from + Around)];
    }

    [GeneratedRegex(@"[{｛]{2}(?<name>[^{}｛｝\n\t]{1,200})[}｝]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"[{｛]{2}(?<name>[^{}｛｝\n\t]{0,20})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
