namespace Jinguo.Core.Base.Forms;

/// <summary>Whether a record of the type happens or exists.</summary>
public enum RecordKind
{
    /// <summary>Happens on a day or on days: a training, a visit.</summary>
    Event,

    /// <summary>名册: exists from a day until it ends: a venue, a team.</summary>
    Register,
}

/// <summary>When a record of the type counts.</summary>
public enum CountsWhen
{
    /// <summary>From the moment it is saved.</summary>
    Saved,

    /// <summary>Once the body above has accepted it.</summary>
    Accepted,
}

/// <summary>台账类型: the form of one ledger, with what its records count towards and how they read in a report.</summary>
/// <param name="Code">Lower-case code: training.</param>
/// <param name="Name">妇女培训.</param>
/// <param name="Group">The heading under which it is offered: 服务发展.</param>
/// <param name="Kind">Event or register entry.</param>
/// <param name="Counts">When its records count.</param>
/// <param name="Title">How a record is called in lists, with {field} in it.</param>
/// <param name="Entry">The fields of 记一笔 on a phone, at most <see cref="MostEntryFields"/>.</param>
/// <param name="Fields">All fields in the order of the full form.</param>
/// <param name="Checks">What must or should hold between fields.</param>
/// <param name="Posts">What a record counts towards.</param>
/// <param name="Sentences">How a record reads in a report.</param>
/// <param name="VisitEveryMonths">Register entries that must be visited: months between visits, else null. The last visit is the field lastVisit.</param>
public sealed record RecordType(
    string Code,
    string Name,
    string Group,
    RecordKind Kind,
    CountsWhen Counts,
    SentencePiece Title,
    IReadOnlyList<string> Entry,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<PostingRule> Posts,
    IReadOnlyList<SentencePiece> Sentences,
    int? VisitEveryMonths)
{
    /// <summary>The field of the day on which a record counts; of a register entry, since when it exists.</summary>
    public const string DayField = "day";

    /// <summary>The field of the day on which a register entry ended.</summary>
    public const string UntilField = "until";

    /// <summary>The field of the day on which a register entry was last visited.</summary>
    public const string LastVisitField = "lastVisit";

    /// <summary>记一笔 asks for no more than this.</summary>
    public const int MostEntryFields = 6;

    /// <summary>How often in a year a village is expected to write one; null where nobody has said.</summary>
    public int? TimesAYear { get; init; }

    /// <summary>
    /// The type with what is asked besides: its fields come last, and into 记一笔 where that has room. A field whose code is
    /// there already is left out.
    /// </summary>
    public RecordType With(TypeAddition addition)
    {
        var added = addition.Fields.Where(field => FindField(field.Code) is null).ToList();
        return this with
        {
            Entry = [.. Entry.Concat(added.Select(field => field.Code)).Take(MostEntryFields)],
            Fields = [.. Fields, .. added],
            Checks = [.. Checks, .. addition.Checks],
            Posts = [.. Posts, .. addition.Posts],
            Sentences = [.. Sentences, .. addition.Sentences],
        };
    }

    /// <summary>The field with this code, or null.</summary>
    public Field? FindField(string code) => Fields.FirstOrDefault(field => field.Code == code);

    /// <summary>True for a field that only the body of the record sees: it tells about persons, or is counted by a sensitive measure.</summary>
    public bool StaysBelow(Field field) => field.Personal || IsCountedSensitively(field);

    /// <summary>True for a field that a sensitive measure counts.</summary>
    public bool IsCountedSensitively(Field field) =>
        Posts.Any(post => post.Measure.Sensitive && (post.BreakdownField == field.Code || post.Value.Codes.Contains(field.Code, StringComparer.Ordinal)));
}

/// <summary>What must or should hold between the fields of a record.</summary>
/// <param name="Test">A condition; it is kept unless it is surely false.</param>
/// <param name="Message">What a person reads when it is not kept.</param>
/// <param name="Level">Whether it stops the record.</param>
/// <param name="Field">The field beside which the message stands, or null.</param>
public sealed record Check(Formula Test, string Message, ProblemLevel Level, string? Field);

/// <summary>A count that a record makes towards a measure.</summary>
/// <param name="Measure">The measure; a flow counts on the record's day, a stock from <c>day</c> until <c>until</c>.</param>
/// <param name="Value">How many, in the measure's unit (money in 元).</param>
/// <param name="When">Only where this holds, or null for always.</param>
/// <param name="BreakdownField">The choice field whose option is the breakdown's, or null.</param>
/// <param name="BreakdownOption">A fixed option of the breakdown, or null.</param>
/// <param name="Person">The field whose persons are counted, for a measure of different persons; else null.</param>
public sealed record PostingRule(
    MeasureDeclaration Measure,
    Formula Value,
    Formula? When,
    string? BreakdownField,
    string? BreakdownOption,
    string? Person = null);
