namespace Jinguo.Core.Facts;

/// <summary>A part of the books: the facts of some regions. What would be too much at once is done part by part; a part can stand as a sample.</summary>
/// <param name="Number">0 … <paramref name="Of"/> − 1.</param>
/// <param name="Of">How many parts there are.</param>
public readonly record struct RegionPart(int Number, int Of)
{
    /// <summary>All regions.</summary>
    public static RegionPart Whole => new(0, 1);

    /// <summary>True for all regions.</summary>
    public bool IsWhole => Of == 1;

    /// <summary>As a condition of SQL on the column of a table.</summary>
    internal string Sql(string table) => IsWhole ? "TRUE" : $"{table}.\"Region\" % {Of} = {Number}";
}
