using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Which number of which body is quoted.</summary>
/// <param name="OrganisationId">The body: that of the report, or in tables one below it.</param>
/// <param name="Figure">Measure and option (<see cref="FigureKey"/>).</param>
/// <param name="Aspect">This period, the year before, or the change.</param>
public readonly record struct QuoteKey(int OrganisationId, string Figure, FigureAspect Aspect);

/// <summary>A number as it was when the figures were frozen.</summary>
/// <param name="Key">Which number.</param>
/// <param name="Name">Name of measure and option.</param>
/// <param name="Body">Name of the body, with everything below it.</param>
/// <param name="Period">The period as far as it had run (<see cref="Base.Time.Period.Code"/>).</param>
/// <param name="Value">In the unit; of a change in % or points; null for nothing.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="DefinitionVersion">Newest version of the definition in force during the period; 0 for none.</param>
/// <param name="Definition">Its words.</param>
/// <param name="Facts">Facts behind it.</param>
/// <param name="FirstPosted">Oldest posting behind it (UTC).</param>
/// <param name="LastPosted">Newest posting behind it (UTC).</param>
public sealed record Quote(
    QuoteKey Key,
    string Name,
    string Body,
    string Period,
    decimal? Value,
    string Unit,
    string? Hedge,
    int Decimals,
    int DefinitionVersion,
    string Definition,
    long Facts,
    DateTime? FirstPosted,
    DateTime? LastPosted)
{
    /// <summary>
    /// When it was frozen (UTC), of a figure kept when others were frozen anew; null for a figure as old as its snapshot.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? TakenAt { get; init; }

    /// <summary>Stands in place of a sensitive number that was not told (&lt;5, 未公布); else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    /// <summary>True where the sentence has nothing to tell: nothing recorded, zero, not told, or a change from nothing.</summary>
    [JsonIgnore]
    public bool IsNothing => Value is null || (Key.Aspect != FigureAspect.Change && Value == 0);

    /// <summary>True when both tell the same number.</summary>
    public bool SaysAs(Quote other) => (IsNothing && other.IsNothing && Words == other.Words) || (Value == other.Value && Hedge == other.Hedge && Words == other.Words);
}

/// <summary>A number in the text of a report.</summary>
/// <param name="Number">From 1, in the order of the text; stands in its link.</param>
/// <param name="Wording">As the text says it: 3.8万余人次.</param>
/// <param name="Quote">The number.</param>
public sealed record QuotedFigure(int Number, string Wording, Quote Quote);

/// <summary>The figures of a report, frozen: what its code proves.</summary>
/// <param name="Report">Key of the report.</param>
/// <param name="Number">Which freezing of the report, from 1.</param>
/// <param name="Issuer">Code of the body.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Template">Name of the template.</param>
/// <param name="TakenAt">When (UTC).</param>
/// <param name="Figures">The numbers in the text.</param>
/// <param name="Silent">Numbers asked for by the template that had nothing to tell.</param>
public sealed record Snapshot(
    Guid Report, int Number, string Issuer, string Body, string Period, string Template, DateTime TakenAt, IReadOnlyList<QuotedFigure> Figures, IReadOnlyList<Quote> Silent)
{
    /// <summary>Whose tree the figures stand on. The usual one is not written, so that what was frozen before there was a choice keeps its hash.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FigureTree Tree { get; init; }

    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PlainDecimal() },
    };

    /// <summary>
    /// Canonical JSON: properties in the order of the declaration, no spaces, numbers without zeros at the end. The same
    /// snapshot always gives the same bytes.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Reads canonical JSON.</summary>
    public static Snapshot Parse(string json) => JsonSerializer.Deserialize<Snapshot>(json, Canonical)!;

    /// <summary>SHA-256 of canonical JSON in lower-case hex.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    // 12.90 and 12.9 are the same number and must have the same hash.
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
