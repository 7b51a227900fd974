using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filling;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A frozen cell that the ledgers now tell otherwise.</summary>
/// <param name="Row">Row of the frozen table, from 0.</param>
/// <param name="Column">Column of the frozen table, from 0.</param>
/// <param name="Place">东山镇，培训人次（第2栏）.</param>
/// <param name="Frozen">The figure as frozen.</param>
/// <param name="Now">The figure now; null where there is nothing.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed record CellDifference(int Row, int Column, string Place, decimal? Frozen, decimal? Now, int Decimals);

/// <summary>The figure behind a cell, as it is opened.</summary>
/// <param name="Body">The body.</param>
/// <param name="Figure">What is counted.</param>
/// <param name="Period">Of which days.</param>
/// <param name="IsOwn">True for what the body did itself.</param>
public sealed record CellFigure(int Body, FigureKey Figure, Period Period, bool IsOwn);

/// <summary>The supplements in one of the totals, and their share in it.</summary>
/// <param name="Name">What was added to: 培训人次.</param>
/// <param name="Supplement">What was added by hand.</param>
/// <param name="Value">The total with it.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed record SupplementShare(string Name, decimal Supplement, decimal Value, int Decimals)
{
    /// <summary>培训人次20，占合计的1.6%.</summary>
    public string Text => $"{Name}{FigureText.Number(Supplement, Decimals)}" + (Value == 0 ? "" : $"，占合计的{FigureText.Number(Math.Round(Supplement / Value * 100, 1, MidpointRounding.AwayFromZero), 1)}%");
}

/// <summary>A table as it is opened or printed.</summary>
public sealed class OpenedTable
{
    private IReadOnlyList<TableFailure>? failures;

    /// <summary>The table; of one that is only looked at and not kept, a new one.</summary>
    public required StatisticalTable Table { get; init; }

    /// <summary>The body.</summary>
    public required Organisation Body { get; init; }

    /// <summary>The definition's version.</summary>
    public required TableDefinition Definition { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The last day that counts in a period that is not over: of frozen cells the day of their freezing, else today.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The cells: frozen, or of now.</summary>
    public required TableSheet Sheet { get; init; }

    /// <summary>What was entered by hand in this table: numbers, and words of text cells.</summary>
    public IReadOnlyList<TableSupplement> Supplements { get; init; } = [];

    /// <summary>Who signed, in the order of signing.</summary>
    public IReadOnlyList<TableSignature> Signatures { get; init; } = [];

    /// <summary>Frozen cells that are now otherwise; empty for a draft.</summary>
    public IReadOnlyList<CellDifference> Differences { get; init; } = [];

    /// <summary>Cells at which 勾稽关系 fails.</summary>
    public IReadOnlyList<TableFailure> Failures => failures ??= TableChecks.Check(Definition, Sheet);

    /// <summary>The signature of a step, or null.</summary>
    public TableSignature? SignatureOf(SignatureStep step) => Signatures.FirstOrDefault(one => one.Step == step);

    /// <summary>The shares of the supplements in the totals, in the order of the table.</summary>
    public IReadOnlyList<SupplementShare> Shares =>
        [.. Sheet.All.Where(one => one.Cell.Supplement != 0 && SourceOf(one.Row, one.Column).Scope == SheetScope.Total)
            .Select(one => new SupplementShare(NameOf(one.Row, one.Column), one.Cell.Supplement, one.Cell.Value ?? 0, one.Cell.Decimals))];

    /// <summary>The figure behind a cell; null where none is, or several are (小计).</summary>
    public CellFigure? FigureOf(int row, int column)
    {
        var source = SourceOf(row, column);
        return source is { Line.Figure: { } figure, Scope: not SheetScope.Group }
            ? new(source.Body == 0 ? Body.Id : source.Body, figure, TableAspects.Of(source.Aspect, Period, Through), source.Scope == SheetScope.Own)
            : null;
    }

    /// <summary>True where a cell is one figure and nothing else: no formula, no sum of several, nothing added by hand.</summary>
    public bool IsFigureAlone(int row, int column) => FigureOf(row, column) is not null && Sheet[row, column].Supplement == 0;

    /// <summary>The frozen cell as it is now, where it differs; else null.</summary>
    public CellDifference? DifferenceAt(int row, int column) => Differences.FirstOrDefault(one => one.Row == row && one.Column == column);

    /// <summary>东山镇，人次（第2栏）.</summary>
    public string PlaceOf(int row, int column) => $"{Sheet.Rows[row].Name}，{Sheet.Columns[column].Name}（第{Sheet.Columns[column].Number}栏）";

    private string NameOf(int row, int column) => Sheet.Columns[column].Scope is null && Sheet.Rows[row].Scope is not null ? $"第{Sheet.Columns[column].Number}栏{Sheet.Columns[column].Name}" : PlaceOf(row, column);

    internal CellSource SourceOf(int row, int column) => CellSource.Of(Definition, Sheet.Rows[row], Sheet.Columns[column]);
}
