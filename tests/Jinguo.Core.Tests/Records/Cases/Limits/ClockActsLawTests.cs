using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;

namespace Jinguo.Core.Tests.Records.Cases.Limits;

/// <summary>
/// Law: in whatever order a handler and her head ask, approve, tell, take back, stop, resume and set limits, the law's day moves
/// only when the petitioner is told of an approved extension, once, and by a hearing in 复核; and the day in the list is the one that presses.
/// </summary>
public sealed class ClockActsLawTests
{
    private const int Acts = 240;
    private const int ActsAtAStage = 30;

    private static readonly CaseAct[] Way = [CaseAct.Accept, CaseAct.Decide, CaseAct.Answer, CaseAct.AskReview, CaseAct.AnswerReview, CaseAct.AskRecheck];

    /// <summary>What an act may move of the law.</summary>
    private enum Moves
    {
        Nothing,

        /// <summary>The decision, by the days that were told.</summary>
        Decision,

        /// <summary>The answer in 复核, by the days of a hearing.</summary>
        Recheck,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task WhateverIsDoneInWhateverOrder_TheLawMovesByWhatTheLawSays(int seed)
    {
        await using var desk = await CaseDesk.OpenAsync();
        var random = new Random(seed);
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-16 09:20", risk: "green"));
        var (view, done, moved) = (await OpenAsync(desk, one.Id), 0, new HashSet<Moves>());
        for (var act = 0; act < Acts; act++)
        {
            var before = view;
            var (isDone, may) = await ActAsync(desk, before, isMove: act % ActsAtAStage == ActsAtAStage - 1, random);
            view = await OpenAsync(desk, one.Id);
            done += isDone ? 1 : 0;
            foreach (var (clock, day) in Law(view))
            {
                if (!Law(before).TryGetValue(clock, out var was) || was == day)
                    continue;
                Assert.True(isDone && may == MovesOf(clock.Rule), $"{clock.Rule} moved from {was} to {day} by an act that moves {may} (seed {seed}, act {act}).");
                moved.Add(may);
                if (may == Moves.Decision)
                    Assert.Equal(was!.Value.AddDays(Told(view) - Told(before)), day);
            }
            Assert.Equal(CaseClocks.Pressing(Clocks(view), desk.Calendar)?.EndsAt, view.Case.DueAt);
            Assert.InRange(view.Changes.Count(change => change.Change is { Kind: ClockChangeKind.Extension, ToldOn: not null }), 0, 1);
        }
        // It went all the way, and what may move the law did.
        Assert.InRange(done, Way.Length + 10, Acts);
        Assert.Equal(CaseStage.Rechecking, view.Case.Stage);
        Assert.Contains(Moves.Recheck, moved);
    }

    private static Moves MovesOf(string rule) => rule == ClockRules.Decision.Code ? Moves.Decision : rule == ClockRules.RecheckAnswer.Code ? Moves.Recheck : Moves.Nothing;

    /// <summary>One act, the next of the case where it is time for it; a day goes by now and then.</summary>
    private static async Task<(bool IsDone, Moves May)> ActAsync(CaseDesk desk, CaseView view, bool isMove, Random random)
    {
        var (one, today, who) = (view.Case, desk.Clock.Today(), random.Next(2) == 0 ? desk.Officer : desk.Chair);
        var change = view.Changes.Count == 0 ? null : view.Changes[random.Next(view.Changes.Count)].Change;
        var running = Clocks(view).Where(clock => clock.DoneAt is null).ToList();
        var rule = running.Count == 0 ? ClockRules.Decision.Code : running[random.Next(running.Count)].Rule.Code;
        if (isMove && Array.Find(Way, act => CaseFlow.After(one.Stage, act) is not null) is var next && next != default)
            return (await Try(desk.ActAsync(service => service.MoveAsync(next, new(Guid.CreateVersion7(), one.Id, one.Version, desk.Clock.Instant(), "已告知本人")), who)), Moves.Nothing);
        switch (random.Next(1, 10))
        {
            case 1:
                desk.Clock.Advance(TimeSpan.FromDays(1));
                return (true, Moves.Nothing);
            case 2:
                return (await Try(desk.WithAsync(who, hands => hands.Clocks.AskAsync(new(Guid.CreateVersion7(), one.Id, one.Version, random.Next(1, 32), "等待司法鉴定")))), Moves.Nothing);
            case 3 when change is not null:
                return (await Try(desk.WithAsync(desk.Chair, hands => hands.Clocks.JudgeAsync(change.Id, random.Next(3) > 0, "可以先答复"))), Moves.Nothing);
            case 4 when change is not null:
                return (await Try(desk.WithAsync(who, hands => hands.Clocks.TellAsync(change.Id, today, "书面送达"))), Moves.Decision);
            case 5 when change is not null && random.Next(3) == 0:
                return (await Try(desk.WithAsync(desk.Officer, hands => hands.Clocks.WithdrawAsync(change.Id))), Moves.Nothing);
            case 6 or 7:
                var kind = random.Next(2) == 0 ? ClockChangeKind.Hearing : ClockChangeKind.Suspension;
                return (await Try(desk.WithAsync(who, hands => hands.Clocks.StopAsync(new(Guid.CreateVersion7(), one.Id, one.Version, rule, today.AddDays(-random.Next(4)), random.Next(2) == 0 ? null : today, "听取双方意见", kind)))),
                    kind == ClockChangeKind.Hearing ? Moves.Recheck : Moves.Nothing);
            case 8 when change is not null:
                return (await Try(desk.WithAsync(who, hands => hands.Clocks.ResumeAsync(change.Id, today.AddDays(-random.Next(3))))), change.Kind == ClockChangeKind.Hearing ? Moves.Recheck : Moves.Nothing);
            default:
                var limits = CaseLimit.Rules.Where(_ => random.Next(2) == 0).ToDictionary(limited => limited.Code, _ => random.Next(1, 25));
                return (await Try(desk.WithAsync(desk.Chair, hands => hands.Limits.SetAsync(limits))), Moves.Nothing);
        }
    }

    private static async Task<bool> Try<T>(Task<Outcome<T>> act) => (await act).Done;

    private static async Task<CaseView> OpenAsync(CaseDesk desk, Guid id) => (await desk.ReadAsync(reader => reader.OpenAsync(id, null), desk.Chair))!;

    private static IReadOnlyList<Clock> Clocks(CaseView view) => CaseClocks.Of(view.Case, view.Course.Select(line => line.Entry), [.. view.Changes.Select(change => change.Change)], view.Limits, CaseDesk.Words);

    private static Dictionary<(string Rule, DateTime Start), DateOnly?> Law(CaseView view) => Clocks(view).Where(clock => clock.Rule.Force != ClockForce.Local)
        .ToDictionary(clock => (clock.Rule.Code, clock.Start), clock => Deadline.Of(clock, Calendar).ByRule.Day);

    private static int Told(CaseView view) => view.Changes.Where(change => change.Change is { Kind: ClockChangeKind.Extension, ToldOn: not null }).Sum(change => change.Change.Days);

    private static WorkCalendar Calendar => Cases.Clocks.Clocks.Calendar;
}
