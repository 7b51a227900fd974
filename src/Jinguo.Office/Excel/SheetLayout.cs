namespace Jinguo.Office.Excel;

/// <summary>How the numbers of a column look.</summary>
public enum ColumnFormat
{
    /// <summary>Text, also if all its characters are digits: codes, telephone and identity card numbers keep every digit.</summary>
    Text,

    /// <summary>Whole numbers with thousands separators.</summary>
    Integer,

    /// <summary>Amounts with two digits after the point.</summary>
    Money,

    /// <summary>Fractions shown as a percentage with one digit after the point.</summary>
    Percent,

    /// <summary>Days as yyyy-mm-dd.</summary>
    Date,

    /// <summary>Days with their time.</summary>
    DateTime,
}

/// <summary>One column of a sheet to be written.</summary>
/// <param name="Header">Its name in the header row.</param>
/// <param name="Format">How its values look.</param>
public sealed record SheetColumn(string Header, ColumnFormat Format = ColumnFormat.Text)
{
    /// <summary>Width in half-width characters; chosen from the header and the first rows if null.</summary>
    public double? Width { get; init; }

    /// <summary>The only values allowed in the column, offered as a list by Excel; any value if empty.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A hint that Excel shows when a cell of the column is chosen.</summary>
    public string? Prompt { get; init; }

    /// <summary>A required column is marked with * in its header.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>What a sheet looks like: the printed table of a Chinese office.</summary>
/// <param name="Name">Tab name; what Excel does not allow is replaced, and a second sheet of the same name gets a number.</param>
/// <param name="Columns">The columns, at least one.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Title over all columns, or none.</summary>
    public string? Title { get; init; }

    /// <summary>A line between title and header: body, period, unit, when made; or none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Labels of the signatures under the table, such as 填表人 审核人 负责人 日期; none if empty.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>A4 upright instead of landscape.</summary>
    public bool IsPortrait { get; init; }

    /// <summary>Empty rows under the header that are prepared for filling in: they carry formats, lists and prompts. For templates.</summary>
    public int RowsToFill { get; init; }
}
