using Jinguo.Core.Base;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;

namespace Jinguo.Web.Api;

/// <summary>A definition of a table.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">表号.</param>
/// <param name="Issuer">制定机关.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ValidFrom">Its first day.</param>
/// <param name="ValidTo">有效期至.</param>
/// <param name="Body">The body it belongs to; null for those shipped.</param>
public sealed record TableDefinitionAnswer(Guid Id, string Code, int Version, string Name, string? Number, string? Issuer, string? DocumentNumber, DateOnly? ValidFrom, DateOnly? ValidTo, string? Body)
{
    internal static TableDefinitionAnswer Of(DefinitionLine line) => new(
        line.Kept.Id, line.Kept.Code, line.Kept.Version, line.Kept.Name, line.Definition.Number, line.Definition.Issuer, line.Definition.DocumentNumber, line.Definition.ValidFrom, line.Definition.ValidTo, line.Body);
}

/// <summary>A signature.</summary>
/// <param name="Step">Which of the three.</param>
/// <param name="Name">Who signed.</param>
/// <param name="At">When (UTC).</param>
public sealed record SignatureAnswer(SignatureStep Step, string Name, DateTime At);

/// <summary>A column.</summary>
/// <param name="Number">Its number as printed.</param>
/// <param name="Name">Its heading.</param>
public sealed record ColumnAnswer(string Number, string Name);

/// <summary>A cell.</summary>
/// <param name="Value">What the table says; null for —.</param>
/// <param name="Figure">What the ledgers say.</param>
/// <param name="Supplement">What was added by hand.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="Words">What was written into a text cell, or stands in place of a sensitive number that is not told (&lt;5, 未公布); else null.</param>
public sealed record CellAnswer(decimal? Value, decimal? Figure, decimal Supplement, string? Hedge, string? Words);

/// <summary>A row.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">Its cells, column by column.</param>
public sealed record RowAnswer(string Name, IReadOnlyList<CellAnswer> Cells);

/// <summary>A check (勾稽关系) that does not hold.</summary>
/// <param name="Text">What is wrong.</param>
/// <param name="Level">Error or Warning.</param>
public sealed record CheckAnswerLine(string Text, ProblemLevel Level);

/// <summary>A statistical table.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Code of its definition.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">表号.</param>
/// <param name="Issuer">制定机关.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ValidTo">有效期至.</param>
/// <param name="Organisation">Code of its body.</param>
/// <param name="Body">Name of its body.</param>
/// <param name="Period">Its period.</param>
/// <param name="State">How far it is.</param>
/// <param name="Edition">Edition, from 1.</param>
/// <param name="IsCurrent">True for the newest edition.</param>
/// <param name="KnownAt">As the books were known when it was signed (UTC); null while it is a draft.</param>
/// <param name="FiledAt">When it was filed (UTC), or null.</param>
/// <param name="Version">Counts changes.</param>
/// <param name="Signatures">Its signatures.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Checks">Checks that do not hold.</param>
public sealed record TableAnswer(
    Guid Id, string Code, string Name, string? Number, string? Issuer, string? DocumentNumber, DateOnly? ValidTo, string Organisation, string Body, string Period, TableState State, int Edition,
    bool IsCurrent, DateTime? KnownAt, DateTime? FiledAt, int Version, IReadOnlyList<SignatureAnswer> Signatures, IReadOnlyList<ColumnAnswer> Columns, IReadOnlyList<RowAnswer> Rows, IReadOnlyList<CheckAnswerLine> Checks)
{
    internal static TableAnswer Of(OpenedTable opened) => new(
        opened.Table.Id, opened.Table.Code, opened.Table.Name, opened.Definition.Number, opened.Definition.Issuer, opened.Definition.DocumentNumber, opened.Definition.ValidTo,
        opened.Body.Code, opened.Body.Name, opened.Table.Period, opened.Table.State, opened.Table.Edition, opened.Table.IsCurrent, opened.Table.KnownAt, opened.Table.FiledAt, opened.Table.Version,
        [.. opened.Signatures.Select(one => new SignatureAnswer(one.Step, one.Name, one.At))],
        [.. opened.Sheet.Columns.Select((line, column) => new ColumnAnswer($"{TableHeadings.Number(opened.Sheet, column)}", line.Name))],
        [.. opened.Sheet.Rows.Select((line, row) => new RowAnswer(line.Name, [.. opened.Sheet.Cells[row].Select(cell => new CellAnswer(cell.Value, cell.Figure, cell.Supplement, cell.Hedge, cell.Words ?? cell.Untold))]))],
        [.. opened.Failures.Select(failure => new CheckAnswerLine(failure.Text, failure.Level))]);
}
