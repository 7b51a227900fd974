namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>Who set a time limit, and with it whether a body may set its own.</summary>
public enum ClockForce
{
    /// <summary>A national law or regulation: a local limit may be shorter, never longer.</summary>
    National = 1,

    /// <summary>A province's rule, ours as an example (Shanxi): likewise.</summary>
    Provincial,

    /// <summary>A habit that each body sets as it likes (domain-rules §3.2).</summary>
    Local,
}

/// <summary>For whom a clock runs.</summary>
public enum ClockBearer
{
    /// <summary>The federation must act, or see to it that somebody acts; a local limit may urge it on.</summary>
    Federation = 1,

    /// <summary>A right of the person: nobody may shorten it, and when it is over she has not failed a duty.</summary>
    Person,

    /// <summary>A court, the police or a village committee must act; the federation watches.</summary>
    Others,
}

/// <summary>One time limit of the law, or a local habit. The rules are in <see cref="ClockRules"/>.</summary>
/// <param name="Code">Stable code, as in domain-rules §13.1: <c>petition.notice</c>.</param>
/// <param name="Name">The matter, as it heads the line of a case: 书面告知.</param>
/// <param name="Span">How long.</param>
/// <param name="Starts">The event that starts it; its day is not counted: 收到.</param>
/// <param name="Source">The article: 条例23条.</param>
/// <param name="RuleId">The rule in domain-rules: PET-06.</param>
/// <param name="Force">Who set it.</param>
/// <param name="Bearer">For whom it runs.</param>
public sealed record ClockRule(string Code, string Name, ClockSpan Span, string Starts, string Source, string RuleId, ClockForce Force, ClockBearer Bearer)
{
    /// <summary>By how many calendar days it may be extended, once, with approval and a reason; 0 where it may not.</summary>
    public int MostExtensionDays { get; init; }

    /// <summary>True where the time of a hearing (听证) is not counted: in 复核 alone (PET-10).</summary>
    public bool StopsForHearing { get; init; }

    /// <summary>In how many days before its end it is soon due, where it has a term of its own; null for the usual ones (<see cref="ClockWarning"/>).</summary>
    public int? WarningDays { get; init; }

    /// <summary>True where a body may set a limit of its own.</summary>
    public bool TakesLocalLimit => Bearer == ClockBearer.Federation;

    /// <summary>Its basis in words, as the line of a case shows it: 条例23条，15日.</summary>
    public string Basis => $"{Source}，{Span.Name}";
}
