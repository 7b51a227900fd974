using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>What was found in one sheet.</summary>
public sealed class SheetFindings
{
    /// <summary>Name of the sheet.</summary>
    public required string Sheet { get; init; }

    /// <summary>Name of the ledger; null where the sheet is left out.</summary>
    public string? Ledger { get; init; }

    /// <summary>Rows that tell a record.</summary>
    public int Read { get; set; }

    /// <summary>Rows to be written, those with warnings included.</summary>
    public int Good { get; set; }

    /// <summary>Of these, rows with warnings.</summary>
    public int Warned { get; set; }

    /// <summary>Rows with errors.</summary>
    public int Bad { get; set; }

    /// <summary>Of the rows to be written, those of closed days.</summary>
    public int Closed { get; set; }

    /// <summary>Rows that the ledger holds already, and repetitions within the file.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>Rows that tell no record: totals, signatures.</summary>
    public int LeftOut { get; set; }
}

/// <summary>What a look at every row of a file found, or what became of them.</summary>
public sealed class ImportFindings
{
    /// <summary>Most notes kept; the workbook of problems has them all.</summary>
    public const int MostNotes = 1000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sheet by sheet.</summary>
    public List<SheetFindings> Sheets { get; init; } = [];

    /// <summary>The first notes, in the order of the file.</summary>
    public List<RowNote> Notes { get; init; } = [];

    /// <summary>Notes in all.</summary>
    public int NotesInAll { get; set; }

    /// <summary>Rows that tell a record.</summary>
    public int Read => Sheets.Sum(sheet => sheet.Read);

    /// <summary>Rows to be written.</summary>
    public int Good => Sheets.Sum(sheet => sheet.Good);

    /// <summary>Of these, rows with warnings.</summary>
    public int Warned => Sheets.Sum(sheet => sheet.Warned);

    /// <summary>Rows with errors.</summary>
    public int Bad => Sheets.Sum(sheet => sheet.Bad);

    /// <summary>Of the rows to be written, those of closed days: they need a reason.</summary>
    public int Closed => Sheets.Sum(sheet => sheet.Closed);

    /// <summary>Rows that are there already.</summary>
    public int AlreadyThere => Sheets.Sum(sheet => sheet.AlreadyThere);

    /// <summary>Counts a row.</summary>
    public void Add(SheetFindings sheet, ImportRow row)
    {
        sheet.Read += row.State == RowState.LeftOut ? 0 : 1;
        sheet.Good += row.IsToBeAdded ? 1 : 0;
        sheet.Warned += row.State == RowState.Warned ? 1 : 0;
        sheet.Closed += row is { IsToBeAdded: true, IsClosed: true } ? 1 : 0;
        sheet.Bad += row.State == RowState.Bad ? 1 : 0;
        sheet.AlreadyThere += row.State is RowState.AlreadyThere or RowState.Repeated ? 1 : 0;
        sheet.LeftOut += row.State == RowState.LeftOut ? 1 : 0;
        NotesInAll += row.Notes.Count;
        Notes.AddRange(row.Notes.Take(MostNotes - Notes.Count));
    }

    /// <summary>As stored with the import.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    /// <summary>As <see cref="ToJson"/> wrote it.</summary>
    public static ImportFindings FromJson(string json) => JsonSerializer.Deserialize<ImportFindings>(json, Plain)!;
}
