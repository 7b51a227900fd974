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

    /// <summary>A decision is due so many calendar days after acceptance (PET-08).</summary>
    private const int DaysToDecide = 60;

    private const string ViolencePart = "violence";

    /// <summary>What a case stands for.</summary>
    /// <param name="one">The case.</param>
    /// <param name="words">The words by which cases are classed.</param>
    public static IReadOnlyList<FactDraft> From(Case one, CaseWords words)
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
        if (one.ClosedAt is { } closed && China.Day(closed) <= China.Day(one.AcceptedAt ?? one.ReceivedAt).AddDays(DaysToDecide))
            Add(OnTime, closed);
        return facts;

        void Add(string measure, DateTime? instant)
        {
            if (instant is { } at)
                facts.Add(new(measure, null, China.Day(at), 1));
        }
    }

    /// <summary>What the books are to say of a case.</summary>
    public static Posting Posting(Case one, CaseWords words, string? reason, bool isNew = false) =>
        new(new(RecordRef.Case, one.Id), one.OrganisationId, From(one, words), isNew, reason);
}
