namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>When on the day, where, and who receives.</summary>
/// <param name="From">The first minute (China).</param>
/// <param name="To">The last, later than <paramref name="From"/>.</param>
/// <param name="Place">Where.</param>
/// <param name="Leader">Name and post of who receives: 李某某（主席）.</param>
public sealed record ReceptionArrangement(TimeOnly From, TimeOnly To, string Place, string Leader);

/// <summary>领导接待日 of a body, as its supervisor set it. It goes for the days that come; a day once stored keeps what visitors were told.</summary>
public sealed class ReceptionRule
{
    /// <summary>What is proposed: the 15th of each month (issue 5, PET-18).</summary>
    public const int UsualDay = 15;

    /// <summary>What is proposed as most bookings of a day.</summary>
    public const int UsualBookings = 10;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>1–31, in a shorter month its last day; null where there is no fixed day.</summary>
    public int? DayOfMonth { get; set; }

    /// <summary>What a day begins with.</summary>
    public required ReceptionArrangement Usual { get; set; }

    /// <summary>Most bookings of a day, 1 to <see cref="ReceptionChecks.MostBookings"/>.</summary>
    public int MostBookings { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }
}
