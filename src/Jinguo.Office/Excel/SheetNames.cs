namespace Jinguo.Office.Excel;

/// <summary>Tab names as Excel allows them: at most 31 characters, none of \ / ? * [ ] :, no apostrophe at the ends, no two alike.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    internal static string Fit(string name, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        used.Add(ChoiceLists.SheetName);
        var allowed = XlsxText.Clean(string.Concat(name.Select(c => c is '\\' or '/' or '?' or '*' or '[' or ']' or ':' || char.IsControl(c) ? '-' : c)));
        var fit = Cut(allowed.Trim().Trim('\''), Longest);
        fit = fit.Length == 0 ? "Sheet" : fit;
        var unique = fit;
        for (var n = 2; used.Contains(unique); n++)
        {
            var ending = $"({n})";
            unique = Cut(fit, Longest - ending.Length) + ending;
        }

        return unique;
    }

    internal static string Quote(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
