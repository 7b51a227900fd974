using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Posts;

/// <summary>
/// 届: a term of office of a women's federation. A body has at most one that has not ended; the next one begins on the day on
/// which it ends.
/// </summary>
public sealed class Term : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>第几届, from 1.</summary>
    public int Number { get; set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Years it lasts (domain-rules ORG-01, 04–06).</summary>
    public int Years { get; set; }

    /// <summary>换届 is due on this day: so many years after the first.</summary>
    public DateOnly Due { get; set; }

    /// <summary>The day it ended, on which it does not count any more; null while it stands.</summary>
    public DateOnly? Ended { get; set; }

    /// <summary>The congress that elected it, or null: 安和县第十次妇女代表大会.</summary>
    public string? Congress { get; set; }

    /// <summary>How many posts it has.</summary>
    public required Seats Seats { get; set; }

    /// <summary>Organisations that a 三新 federation covers; null for every other body (domain-rules §1.4).</summary>
    public int? Covers { get; set; }

    /// <summary>Seats of chair and vice chairs that nobody holds today; kept with each act.</summary>
    public int LeadersVacant { get; set; }

    /// <summary>Seats of the executive committee that nobody holds today; kept with each act.</summary>
    public int ExecutivesVacant { get; set; }

    /// <summary>Counts acts on it and on its posts.</summary>
    public int Version { get; set; }

    /// <summary>Keeps how many seats nobody holds.</summary>
    /// <param name="held">Kinds of the posts held now, one for each holder.</param>
    public void CountVacancies(IReadOnlyCollection<PostKind> held)
    {
        var lines = Seats.Lines(held);
        LeadersVacant = lines.Where(line => line.Kind < PostKind.Standing).Sum(line => line.Vacant);
        ExecutivesVacant = lines.Where(line => line.Kind == PostKind.Executive).Sum(line => line.Vacant);
    }

    /// <summary>How a term that has not ended stands on a day.</summary>
    /// <param name="due">The day on which 换届 is due.</param>
    /// <param name="day">The day.</param>
    public static TermState StateOf(DateOnly due, DateOnly day) =>
        due < day ? TermState.Overdue
        : due <= day.AddYears(1) ? TermState.Soon
        : TermState.Standing;
}

/// <summary>
/// 职数. A body has one chair (ORG-03). The executive committee holds everybody, chair, vice chairs and standing members
/// included; the standing committee holds chair and vice chairs.
/// </summary>
/// <param name="Executives">执委.</param>
/// <param name="Standing">常委, 0 where there is no standing committee.</param>
/// <param name="FullTimeVices">专职副主席.</param>
/// <param name="SecondedVices">挂职副主席.</param>
/// <param name="PartTimeVices">兼职副主席.</param>
public sealed record Seats(int Executives, int Standing, int FullTimeVices, int SecondedVices, int PartTimeVices)
{
    /// <summary>Chair and vice chairs.</summary>
    public int Leaders => 1 + FullTimeVices + SecondedVices + PartTimeVices;

    /// <summary>How many seats there are of each kind, who holds them, in the order of ranks; kinds with neither are left out.</summary>
    /// <param name="held">Kinds of the posts held now, one for each holder.</param>
    public IReadOnlyList<SeatLine> Lines(IReadOnlyCollection<PostKind> held)
    {
        int Held(PostKind kind) => held.Count(one => one == kind);
        return [.. new SeatLine[]
        {
            new(PostKind.Chair, 1, Held(PostKind.Chair)),
            new(PostKind.FullTimeVice, FullTimeVices, Held(PostKind.FullTimeVice)),
            new(PostKind.SecondedVice, SecondedVices, Held(PostKind.SecondedVice)),
            new(PostKind.PartTimeVice, PartTimeVices, Held(PostKind.PartTimeVice)),
            new(PostKind.Standing, Standing, Standing == 0 ? Held(PostKind.Standing) : held.Count(kind => kind <= PostKind.Standing)),
            new(PostKind.Executive, Executives, held.Count),
        }.Where(line => line.Count > 0 || line.Held > 0)];
    }
}

/// <summary>The seats of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Held">How many are held, higher posts counted for the two committees.</param>
public sealed record SeatLine(PostKind Kind, int Count, int Held)
{
    /// <summary>缺额.</summary>
    public int Vacant => Math.Max(0, Count - Held);
}

/// <summary>How a term stands on a day.</summary>
public enum TermState
{
    /// <summary>换届 is more than a year away.</summary>
    Standing,

    /// <summary>换届 is due within a year.</summary>
    Soon,

    /// <summary>换届 was due before that day.</summary>
    Overdue,
}
