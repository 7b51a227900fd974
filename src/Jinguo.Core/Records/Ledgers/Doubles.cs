using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record with its form and values.</summary>
/// <param name="Record">The record.</param>
/// <param name="Type">Its form.</param>
/// <param name="Values">What it holds.</param>
public sealed record LedgerEntry(Record Record, RecordType Type, RecordValues Values);

/// <summary>A record that may tell the same piece of work.</summary>
/// <param name="Id">The other record.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Ledger">Name of its ledger.</param>
/// <param name="Alike">What is alike: 名称相同, 地点相同, 人数相同.</param>
public sealed record PossibleDouble(Guid Id, string Title, string Ledger, IReadOnlyList<string> Alike);

/// <summary>
/// Finds records of one body and one day that may tell the same piece of work, in whatever ledger: an event that is
/// written in two ledgers is counted twice. Pure.
/// </summary>
public static class Doubles
{
    private const string PlaceField = "place";

    /// <summary>Records like this one, among those of its body and day.</summary>
    public static IReadOnlyList<PossibleDouble> Find(LedgerEntry entry, IEnumerable<LedgerEntry> sameDay)
    {
        var found = new List<PossibleDouble>();
        foreach (var other in sameDay.Where(other => other.Record.Id != entry.Record.Id))
        {
            var alike = Alike(entry, other);
            if (alike.Contains("名称相同", StringComparer.Ordinal) || alike.Count >= 2)
                found.Add(new(other.Record.Id, other.Record.Title, other.Type.Name, alike));
        }
        return found;
    }

    private static List<string> Alike(LedgerEntry one, LedgerEntry other)
    {
        var alike = new List<string>();
        if (one.Record.Title == other.Record.Title && one.Record.Title != one.Type.Name)
            alike.Add("名称相同");
        if (one.Values[PlaceField] is TextValue place && place.Equals(other.Values[PlaceField]))
            alike.Add("地点相同");
        if (People(one) is { } count && People(other) == count)
            alike.Add("人数相同");
        return alike;
    }

    /// <summary>The largest number of persons in a record; one or two are no sign of anything.</summary>
    private static decimal? People(LedgerEntry entry)
    {
        var most = entry.Type.Fields.Where(field => field.Type == FieldType.Number && field.Unit.Contains('人', StringComparison.Ordinal))
            .Select(field => (entry.Values[field.Code] as NumberValue)?.Quantity.Value ?? 0).DefaultIfEmpty().Max();
        return most > 2 ? most : null;
    }
}
