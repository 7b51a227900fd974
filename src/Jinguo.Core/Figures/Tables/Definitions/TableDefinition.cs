using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>How often a table is filed.</summary>
public enum TablePeriod
{
    /// <summary>月报.</summary>
    Month,

    /// <summary>季报.</summary>
    Quarter,

    /// <summary>半年报.</summary>
    Half,

    /// <summary>年报.</summary>
    Year,
}

/// <summary>Of which days a cell tells.</summary>
public enum TableAspect
{
    /// <summary>本期.</summary>
    Current,

    /// <summary>上年同期.</summary>
    YearBefore,

    /// <summary>本年累计: from 1 January to the end of the period.</summary>
    Cumulative,

    /// <summary>上年累计: the same days of the year before.</summary>
    CumulativeBefore,
}

/// <summary>Of whose work a cell tells.</summary>
public enum TableScope
{
    /// <summary>合计: the body with everything below it.</summary>
    Total,

    /// <summary>Each body directly below, with everything below that: as many lines as there are.</summary>
    Children,

    /// <summary>小计: several of the bodies below, by the ends of their names.</summary>
    Group,

    /// <summary>本级: what the body did itself.</summary>
    Own,
}

/// <summary>
/// A row or a column of a table. Its cell takes what row and column say together: whose work, what is counted, of which days.
/// </summary>
/// <param name="Name">Heading.</param>
public sealed record TableLine(string Name)
{
    /// <summary>计量单位, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whose work, or null where the other axis says.</summary>
    public TableScope? Of { get; init; }

    /// <summary>Of a group: ends of the names of its bodies, such as 街道.</summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>What is counted, or null.</summary>
    public FigureKey? Figure { get; init; }

    /// <summary>Of which days, or null where the other axis says.</summary>
    public TableAspect? Period { get; init; }

    /// <summary>Reckoned from other lines of the same axis: <c>c3 / c2 * 100</c> in a column, <c>r2 / r1 * 100</c> in a row.</summary>
    public Formula? Formula { get; init; }

    /// <summary>Filled in by hand: a code for what stands in it; null for none.</summary>
    public string? Manual { get; init; }

    /// <summary>说明, 备注: words written by hand, told by this code; null for none. They are no number and in no sum.</summary>
    public string? Text { get; init; }

    /// <summary>Digits after the point of what is reckoned or filled in by hand, 0–2.</summary>
    public int Decimals { get; init; }

    /// <summary>Columns under this heading; empty for a row or a column with cells.</summary>
    public IReadOnlyList<TableLine> Columns { get; init; } = [];
}

/// <summary>勾稽关系 that a table must keep.</summary>
/// <param name="IsOfRows">True for an equation between rows, false between columns.</param>
/// <param name="Equation">The equation.</param>
/// <param name="Level">An error stops the signing; a warning is only shown.</param>
public sealed record TableRule(bool IsOfRows, Equation Equation, Base.ProblemLevel Level);

/// <summary>
/// 报表制度: a statutory or local table as data. What 统计法 asks a table to show is in it: 表号, 制定机关, 文号, 有效期. The file
/// format is described in docs/tables.md.
/// </summary>
/// <param name="Code">Lower-case code, the file's name without .json.</param>
/// <param name="Number">表号.</param>
/// <param name="Name">表名.</param>
/// <param name="Version">Counts up with every change that users can see.</param>
/// <param name="Issuer">制定机关.</param>
/// <param name="DocumentNumber">文号; empty where it rests on none.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidTo">有效期至: last day, or null.</param>
/// <param name="Period">How often it is filed.</param>
/// <param name="Unit">计量单位 of the whole table, or empty.</param>
/// <param name="Note">说明 printed under the table, or empty.</param>
/// <param name="RowHeading">Heading over the names of the rows: 单位, 指标名称.</param>
/// <param name="Rows">Rows, numbered from 1 in this order.</param>
/// <param name="Columns">Columns, some under common headings.</param>
/// <param name="Rules">勾稽关系.</param>
public sealed record TableDefinition(
    string Code,
    string Number,
    string Name,
    int Version,
    string Issuer,
    string DocumentNumber,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    TablePeriod Period,
    string Unit,
    string Note,
    string RowHeading,
    IReadOnlyList<TableLine> Rows,
    IReadOnlyList<TableLine> Columns,
    IReadOnlyList<TableRule> Rules)
{
    /// <summary>The columns that have cells, numbered from 1 in this order.</summary>
    public IReadOnlyList<TableLine> Leaves { get; } = [.. Columns.SelectMany(LeavesOf)];

    /// <summary>Rows of headings over the columns.</summary>
    public int HeadingRows { get; } = Columns.Select(DepthOf).DefaultIfEmpty(1).Max();

    /// <summary>The figures it asks for, each once.</summary>
    public IReadOnlyList<FigureKey> Figures => [.. Rows.Concat(Leaves).Select(line => line.Figure).OfType<FigureKey>().Distinct()];

    /// <summary>True where words are written into some cells.</summary>
    public bool HasText => Rows.Concat(Leaves).Any(line => line.Text is not null);

    /// <summary>True where rows or columns tell of bodies below.</summary>
    public bool HasBodiesBelow => Rows.Concat(Leaves).Any(line => line.Of is TableScope.Children or TableScope.Group or TableScope.Own);

    /// <summary>True when a period is of the kind for which the table is filed.</summary>
    public bool IsFor(Period period) => period.Code is { } code && Period switch
    {
        TablePeriod.Year => code.Length == 4,
        TablePeriod.Half => code.Length == 6 && code[4] == 'H',
        TablePeriod.Quarter => code.Length == 6 && code[4] == 'Q',
        _ => code.Length == 7,
    };

    /// <summary>True when it is in force on some day of the period.</summary>
    public bool IsInForceIn(Period period) => ValidFrom <= period.Last && (ValidTo is not { } last || last >= period.First);

    /// <summary>What is missing of the four marks without which a table may not be sent down (domain-rules §13.3, 10).</summary>
    public IReadOnlyList<string> MissingMarks =>
    [
        .. Number.Length == 0 ? (string[])["表号"] : [],
        .. Issuer.Length == 0 ? (string[])["制定机关"] : [],
        .. DocumentNumber.Length == 0 ? (string[])["文号"] : [],
        .. ValidTo is null ? (string[])["有效期"] : [],
    ];

    private static IEnumerable<TableLine> LeavesOf(TableLine line) => line.Columns.Count == 0 ? [line] : line.Columns.SelectMany(LeavesOf);

    private static int DepthOf(TableLine line) => 1 + line.Columns.Select(DepthOf).DefaultIfEmpty(0).Max();
}
