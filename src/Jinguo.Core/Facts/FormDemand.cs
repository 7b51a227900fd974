using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Facts;

/// <summary>Why something asked is taken to be held already, the surest first.</summary>
public enum HeldReason
{
    /// <summary>It counts towards the very measure.</summary>
    SameMeasure,

    /// <summary>It has the same name.</summary>
    SameName,

    /// <summary>It has another name of it.</summary>
    Synonym,

    /// <summary>It has the same unit and speaks of the same thing.</summary>
    SameObject,
}

/// <summary>Something that a form or a table asks of those below.</summary>
/// <param name="Code">Its code there, or the place of a column.</param>
/// <param name="Name">Its label.</param>
/// <param name="Unit">Its unit; empty for what is no number.</param>
/// <param name="Measure">Code of the measure towards which it would count, or null.</param>
public sealed record Asked(string Code, string Name, string Unit, string? Measure)
{
    /// <summary>What a field asks.</summary>
    public static Asked Of(Field field, IEnumerable<PostingRule> posts) => new(
        field.Code,
        field.Name,
        field.Type switch { FieldType.Number => field.Unit, FieldType.Money => "元", _ => "" },
        posts.FirstOrDefault(post => post.Value.SingleCode == field.Code)?.Measure.Code);
}

/// <summary>Something that the ledgers hold, and why it is what was asked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Name">Its name: of a measure, or of a field.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Measure">Code of the measure whose figure answers; null where it stands in records only.</param>
/// <param name="Ledger">Name of the record type that has it as a field; null for a measure.</param>
public sealed record Held(HeldReason Reason, string Name, string Unit, string? Measure, string? Ledger)
{
    /// <summary>The reason in words.</summary>
    public string Text => (Reason, Ledger) switch
    {
        (HeldReason.SameMeasure, _) => $"计入的就是“{Name}”",
        (HeldReason.SameName, null) => $"“{Name}”同名",
        (HeldReason.Synonym, null) => $"是“{Name}”的另一个叫法",
        (HeldReason.SameObject, null) => $"和“{Name}”单位相同（{Unit}），说的是一件事",
        _ => $"台账“{Ledger}”里已经填“{Name}”",
    };
}

/// <summary>One thing asked with what is held of it; nothing where it is new.</summary>
/// <param name="Asked">What is asked.</param>
/// <param name="Held">What is held, the surest first.</param>
public sealed record Demand(Asked Asked, IReadOnlyList<Held> Held);

/// <summary>What a form asks, measured by what is held.</summary>
/// <param name="Demands">Each thing asked, in the form's order.</param>
/// <param name="Alike">The record type that asks most of it already, so that what remains belongs there; or null.</param>
public sealed record FormFinding(IReadOnlyList<Demand> Demands, RecordType? Alike)
{
    /// <summary>What is held already.</summary>
    public IEnumerable<Demand> AlreadyHeld => Demands.Where(demand => demand.Held.Count > 0);

    /// <summary>What is new.</summary>
    public IEnumerable<Demand> New => Demands.Where(demand => demand.Held.Count == 0);
}

/// <summary>
/// 一次填报: finds, for everything a new form asks, what the ledgers hold already, so that the figure is given instead of the
/// work being done again (anchors, (d) 12: field-level similarity, because forms are merely renamed). Pure.
/// </summary>
public static class FormDemand
{
    private const int MostHeld = 3;

    /// <summary>Compares one thing asked with the measures.</summary>
    public static IReadOnlyList<Held> Find(Asked asked, IEnumerable<Measure> measures) =>
        asked.Unit.Length == 0 && asked.Measure is null ? [] : Surest(measures.Select(measure => Of(asked, measure)).OfType<Held>());

    /// <summary>Compares a form with the measures and with the record types that are in use.</summary>
    /// <param name="fields">The fields that the form itself asks.</param>
    /// <param name="posts">What they count towards.</param>
    /// <param name="measures">The measures there are besides the form's own.</param>
    /// <param name="types">The record types in use besides the form.</param>
    public static FormFinding Find(IReadOnlyList<Field> fields, IReadOnlyList<PostingRule> posts, IReadOnlyList<Measure> measures, IReadOnlyList<RecordType> types)
    {
        var asked = fields.Where(field => field.Code != RecordType.DayField && field.Type != FieldType.File).ToList();
        var alike = Alike(asked, types);
        return new([.. asked.Select(field => Of(field, Asked.Of(field, posts), measures, alike))], alike);
    }

    /// <summary>The record type that has at least two of the fields, and at least half of them; of several the one with most.</summary>
    private static RecordType? Alike(List<Field> asked, IReadOnlyList<RecordType> types)
    {
        var shared = types.Select(type => (Type: type, Count: asked.Count(field => FindLike(field, type) is not null))).Where(one => one.Count >= 2 && one.Count * 2 >= asked.Count).ToList();
        return shared.Count == 0 ? null : shared.MaxBy(one => one.Count).Type;
    }

    private static Demand Of(Field field, Asked asked, IReadOnlyList<Measure> measures, RecordType? alike)
    {
        var held = Find(asked, measures);
        // A field of the type that is used already: its measure has been found by its own name, or it stands in the records.
        if (held.Count == 0 && alike is not null && FindLike(field, alike) is { } there)
            held = [new(HeldReason.SameName, there.Name, there.Unit, alike.Posts.FirstOrDefault(post => post.Value.SingleCode == there.Code)?.Measure.Code, alike.Name)];
        return new(asked, held);
    }

    private static Field? FindLike(Field field, RecordType type) => type.Fields.FirstOrDefault(other => IsOfSameKind(field, other)
        && (AskedWords.Even(other.Name) == AskedWords.Even(field.Name) || other.Synonyms.Any(name => AskedWords.Even(name) == AskedWords.Even(field.Name))));

    private static bool IsOfSameKind(Field field, Field other) => field.Type == other.Type
        ? field.Type != FieldType.Number || UnitWords.AreAlike(field.Unit, other.Unit)
        : field.Type is FieldType.Date or FieldType.DateRange && other.Type is FieldType.Date or FieldType.DateRange;

    private static Held? Of(Asked asked, Measure measure)
    {
        if (asked.Measure == measure.Code)
            return new(HeldReason.SameMeasure, measure.Name, measure.Unit, measure.Code, null);
        if (measure.Kind == MeasureKind.Ratio || !UnitWords.AreAlike(asked.Unit, measure.Unit))
            return null;
        var name = AskedWords.Even(asked.Name);
        if (name == AskedWords.Even(measure.Name))
            return new(HeldReason.SameName, measure.Name, measure.Unit, measure.Code, null);
        if (measure.Synonyms.Exists(other => name == AskedWords.Even(other)))
            return new(HeldReason.Synonym, measure.Name, measure.Unit, measure.Code, null);
        return AskedWords.AreOfOneThing(asked.Name, measure.Synonyms.Prepend(measure.Name))
            ? new(HeldReason.SameObject, measure.Name, measure.Unit, measure.Code, null)
            : null;
    }

    // Where something is surely held, what merely resembles it would only be read in vain.
    private static IReadOnlyList<Held> Surest(IEnumerable<Held> held)
    {
        var all = held.OrderBy(one => one.Reason).ToList();
        var isSure = all.Count > 0 && all[0].Reason != HeldReason.SameObject;
        return [.. all.Where(one => !isSure || one.Reason != HeldReason.SameObject).Take(MostHeld)];
    }
}
