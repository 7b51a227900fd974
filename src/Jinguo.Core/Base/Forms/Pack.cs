namespace Jinguo.Core.Base.Forms;

/// <summary>
/// A set of record types and measures issued by somebody: data that a federation could have written itself.
/// Its file format is described in docs/packs.md.
/// </summary>
/// <param name="Code">Lower-case code, the file's name without .json: training.</param>
/// <param name="Name">妇女培训.</param>
/// <param name="Version">Counts up with every change that users can see.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="DocumentNumber">文号; empty where it rests on none.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="Measures">What it counts.</param>
/// <param name="RecordTypes">What it lets people write down.</param>
public sealed record Pack(
    string Code,
    string Name,
    int Version,
    string Issuer,
    string DocumentNumber,
    DateOnly ValidFrom,
    IReadOnlyList<MeasureDeclaration> Measures,
    IReadOnlyList<RecordType> RecordTypes)
{
    /// <summary>Last day of validity, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What it asks besides in the record types of other packs.</summary>
    public IReadOnlyList<TypeAddition> Additions { get; init; } = [];

    /// <summary>Sets of ledgers that are kept and printed as one book.</summary>
    public IReadOnlyList<Bundle> Bundles { get; init; } = [];
}

/// <summary>How a declared measure adds up (figures.md).</summary>
public enum DeclaredKind
{
    /// <summary>Adds over bodies and over time: 培训期数.</summary>
    Flow,

    /// <summary>Adds over bodies; over time the last value, posted as +n and −n: 妇女之家数.</summary>
    Stock,

    /// <summary>Computed from other measures, never summed: 签订率.</summary>
    Ratio,

    /// <summary>Entered by the office that owns it, never summed: 孕产妇死亡率.</summary>
    Observed,

    /// <summary>Different persons, over bodies and over time: 受助人数.</summary>
    Distinct,
}

/// <summary>数据项 as a pack declares it.</summary>
/// <param name="Code">Dotted lower case: training.participants.</param>
/// <param name="Name">培训人次.</param>
/// <param name="Unit">人次; 元 for money.</param>
/// <param name="Kind">How it adds up.</param>
/// <param name="Decimals">Digits after the point, 0–4: a fact's value is in 10^-n of the unit (money 2, so 分).</param>
/// <param name="Synonyms">Other names in drafts and in search.</param>
/// <param name="Breakdown">By what it is divided, or null.</param>
/// <param name="Formula">Over measure codes; for a ratio only.</param>
/// <param name="Definitions">口径, version by version.</param>
/// <param name="Sensitive">True where small counts are kept from everybody but the body that counted (docs/adr/0010).</param>
public sealed record MeasureDeclaration(
    string Code,
    string Name,
    string Unit,
    DeclaredKind Kind,
    int Decimals,
    IReadOnlyList<string> Synonyms,
    Breakdown? Breakdown,
    Formula? Formula,
    IReadOnlyList<DefinitionVersion> Definitions,
    bool Sensitive = false);

/// <summary>By what a measure is divided.</summary>
/// <param name="Name">类别.</param>
/// <param name="Options">The parts.</param>
public sealed record Breakdown(string Name, IReadOnlyList<Option> Options);

/// <summary>One part of a breakdown or one choice of a field.</summary>
/// <param name="Code">Stable lower-case code.</param>
/// <param name="Name">What people read.</param>
public sealed record Option(string Code, string Name);

/// <summary>口径: what exactly is counted during a time, on whose authority.</summary>
/// <param name="Version">From 1, counting up.</param>
/// <param name="Text">The definition in words.</param>
/// <param name="Issuer">Who issued it; empty where the pack's issuer did.</param>
/// <param name="DocumentNumber">文号, or empty.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, or null while it is valid.</param>
public sealed record DefinitionVersion(
    int Version,
    string Text,
    string Issuer,
    string DocumentNumber,
    DateOnly ValidFrom,
    DateOnly? ValidTo);
