using System.Text.Json;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Web.Api;

/// <summary>A choice.</summary>
/// <param name="Code">As it is sent.</param>
/// <param name="Name">As people read it.</param>
public sealed record OptionAnswer(string Code, string Name);

/// <summary>A field of a record type.</summary>
/// <param name="Code">As it is sent.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="Required">True when it may not be left empty.</param>
/// <param name="Hedge">True when a number may carry a word of approximation.</param>
/// <param name="Options">Its choices.</param>
public sealed record FieldAnswer(string Code, string Name, FieldType Type, string Unit, bool Required, bool Hedge, IReadOnlyList<OptionAnswer> Options);

/// <summary>A kind of record.</summary>
/// <param name="Code">As it is sent.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Group">Group in lists.</param>
/// <param name="Kind">Event or register.</param>
/// <param name="Counts">When it counts.</param>
/// <param name="Version">Version of its pack.</param>
/// <param name="Fields">Its fields.</param>
public sealed record RecordTypeAnswer(string Code, string Name, string Group, RecordKind Kind, CountsWhen Counts, int Version, IReadOnlyList<FieldAnswer> Fields)
{
    internal static RecordTypeAnswer Of(LedgerType type) => new(
        type.Type.Code,
        type.Type.Name,
        type.Type.Group,
        type.Type.Kind,
        type.Type.Counts,
        type.Version,
        [.. type.Type.Fields.Select(field => new FieldAnswer(field.Code, field.Name, field.Type, field.Unit, field.Required, field.Hedge, [.. field.Options.Select(option => new OptionAnswer(option.Code, option.Name))]))]);
}

/// <summary>A record; persons are masked.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Type">Code of its type.</param>
/// <param name="Organisation">Key of its body.</param>
/// <param name="EnteredBy">Key of the body that wrote it down for another; else null.</param>
/// <param name="Day">The day it counts on.</param>
/// <param name="Until">Its last day, or null.</param>
/// <param name="Title">Its title.</param>
/// <param name="Review">State of its review.</param>
/// <param name="Counted">True when it is in the figures.</param>
/// <param name="Withdrawn">True when it was withdrawn.</param>
/// <param name="ReturnReason">Why it was returned, or null.</param>
/// <param name="Highlight">Sentence for quotation, or null.</param>
/// <param name="Version">Counts changes; also the entity tag.</param>
/// <param name="Values">Its fields, as docs/packs.md writes them.</param>
public sealed record RecordAnswer(
    Guid Id, string Type, int Organisation, int? EnteredBy, DateOnly Day, DateOnly? Until, string Title, ReviewState Review, bool Counted, bool Withdrawn,
    string? ReturnReason, string? Highlight, int Version, JsonElement Values)
{
    internal static RecordAnswer Of(Record record, RecordValues values) => new(
        record.Id, record.TypeCode, record.OrganisationId, record.EnteredByOrganisationId, record.Day, record.Until, record.Title, record.Review, record.Counted, record.Withdrawn,
        record.ReturnReason, record.HighlightText, record.Version, JsonSerializer.Deserialize<JsonElement>(RecordJson.Write(values)));
}

/// <summary>What a record adds to a figure.</summary>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Option">Number of the option, 0 for the total.</param>
/// <param name="Day">The day.</param>
/// <param name="Value">Whole number: the value times ten to the power of the decimals.</param>
/// <param name="Decimals">Decimals.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Hedge">Word of approximation, or empty.</param>
public sealed record RecordFactAnswer(string Measure, int Option, DateOnly Day, long Value, int Decimals, string Unit, string Hedge);

/// <summary>A record opened.</summary>
/// <param name="Record">The record.</param>
/// <param name="Facts">What it adds to figures.</param>
/// <param name="Sentence">It in words.</param>
public sealed record OpenedRecordAnswer(RecordAnswer Record, IReadOnlyList<RecordFactAnswer> Facts, string Sentence)
{
    internal static OpenedRecordAnswer Of(RecordView view, IEnumerable<RecordFact> facts) => new(
        RecordAnswer.Of(view.Record, view.Values),
        [.. facts.Select(fact => new RecordFactAnswer(fact.Measure.Code, fact.Fact.Option, fact.Fact.Day, fact.Fact.Value, fact.Measure.Decimals, fact.Measure.Unit, fact.Fact.Hedge))],
        view.Sentence);
}
