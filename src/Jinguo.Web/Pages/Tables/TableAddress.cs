using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Pages.Figures;

namespace Jinguo.Web.Pages.Tables;

/// <summary>Where the cells of a table lead: of a draft to the figures of today, of a frozen table to those known when it was frozen.</summary>
public static class TableAddress
{
    /// <summary>Where a cell opens: its figure, or what it is reckoned from. Null where it says nothing.</summary>
    public static string? Cell(OpenedTable opened, int row, int column) =>
        opened.Sheet[row, column].Value is null ? null
        : opened.IsFigureAlone(row, column) ? Figure(opened, opened.FigureOf(row, column)!)
        : Account(opened, row, column);

    /// <summary>A figure as the table knew it.</summary>
    public static string Figure(OpenedTable opened, CellFigure figure) =>
        FigureAddress.Explain(figure.Body, figure.Figure, figure.Period, new(KnownAt: opened.Table.KnownAt, IsOwn: figure.IsOwn));

    /// <summary>What became of a frozen cell since: figures by body, or the cells that a reckoned one names. Null where it is as it was.</summary>
    public static string? Difference(OpenedTable opened, int row, int column) =>
        opened.DifferenceAt(row, column) is null || opened.Table.KnownAt is not { } known ? null
        : opened.FigureOf(row, column) is { } figure ? FigureAddress.Differences(figure.Body, figure.Period, known, figure.Figure)
        : Account(opened, row, column);

    private static string Account(OpenedTable opened, int row, int column) =>
        $"/tables/{opened.Table.Id}/cells/{opened.Sheet.Rows[row].Key}/{opened.Sheet.Columns[column].Key}";
}
