using System.Text.Json;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Samples;

/// <summary>One body's year as <c>samples/source</c> tells it: what a cadre wrote down, by record type and field code.</summary>
/// <param name="Workbook">The workbook's file name.</param>
/// <param name="Organisation">The body that kept it.</param>
/// <param name="Year">The year meant by a day without one.</param>
/// <param name="Sheets">One per record type.</param>
public sealed record SampleYear(string Workbook, string Organisation, int Year, IReadOnlyList<SampleSheet> Sheets)
{
    /// <summary>The three bodies.</summary>
    public static IReadOnlyList<SampleYear> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFolder.At("samples", "source"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => JsonSerializer.Deserialize<SampleYear>(File.ReadAllText(path), JsonSerializerOptions.Web)!),
    ];

    /// <summary>Where its workbook lies.</summary>
    public string WorkbookPath => RepositoryFolder.At("samples", Workbook);

    public override string ToString() => Workbook;
}

/// <summary>The records of one type.</summary>
/// <param name="Type">Code of the record type.</param>
/// <param name="Rows">
/// The cells by field code, as the cadre typed them, but a choice by its option's code; <see cref="BodyColumn"/> holds the
/// body of a row that is not the keeper's own.
/// </param>
public sealed record SampleSheet(string Type, IReadOnlyList<Dictionary<string, string>> Rows)
{
    /// <summary>Heading of the column that names a body below, and its key in a row.</summary>
    public const string BodyColumn = "单位";
}
