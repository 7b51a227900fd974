namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>手工补充 of a table, as they are added to its cells.</summary>
/// <param name="Entered">Numbers entered in this table: by the keys of row and column (<see cref="SheetLine.Key"/>).</param>
/// <param name="Words">Words written in this table, by the same keys.</param>
/// <param name="Brought">Filed by bodies directly below with their own tables: by body and item.</param>
internal sealed record Supplements(
    IReadOnlyDictionary<(string Row, string Column), decimal> Entered,
    IReadOnlyDictionary<(string Row, string Column), string> Words,
    IReadOnlyDictionary<(int Body, string Item), decimal> Brought);
