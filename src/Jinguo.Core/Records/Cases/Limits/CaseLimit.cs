using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases.Clocks;

namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>本单位时限: a limit of a body's own, shorter than the law's; of a habit, as long as it likes.</summary>
public sealed class CaseLimit : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The rule (<see cref="ClockRule.Code"/>).</summary>
    public required string Rule { get; set; }

    /// <summary>Working days where the rule counts in them, else days of the calendar; from 1.</summary>
    public int Days { get; set; }

    /// <summary>The rules for which a body may set a limit of its own.</summary>
    public static IReadOnlyList<ClockRule> Rules { get; } = [.. ClockRules.All.Where(rule => rule.TakesLocalLimit)];

    /// <summary>A limit of so many days for a rule.</summary>
    public static ClockSpan Span(ClockRule rule, int days) => new(days, rule.Span.Unit == ClockUnit.WorkingDay ? ClockUnit.WorkingDay : ClockUnit.Day);
}
