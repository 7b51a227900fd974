using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;
using Calendars = Jinguo.Core.Tests.Records.Cases.Clocks.Clocks;

namespace Jinguo.Core.Tests.Records.Cases.Limits;

/// <summary>
/// Law: whatever is stored of extensions, hearings, suspensions and local limits, the law's day of a case moves by an extension
/// that was approved and told, and by a hearing in 复核, and by nothing else.
/// </summary>
public sealed class ClockChangeLawTests
{
    private const int Cases = 2000;
    private const int MostExtension = 30;
    private const int HoursBefore = 6;

    private static readonly DateTime Received = CaseDesk.At("2026-11-02 09:20");

    private static readonly CaseAct[] Course = [CaseAct.Accept, CaseAct.Decide, CaseAct.Answer, CaseAct.AskReview, CaseAct.AnswerReview, CaseAct.AskRecheck, CaseAct.AnswerRecheck];

    // How far the case has come; most clocks run at some point, and 复核 is often open.
    private static readonly Gen<int> Lengths = Gen.Frequency((3, Gen.Choose(0, Course.Length)), (2, Gen.Constant(1)), (2, Gen.Constant(Course.Length - 1)));

    private static readonly Gen<CaseClockChange> AnyChange =
        from kind in Gen.Elements(Enum.GetValues<ClockChangeKind>())
        from rule in Gen.Elements(ClockRules.Notice, ClockRules.Decision, ClockRules.Decision, ClockRules.ReviewAnswer, ClockRules.RecheckAnswer, ClockRules.RecheckAnswer, ClockRules.GreenVisit)
        from first in Gen.Choose(0, 40)
        from length in Gen.Frequency((5, Gen.Choose(0, 20)), (1, Gen.Constant(int.MaxValue)))
        from days in Gen.Choose(1, MostExtension)
        from state in Gen.Elements(Enum.GetValues<ClockChangeState>())
        from told in Gen.Elements(false, true)
        from isOtherStart in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Change(kind, rule, first, length, days, state, told, isOtherStart);

    private static readonly Gen<CaseLimit> AnyLimit =
        from rule in Gen.Elements(CaseLimit.Rules.ToArray())
        from days in Gen.Choose(1, 40)
        select new CaseLimit { Rule = rule.Code, Days = days };

    private static readonly Gen<Story> Stories =
        from acts in Lengths
        from changeCount in Gen.Choose(0, 6)
        from changes in AnyChange.ArrayOf(changeCount)
        from limitCount in Gen.Choose(0, 4)
        from limits in AnyLimit.ArrayOf(limitCount)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Story(acts, changes, [.. limits.DistinctBy(limit => limit.Rule)], seed);

    [Fact]
    public void TheLawsDay_MovesByAToldExtensionAndByHearingsInRecheck_AndByNothingElse() => Check(story =>
    {
        var counted = new HashSet<Guid>();
        foreach (var clock in Clocks(story, story.Changes).Where(clock => clock.Rule.Force != ClockForce.Local))
        {
            // The same change may count for one clock only.
            var own = story.Changes.Where(change => change.IsOf(clock)).ToList();
            var extensions = own.Where(Counts).OrderBy(change => change.Id).Take(1).ToList();
            var hearings = clock.Rule == ClockRules.RecheckAnswer ? own.FindAll(change => change.Kind == ClockChangeKind.Hearing) : [];
            var moving = extensions.Where(_ => clock.Rule == ClockRules.Decision).Concat(hearings).ToList();
            if (!moving.TrueForAll(change => counted.Add(change.Id)) || ByRule(clock) != Walk(clock, moving))
                return false;
        }
        return true;
    });

    [Fact]
    public void WhatDoesNotMoveTheLaw_CanBeLeftOut() => Check(story =>
    {
        var bare = story.Changes.Where(change => Counts(change) || change.Kind == ClockChangeKind.Hearing).ToArray();
        return Law(story with { Limits = [] }, bare).SequenceEqual(Law(story, story.Changes));
    });

    [Fact]
    public void ALocalLimit_IsNeverLaterThanTheLaws() => Check(story => Clocks(story, story.Changes).Where(clock => clock.Rule.Force != ClockForce.Local).All(clock =>
    {
        var deadline = Deadline.Of(clock, Calendars.Calendar);
        return (deadline.Local?.EndsAt ?? DateTime.MinValue) <= (deadline.ByRule.EndsAt ?? DateTime.MaxValue)
            && (deadline.ByRule.EndsAt is null || deadline.InForce.EndsAt <= deadline.ByRule.EndsAt);
    }));

    [Fact]
    public void WhatWasDone_IsJudgedByTheLawAlone() => Check(story =>
        CaseClocks.IsOnTime(Clocks(story, story.Changes), Calendars.Calendar) == CaseClocks.IsOnTime(Clocks(story with { Limits = [] }, [.. story.Changes.Where(Counts)]), Calendars.Calendar));

