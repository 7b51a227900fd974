namespace Jinguo.Office.Excel;

/// <summary>
/// A text that begins with = + - @ would be run as a formula when Excel opens a CSV; it is written with an apostrophe before it,
/// Excel's own mark for text, and read without it.
/// </summary>
internal static class CsvText
{
    internal static string Guard(string text) => NeedsGuard(text) ? "'" + text : text;

    internal static string Unguard(string text) => text.StartsWith('\'') && NeedsGuard(text) ? text[1..] : text;

    /// <summary>Without what a text file cannot hold: half surrogate pairs become the replacement character, NUL goes.</summary>
    internal static string Clean(string text) => XlsxText.Clean(text).Replace("\0", "", StringComparison.Ordinal);

    private static bool NeedsGuard(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && (bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠');
    }
}
