using Jinguo.Core.Base;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Testing;
using static Jinguo.Core.Tests.Records.Cases.Clocks.Clocks;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

public sealed class ClockChecksTests
{
    private static readonly Clock Decision = Of(ClockRules.Decision, "2026-11-09");
    private static readonly Clock Recheck = Of(ClockRules.RecheckAnswer, "2026-11-09");

    [Fact]
    [Rule("PET-08")]
    public void TheDecision_IsExtendedOnce_ByAHead_WithAReason_BeforeItEnds()
    {
        Assert.Empty(Extend(Decision, Extension(30)));
        Assert.Empty(Extend(Decision, Extension(1, "2027-01-08")));
        Assert.Equal(["clock.extension.days"], Extend(Decision, Extension(31)));
        Assert.Equal(["clock.extension.days"], Extend(Decision, Extension(0)));
        Assert.Equal(["clock.extension.late"], Extend(Decision, Extension(30, "2027-01-09")));
        Assert.Equal(["clock.extension.early"], Extend(Decision, Extension(30, "2026-11-08")));
        Assert.Equal(["clock.extension.approver", "clock.extension.reason"], Extend(Decision, Extension(30) with { ApprovedBy = " ", Reason = "" }));
        Assert.Equal(["clock.extension.again"], Extend(Decision with { Extension = Extension(10) }, Extension(20)));
        Assert.Equal(["clock.extension.done"], Extend(Decision with { DoneAt = At("2026-12-01") }, Extension(30)));
    }

    [Fact]
    [Rule("PET-06"), Rule("PET-09"), Rule("PET-10")]
    public void NothingElse_IsExtended() =>
        Assert.All(ClockRules.All.Where(rule => rule != ClockRules.Decision), rule => Assert.Equal(["clock.extension.none"], Extend(Of(rule, "2026-11-09"), Extension(30))));

    [Fact]
    [Rule("PET-10")]
    public void AHearing_StopsRecheckAlone()
    {
        Assert.Empty(Stop(Recheck, Hearing("2026-11-20", "2026-11-21")));
        Assert.Empty(Stop(Recheck, Hearing("2026-11-09", null)));
        Assert.Equal(["clock.stop.hearing"], Stop(Of(ClockRules.ReviewAnswer, "2026-11-09"), Hearing("2026-11-20", null)));
        Assert.Equal(["clock.stop.order"], Stop(Recheck, Hearing("2026-11-20", "2026-11-19")));
        Assert.Equal(["clock.stop.early"], Stop(Recheck, Hearing("2026-11-08", null)));
        Assert.Equal(["clock.stop.reason"], Stop(Recheck, Hearing("2026-11-20", null) with { Reason = "" }));
        Assert.Equal(["clock.stop.open"], Stop(Recheck with { Stops = [Hearing("2026-11-20", null)] }, Hearing("2026-11-25", null)));
    }

    [Fact]
    public void ASuspension_StopsLocalLimitsAlone()
    {
        var local = Decision with { LocalLimit = ClockSpan.Days(20) };

        Assert.Empty(Stop(local, Suspension("2026-11-20", null)));
        Assert.Empty(Stop(Of(ClockRules.RedVisit, "2026-11-09"), Suspension("2026-11-10", "2026-11-12")));
        Assert.Equal(["clock.stop.law"], Stop(Decision, Suspension("2026-11-20", null)));
        Assert.Equal(["clock.stop.law"], Stop(Recheck, Suspension("2026-11-20", null)));
        Assert.Equal(["clock.stop.hours"], Stop(Decision with { LocalLimit = ClockSpan.Hours(48) }, Suspension("2026-11-10", null)));
        Assert.Equal(["clock.stop.reason"], Stop(local, Suspension("2026-11-20", null) with { Reason = " " }));
    }

    [Theory]
    [Rule("PET-06"), Rule("PET-07"), Rule("PET-08"), Rule("PET-09"), Rule("DV-08")]
    [InlineData("petition.notice", "15C", null)]
    [InlineData("petition.notice", "16C", "clock.local.longer")]
    [InlineData("petition.notice", "10W", null)]
    [InlineData("petition.notice", "11W", "clock.local.longer")]
    [InlineData("petition.notice", "360H", null)]
    [InlineData("petition.notice", "361H", "clock.local.longer")]
    [InlineData("petition.objection", "5W", null)]
    [InlineData("petition.objection", "6W", "clock.local.longer")]
    [InlineData("petition.objection", "8C", "clock.local.longer")]
    [InlineData("petition.decide", "1M", null)]
    [InlineData("petition.decide", "2M", "clock.local.longer")]
    [InlineData("petition.review.ask", "7C", "clock.local.none")]
    [InlineData("dv.order.decide", "24H", "clock.local.none")]
    [InlineData("dv.visit.window", "30C", null)]
    [InlineData("risk.visit.red", "30C", null)]
    public void ALocalLimit_IsTheFederationsOwn_AndNotLongerThanTheLaw(string rule, string limit, string? problem)
    {
        Assert.True(ClockSpan.TryParse(limit, out var span));
        Assert.Equal(problem is null ? [] : [problem], ClockChecks.CheckLocalLimit(ClockRules.Find(rule)!, span).Select(one => one.Code));
    }

    [Fact]
    public void ALongerLimit_IsRefusedInWords() =>
        Assert.Equal("“处理意见书”的本地时限不能长于条例34条规定的60日，请改短。", Assert.Single(ClockChecks.CheckLocalLimit(ClockRules.Decision, ClockSpan.Days(90))).Text);

    private static IEnumerable<string> Extend(Clock clock, ClockExtension extension) => Codes(ClockChecks.CheckExtension(clock, extension, Calendar));

    private static IEnumerable<string> Stop(Clock clock, ClockStop stop) => Codes(ClockChecks.CheckStop(clock, stop));

    private static IEnumerable<string> Codes(IEnumerable<Problem> problems) => problems.Select(problem => problem.Code);
}
