using System.Collections.Frozen;

namespace Jinguo.Core.Base.Forms;

/// <summary>All packs that are loaded together: their codes are unique across them, and one may post to another's measures.</summary>
public sealed class PackSet
{
    private readonly FrozenDictionary<string, RecordType> types;
    private readonly FrozenDictionary<string, MeasureDeclaration> measures;

    /// <summary>Makes a set. Of two things with one code the first stays; the reader has reported the second.</summary>
    internal PackSet(IReadOnlyList<Pack> packs)
    {
        Packs = packs;
        types = packs.SelectMany(pack => pack.RecordTypes).DistinctBy(type => type.Code, StringComparer.Ordinal).ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);
        measures = packs.SelectMany(pack => pack.Measures).DistinctBy(measure => measure.Code, StringComparer.Ordinal).ToFrozenDictionary(measure => measure.Code, StringComparer.Ordinal);
    }

    /// <summary>The packs in the order in which they were read.</summary>
    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>All record types, pack by pack.</summary>
    public IEnumerable<RecordType> RecordTypes => Packs.SelectMany(pack => pack.RecordTypes);

    /// <summary>All measures, pack by pack.</summary>
    public IEnumerable<MeasureDeclaration> Measures => Packs.SelectMany(pack => pack.Measures);

    /// <summary>The record type with this code, or null.</summary>
    public RecordType? FindType(string code) => types.GetValueOrDefault(code);

    /// <summary>The record type with this code.</summary>
    /// <exception cref="KeyNotFoundException">No pack has it.</exception>
    public RecordType GetType(string code) => FindType(code) ?? throw new KeyNotFoundException($"No pack has the record type “{code}”.");

    /// <summary>The measure with this code, or null.</summary>
    public MeasureDeclaration? FindMeasure(string code) => measures.GetValueOrDefault(code);
}