    [Fact]
    public void InWhichOrderItWasStored_DoesNotMatter() => Check(story =>
    {
        var random = new Random(story.Seed);
        var (course, changes, limits) = (Lines(story), story.Changes.ToArray(), story.Limits.ToArray());
        random.Shuffle(course);
        random.Shuffle(changes);
        random.Shuffle(limits);
        var (stored, mixed) = (Clocks(story, story.Changes), CaseClocks.Of(One(), course, changes, limits, CaseDesk.Words));
        return stored.Select(Told).SequenceEqual(mixed.Select(Told));
    });

    private static void Check(Func<Story, bool> law) => Prop.ForAll(Stories.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static bool Counts(CaseClockChange change) => change is { Kind: ClockChangeKind.Extension, State: ClockChangeState.Granted, First: not null, ToldOn: not null };

    private static (string Rule, DateTime Start, DateTime? Law, DateTime? Pressing) Told(Clock clock)
    {
        var deadline = Deadline.Of(clock, Calendars.Calendar);
        return (clock.Rule.Code, clock.Start, deadline.ByRule.EndsAt, deadline.InForce.EndsAt);
    }

    private static IEnumerable<(string, DateTime, DateTime?)> Law(Story story, CaseClockChange[] changes) =>
        Clocks(story, changes).Where(clock => clock.Rule.Force != ClockForce.Local).Select(Told).Select(told => (told.Rule, told.Start, told.Law));

    private static DateOnly? ByRule(Clock clock) => Deadline.Of(clock, Calendars.Calendar).ByRule.Day;

    /// <summary>The law's day, counted day by day; null while a hearing lasts.</summary>
    private static DateOnly? Walk(Clock clock, List<CaseClockChange> moving)
    {
        var day = China.Day(clock.Start);
        if (clock.Span.Unit is not (ClockUnit.Day or ClockUnit.WorkingDay))
            return ByRule(clock);
        var left = clock.Span.Count + moving.Where(change => change.Kind == ClockChangeKind.Extension).Sum(change => change.Days);
        var hearings = moving.FindAll(change => change.Kind == ClockChangeKind.Hearing);
        while (left > 0)
        {
            day = day.AddDays(1);
            if (hearings.Exists(change => change.Last is null && change.First <= day))
                return null;
            if (!hearings.Exists(change => change.First <= day && day <= change.Last) && (clock.Span.Unit == ClockUnit.Day || Calendars.Calendar.IsWorkingDay(day)))
                left--;
        }
        return day;
    }

    private static IReadOnlyList<Clock> Clocks(Story story, CaseClockChange[] changes) => CaseClocks.Of(One(), Lines(story), changes, story.Limits, CaseDesk.Words);

    private static Case One() => new() { Channel = "department", Kind = "claim", Category = "violence", Risk = "green", ReceivedAt = Received, QueryIndex = "" };

    /// <summary>A line a day, in the order of the law.</summary>
    private static CaseEntry[] Lines(Story story) => [.. Course.Take(story.Acts).Select((act, at) => new CaseEntry { Id = new Guid(at, 0, 7, new byte[8]), Act = act, At = Started(at), WrittenByName = "赵某某", Sealed = "" })];

    private static DateTime Started(int act) => Received.AddDays(act + 1);

    private static CaseClockChange Change(ClockChangeKind kind, ClockRule rule, int first, int length, int days, ClockChangeState state, bool told, bool isOtherStart)
    {
        var start = rule == ClockRules.Notice || rule == ClockRules.GreenVisit ? Received : Started(Array.IndexOf(Course, ActOf(rule)));
        var day = China.Day(start).AddDays(first);
        var isExtension = kind == ClockChangeKind.Extension;
        return new()
        {
            Id = Guid.NewGuid(),
            Kind = kind,
            Rule = rule.Code,
            Start = isOtherStart ? start.AddHours(-HoursBefore) : start,
            Days = isExtension ? days : 0,
            First = isExtension && state != ClockChangeState.Granted ? null : day,
            Last = isExtension || length == int.MaxValue ? null : day.AddDays(length),
            State = isExtension ? state : ClockChangeState.Granted,
            AskedByName = "赵某某",
            JudgedByName = "李某某",
            ToldOn = isExtension && told && state == ClockChangeState.Granted ? day : null,
            Reason = "",
        };
    }

    private static CaseAct ActOf(ClockRule rule) => rule == ClockRules.Decision ? CaseAct.Accept : rule == ClockRules.ReviewAnswer ? CaseAct.AskReview : CaseAct.AskRecheck;

    /// <summary>A case that came so far, with what is stored of its clocks.</summary>
    private sealed record Story(int Acts, CaseClockChange[] Changes, CaseLimit[] Limits, int Seed);
}
