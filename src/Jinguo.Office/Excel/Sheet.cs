namespace Jinguo.Office.Excel;

/// <summary>One sheet of an open <see cref="Spreadsheet"/>.</summary>
public abstract class Sheet
{
    private protected Sheet(string name, bool isVisible)
    {
        Name = name;
        IsVisible = isVisible;
    }

    /// <summary>The name on its tab; for CSV the file's name.</summary>
    public string Name { get; }

    /// <summary>False for hidden sheets: they usually hold lists of choices, not records.</summary>
    public bool IsVisible { get; }

    /// <summary>The merged cells. The content of a merged range stands in its first cell, the others are empty.</summary>
    /// <exception cref="OfficeFormatException">The sheet is damaged.</exception>
    public abstract IReadOnlyList<CellRange> MergedRanges { get; }

    /// <summary>
    /// About how many rows it has, blank ones included, for showing progress; 0 where the file does not say.
    /// </summary>
    /// <exception cref="OfficeFormatException">The sheet is damaged.</exception>
    public abstract int RowCount { get; }

    /// <summary>
    /// The rows that hold something, in order, one at a time in memory. May be called again; starting anew ends an enumeration
    /// of the same file that is still under way.
    /// </summary>
    /// <exception cref="OfficeFormatException">The sheet is damaged; also while enumerating.</exception>
    public abstract IEnumerable<SheetRow> Rows();
}
