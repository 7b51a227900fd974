using System.Globalization;
using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Samples;

/// <summary>One sheet of a sample workbook: the source in the words of the packs of today.</summary>
internal sealed class SampleTable
{
    private readonly IReadOnlyList<Field> fields;
    private readonly bool namesBodies;

    /// <exception cref="InvalidDataException">The source names a field or an option that the packs do not have.</exception>
    public SampleTable(SampleSheet sheet, PackSet packs)
    {
        Type = packs.FindType(sheet.Type) ?? throw new InvalidDataException($"No pack has the record type {sheet.Type}.");
        var used = sheet.Rows.SelectMany(row => row.Keys).ToHashSet(StringComparer.Ordinal);
        namesBodies = used.Remove(SampleSheet.BodyColumn);
        fields = [.. Type.Fields.Where(field => used.Remove(field.Code))];
        if (used.Count > 0)
            throw new InvalidDataException($"{Type.Code} has no field {string.Join(", ", used)}.");
        Rows = [.. sheet.Rows.Select(row => CellsOf(row).ToList())];
    }

    public RecordType Type { get; }

    /// <summary>The names of the columns.</summary>
    public IEnumerable<string> Header => namesBodies ? [SampleSheet.BodyColumn, .. Names] : Names;

    private IEnumerable<string> Names => fields.Select(column => column.Name);

    /// <summary>The cells as text, empty where nothing was written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    public void WriteTo(WorkbookWriter workbook)
    {
        var columns = fields.Select(field => new SheetColumn(field.Name, FormatOf(field))).ToList();
        if (namesBodies)
            columns.Insert(0, new SheetColumn(SampleSheet.BodyColumn));
        using var sheet = workbook.AddSheet(new SheetLayout(Type.Name, columns));
        foreach (var row in Rows)
        {
            sheet.Row([.. row.Select((text, at) => CellOf(text, columns[at].Format))]);
        }
    }

    private IEnumerable<string> CellsOf(Dictionary<string, string> row)
    {
        if (namesBodies)
            yield return row.GetValueOrDefault(SampleSheet.BodyColumn, "");
        foreach (var field in fields)
        {
            var text = row.GetValueOrDefault(field.Code, "");
            yield return field.Type is FieldType.Choice or FieldType.Choices ? NamesOf(field, text) : text;
        }
    }

    private string NamesOf(Field field, string codes) => string.Join('、', codes
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(code => field.FindOption(code)?.Name ?? throw new InvalidDataException($"{Type.Code}.{field.Code} has no option {code}.")));

    private static ColumnFormat FormatOf(Field field) => field.Type switch
    {
        FieldType.Date or FieldType.DateRange => ColumnFormat.Date,
        FieldType.Money => ColumnFormat.Money,
        FieldType.Number when field.Decimals == 0 => ColumnFormat.Integer,
        _ => ColumnFormat.Text,
    };

    /// <summary>Plain numbers and days are cells of their kind, as Excel makes them of what is typed; the rest is text.</summary>
    private static CellValue CellOf(string text, ColumnFormat format) => format switch
    {
        ColumnFormat.Integer or ColumnFormat.Money when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        ColumnFormat.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => text,
    };
}
