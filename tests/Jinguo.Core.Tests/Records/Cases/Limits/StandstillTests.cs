using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Limits;

/// <summary>听证 in 复核, 本单位时限 and 暂缓, and how long a protection order is in force.</summary>
public sealed class StandstillTests : IAsyncLifetime
{
    private CaseDesk desk = null!;

    public async Task InitializeAsync() => desk = await CaseDesk.OpenAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    [Rule("PET-10")]
    public async Task TheDaysOfAHearing_AreNotCountedInRecheck_AndNowhereElse()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-02 09:20", risk: "green"));
        Assert.Equal("clock.stop.law", CaseDesk.Refusal(await StopAsync(one, ClockRules.Notice, "2026-11-03", null)));
        foreach (var (act, day) in (IEnumerable<(CaseAct, string)>)[(CaseAct.Accept, "03"), (CaseAct.Decide, "04"), (CaseAct.Answer, "05"), (CaseAct.AskReview, "06")])
            one = await desk.MoveAsync(one, act, $"2026-11-{day} 10:00");
        Assert.Equal("clock.stop.law", CaseDesk.Refusal(await StopAsync(one, ClockRules.ReviewAnswer, "2026-11-07", null)));
        one = await desk.MoveAsync(one, CaseAct.AnswerReview, "2026-11-07 10:00");
        one = await desk.MoveAsync(one, CaseAct.AskRecheck, "2026-11-09 10:00");
        Assert.Equal(China.EndOf(new(2026, 12, 9)), one.DueAt);
        Assert.Equal("case.clock.first", CaseDesk.Refusal(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-21", null)));
        Assert.Equal("case.clock.last", CaseDesk.Refusal(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-16", "2026-11-21")));

        one = CaseDesk.Done(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-16", null));
        Assert.Null(one.DueAt);
        Assert.Equal("clock.stop.open", CaseDesk.Refusal(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-18", null)));
        var change = Assert.Single((await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Changes).Change;
        Assert.Equal(ClockChangeKind.Hearing, change.Kind);
        Assert.Equal("case.clock.last", CaseDesk.Refusal(await ResumeAsync(change.Id, "2026-11-15")));
        one = CaseDesk.Done(await ResumeAsync(change.Id, "2026-11-18"));

        Assert.Equal(China.EndOf(new(2026, 12, 12)), one.DueAt);
        Assert.Equal(one.Version, CaseDesk.Done(await ResumeAsync(change.Id, "2026-11-18")).Version);
        Assert.Equal("case.clock.resumed", CaseDesk.Refusal(await ResumeAsync(change.Id, "2026-11-17")));
    }

    [Fact]
    [Rule("PET-06"), Rule("PET-08")]
    public async Task ALocalLimit_MovesTheOpenCasesAtOnce_AndItsSuspensionNeverMovesTheLaw()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-16 09:20", risk: "green"));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await SetAsync(desk.Officer, (ClockRules.Notice, 7))));
        Assert.Equal(["clock.local.longer", "clock.local.none"], (await SetAsync(desk.Chair, (ClockRules.Notice, 16), (ClockRules.ReviewRequest, 7))).Problems.Select(problem => problem.Code));
        Assert.Equal("case.limit.days", CaseDesk.Refusal(await SetAsync(desk.Chair, (ClockRules.Notice, 0))));

        CaseDesk.Done(await SetAsync(desk.Chair, (ClockRules.Notice, 7)));
        Assert.Equal(China.EndOf(new(2026, 11, 23)), await DueAsync(one));
        one = CaseDesk.Done(await StopAsync(one, ClockRules.Notice, "2026-11-18", null));
        Assert.Equal(China.EndOf(new(2026, 12, 1)), one.DueAt);
        one = CaseDesk.Done(await ResumeAsync((await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Changes[0].Change.Id, "2026-11-20"));
        Assert.Equal(China.EndOf(new(2026, 11, 26)), one.DueAt);

        CaseDesk.Done(await SetAsync(desk.Chair));
        Assert.Equal(China.EndOf(new(2026, 12, 1)), await DueAsync(one));
        Assert.Empty(await desk.WithAsync(desk.Chair, hands => hands.Limits.ListAsync()));
    }

    [Fact]
    [Rule("PET-10")]
    public async Task InRecheck_TheBodysOwnLimitIsSuspended_WithoutTheLaws_AndAHearingStopsBoth()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-02 09:20", risk: "green"));
        foreach (var (act, day) in (IEnumerable<(CaseAct, string)>)[(CaseAct.Answer, "03"), (CaseAct.AskReview, "04"), (CaseAct.AnswerReview, "05"), (CaseAct.AskRecheck, "09")])
            one = await desk.MoveAsync(one, act, $"2026-11-{day} 10:00");
        Assert.Equal("clock.stop.law", CaseDesk.Refusal(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-12", null, ClockChangeKind.Suspension)));
        CaseDesk.Done(await SetAsync(desk.Chair, (ClockRules.RecheckAnswer, 20)));
        one = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Case;
        Assert.Equal(China.EndOf(new(2026, 11, 29)), one.DueAt);

        one = CaseDesk.Done(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-12", null, ClockChangeKind.Suspension));
        Assert.Equal(China.EndOf(new(2026, 12, 9)), one.DueAt);
        var suspended = Assert.Single((await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Changes).Change;
        Assert.Equal(ClockChangeKind.Suspension, suspended.Kind);
        one = CaseDesk.Done(await ResumeAsync(suspended.Id, "2026-11-14"));
        Assert.Equal(China.EndOf(new(2026, 12, 2)), one.DueAt);

        one = CaseDesk.Done(await StopAsync(one, ClockRules.RecheckAnswer, "2026-11-16", "2026-11-18", ClockChangeKind.Hearing));
        Assert.Equal(China.EndOf(new(2026, 12, 5)), one.DueAt);
        CaseDesk.Done(await SetAsync(desk.Chair));
        Assert.Equal(China.EndOf(new(2026, 12, 12)), await DueAsync(one));
    }

    [Fact]
    public async Task ASuspension_GoesAlong_WhereTheReceiptIsCorrected()
    {
        var input = CaseDesk.Input("2026-11-16 09:20", risk: "green");
        var one = await desk.ReceiveAsync(input);
        CaseDesk.Done(await SetAsync(desk.Chair, (ClockRules.Notice, 7)));
        one = CaseDesk.Done(await StopAsync(one, ClockRules.Notice, "2026-11-17", "2026-11-18"));
        Assert.Equal(China.EndOf(new(2026, 11, 25)), one.DueAt);

        one = CaseDesk.Done(await desk.ActAsync(service => service.CompleteAsync(input with { Received = CaseDesk.At("2026-11-15 09:20") }, one.Version)));

        Assert.Equal(China.EndOf(new(2026, 11, 24)), one.DueAt);
    }

    [Fact]
    [Rule("DV-08")]
    public async Task AnOrder_IsInForceAsLongAsTheCourtSays_UntilItIsRenewedOrEnded()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-06 09:20", risk: "green"));
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-06 10:00");
        Assert.Equal("case.months", CaseDesk.Refusal(await StepAsync(one, CaseStep.OrderMade, 7)));
        Assert.Equal("case.months.step", CaseDesk.Refusal(await StepAsync(one, CaseStep.Talk, 3)));
        Assert.Equal("case.satisfaction", CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, Line(one) with { Satisfaction = CaseSatisfaction.Satisfied }))));

        one = CaseDesk.Done(await StepAsync(one, CaseStep.OrderMade, 3));
        Assert.Equal((ClockRules.OrderInForce.Code, China.EndOf(new(2027, 2, 9))), (one.DueRule!, one.DueAt));
        one = CaseDesk.Done(await StepAsync(one, CaseStep.OrderRenewed, null));
        Assert.Equal(China.EndOf(new(2027, 5, 9)), one.DueAt);
        one = CaseDesk.Done(await StepAsync(one, CaseStep.OrderEnded, null));
        Assert.Null(one.DueAt);
        Assert.Equal([null, "有效6个月", "有效3个月"], (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Course.Take(3).Select(line => line.Detail));
    }

    private static CaseDone Line(Case one) => new(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-09 10:00"), "记下");

    private Task<Outcome<Case>> StepAsync(Case one, CaseStep step, int? months) => desk.ActAsync(service => service.WriteDownAsync(step, Line(one) with { Months = months }));

    private Task<Outcome<Case>> StopAsync(Case one, ClockRule rule, string first, string? last, ClockChangeKind? kind = null) =>
        desk.WithAsync(desk.Officer, hands => hands.Clocks.StopAsync(new(Guid.CreateVersion7(), one.Id, one.Version, rule.Code, Day(first), last is null ? null : Day(last), "需要听取双方意见", kind)));

    private Task<Outcome<Case>> ResumeAsync(Guid change, string last) => desk.WithAsync(desk.Officer, hands => hands.Clocks.ResumeAsync(change, Day(last)));

    private Task<Outcome<int>> SetAsync(Core.Base.Access.Actor actor, params (ClockRule Rule, int Days)[] limits) =>
        desk.WithAsync(actor, hands => hands.Limits.SetAsync(limits.ToDictionary(limit => limit.Rule.Code, limit => limit.Days)));

    private async Task<DateTime?> DueAsync(Case one) => (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Case.DueAt;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
