namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>What becomes of a row.</summary>
public enum RowState
{
    /// <summary>可导入.</summary>
    Good = 1,

    /// <summary>可导入, 但请核对.</summary>
    Warned,

    /// <summary>要改: it has errors and is not imported.</summary>
    Bad,

    /// <summary>The same row stands earlier in the file; left out unless asked for.</summary>
    Repeated,

    /// <summary>已经有了: the ledger holds it; left out unless asked for.</summary>
    AlreadyThere,

    /// <summary>No record: a total, a signature line, a repeated header.</summary>
    LeftOut,
}

/// <summary>One thing about a row or one of its cells, in the words of the person who keeps the workbook.</summary>
/// <param name="Code">Stable name for programs and tests.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Row in the file, from 1.</param>
/// <param name="Letter">Letter of the column, or null for the whole row.</param>
/// <param name="Heading">Heading of the column, or null.</param>
/// <param name="Text">What was found, what was expected, what to do.</param>
/// <param name="State">What it makes of the row.</param>
public sealed record RowNote(string Code, string Sheet, int Row, string? Letter, string? Heading, string Text, RowState State)
{
    /// <summary>第12行F列“经费”.</summary>
    public string Place => Letter is null ? $"第{Row}行" : $"第{Row}行{Letter}列“{Heading}”";
}

/// <summary>One row of a sheet, read.</summary>
/// <param name="Row">Row in the file.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Notes">Why.</param>
/// <param name="Record">The record it tells, where it could be read.</param>
public sealed record ImportRow(int Row, RowState State, IReadOnlyList<RowNote> Notes, NewRecord? Record)
{
    /// <summary>True when it is to be written.</summary>
    public bool IsToBeAdded => State is RowState.Good or RowState.Warned;

    /// <summary>True when the books of its day are closed.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>What the person wishes.</summary>
/// <param name="GoodRowsOnly">Write the good rows though others have errors; else all or nothing.</param>
/// <param name="WithDoubles">Write rows too that seem to be there already.</param>
/// <param name="Reason">Why rows of closed days are written only now.</param>
public sealed record ImportWish(bool GoodRowsOnly = false, bool WithDoubles = false, string? Reason = null);
