namespace Jinguo.Core.Facts;

/// <summary>How a measure adds up (figures.md).</summary>
public enum MeasureKind
{
    /// <summary>Adds over bodies and over time: 培训期数.</summary>
    Flow = 1,

    /// <summary>Adds over bodies; over time the last value, kept as a running sum of +n and −n: 示范基地数.</summary>
    Stock = 2,

    /// <summary>Computed from other figures, never summed: 结案率.</summary>
    Ratio = 3,

    /// <summary>Entered by the office that owns it, never summed: 孕产妇死亡率.</summary>
    Observed = 4,

    /// <summary>Different persons, over organisations and over time: 受助人数, persons and not 人次.</summary>
    Distinct = 5,
}

/// <summary>数据项: what is counted. Declared by packs; kept as rows so that facts can point to a small number.</summary>
public sealed class Measure
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>Dotted lower case: <c>training.participants</c>.</summary>
    public required string Code { get; set; }

    /// <summary>Name in the users' words: 培训人次.</summary>
    public required string Name { get; set; }

    /// <summary>Unit: 人次, 期, 元, %.</summary>
    public required string Unit { get; set; }

    /// <summary>How it adds up.</summary>
    public MeasureKind Kind { get; set; }

    /// <summary>Digits after the point: a fact's value is in 10^-n of the unit (money: 元 with 2, so 分).</summary>
    public int Decimals { get; set; }

    /// <summary>Formula over measure codes, for ratios.</summary>
    public string? Formula { get; set; }

    /// <summary>Name of the breakdown (类别), or null.</summary>
    public string? BreakdownName { get; set; }

    /// <summary>True where bodies above see no small counts of it: they read what is published (<see cref="PublishedCounts"/>).</summary>
    public bool IsSensitive { get; set; }

    /// <summary>The body that declared it, for itself and every body below; 0 where shipped.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The pack that declared it.</summary>
    public required string Pack { get; set; }

    /// <summary>Chapter under which it is listed: the name of its pack.</summary>
    public required string Group { get; set; }

    /// <summary>Place in lists.</summary>
    public int Order { get; set; }

    /// <summary>Other names, for reading drafts and searching.</summary>
    public List<string> Synonyms { get; set; } = [];

    /// <summary>Options of the breakdown.</summary>
    public List<MeasureOption> Options { get; } = [];

    /// <summary>口径, version by version.</summary>
    public List<MeasureDefinition> Definitions { get; } = [];

    /// <summary>A value of the books in the measure's unit: 1234500 分 are 12345 元.</summary>
    public decimal InUnit(long value) => new decimal(value) / Scale(Decimals);

    /// <summary>A value in the measure's unit as the books keep it; null where it has more digits than that, or too many.</summary>
    public long? InSmallest(decimal value) =>
        Math.Abs(value) < long.MaxValue / Scale(Decimals) && value * Scale(Decimals) is var smallest && decimal.IsInteger(smallest) ? (long)smallest : null;

    private static decimal Scale(int decimals) => decimals == 0 ? 1 : 10 * Scale(decimals - 1);
}

/// <summary>One option of a measure's breakdown.</summary>
public sealed class MeasureOption
{
    /// <summary>The measure.</summary>
    public int MeasureId { get; set; }

    /// <summary>Number within the measure, from 1; 0 stands for the total.</summary>
    public int Number { get; set; }

    /// <summary>Code: <c>skills</c>.</summary>
    public required string Code { get; set; }

    /// <summary>Name: 技能培训.</summary>
    public required string Name { get; set; }
}

/// <summary>口径: what exactly is counted during a time, on whose authority.</summary>
public sealed class MeasureDefinition
{
    /// <summary>The measure.</summary>
    public int MeasureId { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>The definition in words.</summary>
    public required string Text { get; set; }

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; set; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? ValidTo { get; set; }
}
