using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Clocks;

/// <summary>Every rule once: its length, its basis and the day on which it ends.</summary>
public sealed class ClockRulesTests
{
    [Theory]
    [Rule("PET-06"), Rule("PET-07"), Rule("PET-08"), Rule("PET-09"), Rule("PET-10"), Rule("DV-07b"), Rule("DV-08"), Rule("PW-11")]
    [InlineData("petition.notice", "PET-06", "书面告知", "条例23条，15日", "2026-11-06 15:00", "2026-11-21 23:59")]
    [InlineData("petition.objection", "PET-07", "异议", "条例23条，5个工作日", "2026-11-06 15:00", "2026-11-13 23:59")]
    [InlineData("petition.decide", "PET-08", "处理意见书", "条例34条，60日", "2026-11-09 09:20", "2027-01-08 23:59")]
    [InlineData("petition.review.ask", "PET-09", "复查申请", "条例35条，30日", "2026-11-09 09:20", "2026-12-09 23:59")]
    [InlineData("petition.review.answer", "PET-09", "复查答复", "条例35条，30日", "2027-01-31 09:20", "2027-03-02 23:59")]
    [InlineData("petition.recheck.ask", "PET-10", "复核申请", "条例36条，30日", "2026-11-09 09:20", "2026-12-09 23:59")]
    [InlineData("petition.recheck.answer", "PET-10", "复核答复", "条例36条，30日", "2026-11-09 09:20", "2026-12-09 23:59")]
    [InlineData("dv.order.decide", "DV-08", "保护令审查", "反家暴法28条，72小时", "2026-11-16 16:20", "2026-11-19 16:20")]
    [InlineData("dv.order.urgent", "DV-08", "保护令审查（紧急）", "反家暴法28条，24小时", "2026-11-20 16:20", "2026-11-21 16:20")]
    [InlineData("dv.order.validity", "DV-08", "保护令有效", "反家暴法30条，6个月", "2026-11-19 16:20", "2027-05-19 23:59")]
    [InlineData("dv.order.reconsider", "DV-08", "保护令复议", "反家暴法31条，5日", "2026-11-19 16:20", "2026-11-24 23:59")]
    [InlineData("dv.visit.window", "DV-07b", "告诫书查访", "省办法16条，90日", "2026-11-10 15:30", "2027-02-08 23:59")]
    [InlineData("dv.emergency.place", "DV-07b", "紧急安置", "省办法，24小时", "2026-12-31 20:00", "2027-01-01 20:00")]
    [InlineData("mediation.confirm", "PW-11", "司法确认", "人民调解法33条，30日", "2028-01-31 09:00", "2028-03-01 23:59")]
    [InlineData("risk.visit.red", "§3.2", "每周回访", "红色风险，7日", "2026-11-16 10:05", "2026-11-23 23:59")]
    [InlineData("risk.visit.yellow", "§3.2", "重点回访", "黄色风险，14日", "2026-11-16 10:05", "2026-11-30 23:59")]
    [InlineData("risk.visit.green", "§3.2", "每月回访", "绿色风险，1个月", "2027-01-31 10:05", "2027-02-28 23:59")]
    public void ARule_EndsOnItsDay(string code, string rule, string name, string basis, string start, string end)
    {
        var found = ClockRules.Find(code)!;
        var due = Clocks.Of(found, start).Deadline().InForce;
        var last = due.Instant ?? China.EndOf(due.Day!.Value);

        Assert.Equal((rule, name, basis), (found.RuleId, found.Name, found.Basis));
        Assert.Equal((end, Clocks.Day(end[..10])), ($"{China.Clock(last):yyyy-MM-dd HH:mm}", due.Day));
        Assert.False(due.IsProvisional);
    }

    [Fact]
    public void EveryRule_IsTestedOnce_AndHasItsOwnCode()
    {
        var tested = typeof(ClockRulesTests).GetMethod(nameof(ARule_EndsOnItsDay))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => ((IEnumerable<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).First().Value as string);

        Assert.Equal(ClockRules.All.Select(rule => rule.Code), tested);
        Assert.Null(ClockRules.Find("petition.unknown"));
    }

    [Fact]
    [Rule("PET-08"), Rule("PET-10")]
    public void OnlyTheDecision_MayBeExtended_AndOnlyRecheckStopsForAHearing()
    {
        Assert.Equal([(ClockRules.Decision, 30)], ClockRules.All.Where(rule => rule.MostExtensionDays > 0).Select(rule => (rule, rule.MostExtensionDays)));
        Assert.Equal([ClockRules.RecheckAnswer], ClockRules.All.Where(rule => rule.StopsForHearing));
    }
}
