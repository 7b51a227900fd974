using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>How a file is understood: which sheet is which ledger, which column is which field.</summary>
/// <param name="Sheets">The visible sheets, in their order.</param>
public sealed record FileMatching(IReadOnlyList<SheetMatching> Sheets)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As stored with the import.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    /// <summary>As <see cref="ToJson"/> wrote it.</summary>
    public static FileMatching FromJson(string json) => JsonSerializer.Deserialize<FileMatching>(json, Plain)!;
}

/// <summary>How one sheet is understood.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Type">Code of the record type; null where nobody knows yet: the sheet is left out.</param>
/// <param name="LastHeaderRow">Last row of the header in the file; records begin after it. 0 where there is no header.</param>
/// <param name="Year">The year meant by a day without one.</param>
/// <param name="Columns">Columns that have a heading.</param>
public sealed record SheetMatching(string Sheet, string? Type, int LastHeaderRow, int Year, IReadOnlyList<ColumnMatching> Columns)
{
    /// <summary>The column of a target, or null.</summary>
    public ColumnMatching? Find(string target) => Columns.FirstOrDefault(column => column.Target == target);
}

/// <summary>How one column is understood.</summary>
/// <param name="Column">Column in the file, from 1.</param>
/// <param name="Letter">Its letter.</param>
/// <param name="Heading">Its heading, with the group above where there is one.</param>
/// <param name="Target">Code of the field, <see cref="Body"/>, <see cref="BodyCode"/>, <see cref="Highlight"/>, or null: ignored.</param>
/// <param name="Unit">The unit in brackets in the heading, or null.</param>
public sealed record ColumnMatching(int Column, string Letter, string Heading, string? Target, string? Unit)
{
    /// <summary>The column names the body.</summary>
    public const string Body = "@body";

    /// <summary>The column holds the body's code.</summary>
    public const string BodyCode = "@code";

    /// <summary>The column holds the sentence for quotation.</summary>
    public const string Highlight = "@highlight";
}
