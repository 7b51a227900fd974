using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Cases;

/// <summary>The pure way from a case to its facts. Their measures are declared in packs/reception.json.</summary>
public static class CaseFacts
{
    /// <summary>信访件次, by channel.</summary>
    public const string Items = "reception.items";

    /// <summary>信访件次, by class.</summary>
    public const string Matters = "reception.matters";

    /// <summary>家庭暴力投诉件次.</summary>
    public const string Violence = "reception.violence";

    /// <summary>重复件次.</summary>
    public const string Repeated = "reception.repeated";

    /// <summary>集体访件次.</summary>
    public const string Joint = "reception.joint";

    /// <summary>受理件次.</summary>
    public const string Accepted = "reception.accepted";

    /// <summary>转送件次.</summary>
    public const string Transferred = "reception.transferred";

    /// <summary>已答复件次.</summary>
    public const string Replied = "reception.replied";

    /// <summary>已办结件次.</summary>
    public const string Closed = "reception.closed";

    /// <summary>按期办结件次.</summary>
    public const string OnTime = "reception.ontime";

    /// <summary>回访次数.</summary>
    public const string Visited = "reception.visited";

    /// <summary>评价次数.</summary>
    public const string Rated = "reception.rated";

    /// <summary>评价满意、基本满意的次数.</summary>
    public const string Satisfied = "reception.satisfied";

    /// <summary>告诫书份数.</summary>
    public const string Warnings = "reception.warnings";

    /// <summary>人身安全保护令份数.</summary>
    public const string Orders = "reception.orders";

    /// <summary>家庭暴力回访次数.</summary>
    public const string ViolenceVisits = "reception.violencevisits";

    private const string ViolencePart = "violence";

    /// <summary>What a case stands for.</summary>
    /// <param name="one">The case.</param>
    /// <param name="standing">Its course and clocks: on time is what was told and decided within the law's time, with an extension that counts.</param>
    /// <param name="words">The words by which cases are classed.</param>
    public static IReadOnlyList<FactDraft> From(Case one, CaseStanding standing, CaseWords words)
    {
        var received = China.Day(one.ReceivedAt);
        var facts = new List<FactDraft> { new(Items, words.Channel(one.Channel)!.Counts, received, 1), new(Matters, words.Category(one.Category)!.Value.Category.Code, received, 1) };
        if (one.Category == ViolencePart)
            facts.Add(new(Violence, null, received, 1));
        if (one.IsRepeat)
            facts.Add(new(Repeated, null, received, 1));
        if (one.Visitors >= CaseChecks.JointFrom)
            facts.Add(new(Joint, null, received, 1));
        Add(Accepted, one.AcceptedAt);
        Add(Transferred, one.TransferredAt);
        Add(Replied, one.AnsweredAt);
        Add(Closed, one.ClosedAt);
        if (standing.IsOnTime)
            Add(OnTime, one.ClosedAt);
        foreach (var line in standing.Course.Where(line => line.StruckAt is null))
            AddLine(line);
        return facts;

        void AddLine(CaseEntry line)
        {
            if (line.Step is CaseStep.HomeVisit or CaseStep.ReturnVisit)
            {
                Add(Visited, line.At);
                if (one.Category == ViolencePart)
                    Add(ViolenceVisits, line.At);
            }
            if (line.Step == CaseStep.Warning)
                Add(Warnings, line.At);
            if (line.Step == CaseStep.OrderMade)
                Add(Orders, line.At);
            if (line.Satisfaction is { } said && said != CaseSatisfaction.NotRated)
                Add(Rated, line.At);
            if (line.Satisfaction is CaseSatisfaction.Satisfied or CaseSatisfaction.MostlySatisfied)
                Add(Satisfied, line.At);
        }

        void Add(string measure, DateTime? instant)
        {
            if (instant is { } at)
                facts.Add(new(measure, null, China.Day(at), 1));
        }
    }

    /// <summary>What the books are to say of a case.</summary>
    public static Posting Posting(Case one, CaseStanding standing, CaseWords words, string? reason, bool isNew = false) =>
        new(new(RecordRef.Case, one.Id), one.OrganisationId, From(one, standing, words), isNew, reason);
}
