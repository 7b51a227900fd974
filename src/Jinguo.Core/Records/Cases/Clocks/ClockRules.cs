using static Jinguo.Core.Records.Cases.Clocks.ClockBearer;
using static Jinguo.Core.Records.Cases.Clocks.ClockForce;

namespace Jinguo.Core.Records.Cases.Clocks;

/// <summary>
/// The time limits of rights cases (domain-rules §2.1, §3.1, §3.2, §13.1). The law is the same everywhere and therefore code;
/// 条例 is the 信访工作条例 of 2022. What a body sets by itself comes as a local limit.
/// </summary>
public static class ClockRules
{
    /// <summary>Within 15 days of receiving an item, also one that was transferred, its writer is told in writing (PET-06, PET-07).</summary>
    public static ClockRule Notice { get; } = new("petition.notice", "书面告知", ClockSpan.Days(15), "收到", "条例23条", "PET-06", National, Federation);

    /// <summary>A transferred item that is not in remit is objected to within 5 working days, with reasons (PET-07).</summary>
    public static ClockRule Objection { get; } = new("petition.objection", "异议", ClockSpan.WorkingDays(5), "收到转送、交办", "条例23条", "PET-07", National, Federation);

    /// <summary>处理意见书 within 60 days of acceptance, once 30 more with the head's approval and the reason told (PET-08).</summary>
    public static ClockRule Decision { get; } = new("petition.decide", "处理意见书", ClockSpan.Days(60), "受理", "条例34条", "PET-08", National, Federation) { MostExtensionDays = 30 };

    /// <summary>The person may ask for 复查 within 30 days of the written reply (PET-09).</summary>
    public static ClockRule ReviewRequest { get; } = new("petition.review.ask", "复查申请", ClockSpan.Days(30), "收到书面答复", "条例35条", "PET-09", National, Person);

    /// <summary>复查 is answered within 30 days of the request (PET-09).</summary>
    public static ClockRule ReviewAnswer { get; } = new("petition.review.answer", "复查答复", ClockSpan.Days(30), "收到复查申请", "条例35条", "PET-09", National, Federation);

    /// <summary>The person may ask for 复核 within 30 days of the written reply (PET-10).</summary>
    public static ClockRule RecheckRequest { get; } = new("petition.recheck.ask", "复核申请", ClockSpan.Days(30), "收到复查的书面答复", "条例36条", "PET-10", National, Person);

    /// <summary>复核 is answered within 30 days of the request, a hearing not counted (PET-10).</summary>
    public static ClockRule RecheckAnswer { get; } = new("petition.recheck.answer", "复核答复", ClockSpan.Days(30), "收到复核申请", "条例36条", "PET-10", National, Federation) { StopsForHearing = true };

    /// <summary>The court decides on a protection order within 72 hours (DV-08).</summary>
    public static ClockRule OrderDecision { get; } = new("dv.order.decide", "保护令审查", ClockSpan.Hours(72), "法院受理", "反家暴法28条", "DV-08", National, Others);

    /// <summary>In urgent cases within 24 hours (DV-08).</summary>
    public static ClockRule UrgentOrderDecision { get; } = new("dv.order.urgent", "保护令审查（紧急）", ClockSpan.Hours(24), "法院受理", "反家暴法28条", "DV-08", National, Others);

    /// <summary>
    /// A protection order is in force for at most 6 months from its making (DV-08); renewal must be asked for before it ends, so
    /// that it warns 30 days before. A renewed order, or a shorter one, is another clock.
    /// </summary>
    public static ClockRule OrderInForce { get; } = new("dv.order.validity", "保护令有效", ClockSpan.Months(6), "作出", "反家暴法30条", "DV-08", National, Person) { WarningDays = 30 };

    /// <summary>The order may be asked to be reconsidered once, within 5 days (DV-08).</summary>
    public static ClockRule OrderReconsideration { get; } = new("dv.order.reconsider", "保护令复议", ClockSpan.Days(5), "生效", "反家暴法31条", "DV-08", National, Person);

    /// <summary>Both parties are visited within 90 days of a written warning (DV-07b, Shanxi); the federation sees to it.</summary>
    public static ClockRule WarningVisit { get; } = new("dv.visit.window", "告诫书查访", ClockSpan.Days(90), "告诫书作出", "省办法16条", "DV-07b", Provincial, Federation);

    /// <summary>Emergency placement by the village committee within 24 hours (DV-07b, Shanxi).</summary>
    public static ClockRule EmergencyPlacement { get; } = new("dv.emergency.place", "紧急安置", ClockSpan.Hours(24), "求助", "省办法", "DV-07b", Provincial, Others);

    /// <summary>Both parties may ask for judicial confirmation within 30 days of the mediated agreement's coming into force (PW-11).</summary>
    public static ClockRule JudicialConfirmation { get; } = new("mediation.confirm", "司法确认", ClockSpan.Days(30), "调解协议生效", "人民调解法33条", "PW-11", National, Person);

    /// <summary>A red case is visited every week (§3.2; each body sets its own).</summary>
    public static ClockRule RedVisit { get; } = new("risk.visit.red", "每周回访", ClockSpan.Days(7), "上次回访", "红色风险", "§3.2", Local, Federation);

    /// <summary>A yellow one every two weeks (§3.2, unverified; each body sets its own).</summary>
    public static ClockRule YellowVisit { get; } = new("risk.visit.yellow", "重点回访", ClockSpan.Days(14), "上次回访", "黄色风险", "§3.2", Local, Federation);

    /// <summary>A green one every month (§3.2, unverified; each body sets its own).</summary>
    public static ClockRule GreenVisit { get; } = new("risk.visit.green", "每月回访", ClockSpan.Months(1), "上次回访", "绿色风险", "§3.2", Local, Federation);

    /// <summary>Every rule, in the order in which a case meets them.</summary>
    public static IReadOnlyList<ClockRule> All { get; } =
    [
        Notice, Objection, Decision, ReviewRequest, ReviewAnswer, RecheckRequest, RecheckAnswer, OrderDecision, UrgentOrderDecision,
        OrderInForce, OrderReconsideration, WarningVisit, EmergencyPlacement, JudicialConfirmation, RedVisit, YellowVisit, GreenVisit,
    ];

    private static readonly Dictionary<string, ClockRule> ByCode = All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule with a code, or null.</summary>
    public static ClockRule? Find(string code) => ByCode.GetValueOrDefault(code);
}
