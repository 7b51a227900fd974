using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Looking;

/// <summary>A case about a minor: its words are read with an approval, and the police are told before it is closed.</summary>
public sealed class CaseMinorTests : IAsyncLifetime
{
    private const string Words = "在学校门口被打";

    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input(texts: (CaseField.Facts, Words)) with { IsMinor = true });
        one = CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value)));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task WhoIsAsked_AndTheSupervisor_SeeThatItIsThere_AndReadItWithAnApproval()
    {
        Assert.Equal(Words, (await OpenAsync(desk.Officer))![CaseField.Facts]);
        foreach (var other in new[] { desk.Colleague, desk.Chair })
        {
            var page = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, "想看"), other))!;
            Assert.Equal((true, 0, 0), (page.NeedsApproval, page.Texts.Count, page.Course.Count));
        }
        Assert.DoesNotContain("case.revealed", await desk.TrailAsync(one));
        Assert.Equal("case.minor.approval", CaseDesk.Refusal(await desk.ActAsync(service => service.CompleteAsync(CaseDesk.Input() with { Key = one.Id, IsMinor = true }, one.Version), desk.Chair)));
        var blind = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-19 10:00"), "接谈") { Next = new("回访", new(2026, 11, 30)) };
        Assert.Equal("case.minor.approval", CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, blind), desk.Chair)));
        Assert.Equal("case.minor.approval", CaseDesk.Refusal(await desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, blind), desk.Chair)));
        Assert.Equal("case.opening.open", CaseDesk.Refusal(await AskAsync(desk.Officer, new(2026, 11, 25))));
        Assert.Equal("case.opening.until", CaseDesk.Refusal(await AskAsync(desk.Colleague, new(2026, 12, 21))));

        var asked = CaseDesk.Done(await AskAsync(desk.Colleague, new(2026, 11, 25)));
        Assert.Equal("case.opening.waiting", CaseDesk.Refusal(await AskAsync(desk.Colleague, new(2026, 11, 25))));
        var own = CaseDesk.Done(await AskAsync(desk.Chair, new(2026, 11, 25)));
        Assert.Equal("要陪她去医院", Assert.Single(await desk.WithAsync(desk.Chair, hands => hands.OpeningReader.ListToJudgeAsync())).Reason);
        Assert.Single(await desk.NoticesAsync(desk.Chair), notice => notice is { Key: "openings", Title: "调阅待批准" });
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await JudgeAsync(own, desk.Chair)));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await JudgeAsync(asked, desk.Officer)));
        Assert.True((await OpenAsync(desk.Colleague))!.NeedsApproval);

        CaseDesk.Done(await JudgeAsync(asked, desk.Chair));
        CaseDesk.Done(await JudgeAsync(asked, desk.Chair));

        Assert.Equal(Words, (await OpenAsync(desk.Colleague))![CaseField.Facts]);
        Assert.True((await OpenAsync(desk.Chair))!.NeedsApproval);
        desk.Clock.Advance(TimeSpan.FromDays(6));
        Assert.True((await OpenAsync(desk.Colleague))!.NeedsApproval);
    }

    [Fact, Rule("DV-04")]
    public async Task ItIsNotClosed_BeforeThePoliceAreTold()
    {
        Assert.Equal("case.minor.police", CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Answer, "2026-11-19 10:00")));
        one = await desk.MoveAsync(one, CaseAct.Accept, "2026-11-07 10:00");
        var report = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-06 09:40"), "赵某某已向东山派出所报警");
        one = CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.PoliceReport, report)));
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-19 10:00");
        Assert.Equal("case.minor.police", CaseDesk.Refusal(await desk.ActAsync(service => service.StrikeOutAsync(one.Id, report.Key, "记错了"))));
    }

    [Theory]
    [InlineData("17", null, true)]
    [InlineData("12岁", null, true)]
    [InlineData("18", null, false)]
    [InlineData("3个孩子", null, false)]
    [InlineData(null, null, false)]
    public void TheAge_ProposesTheMark(string? age, string? idNumber, bool isProposed) =>
        Assert.Equal(isProposed, CaseMinors.IsProposed(age, idNumber, new(2026, 11, 20)));

    [Fact]
    public async Task TheSafetyOfAMinor_IsAGround_WhereTheCaseIsAboutOne()
    {
        CaseDesk.Done(await desk.ActAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "云妇访"), desk.Superior));
        var letter = SharingDesk.Letter(one, to: "云川市妇联", consent: SharingDesk.Consent(SharingGround.MinorSafety, "监护人施暴"), fields: [CaseField.Name, CaseField.Facts]);
        var referral = CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Referrals.SendAsync(letter)));
        Assert.Equal("张**", (await desk.WithAsync(desk.Superior, hands => hands.ReferralReader.OpenIncomingAsync(referral.Id, "想看")))!.Texts[CaseField.Name]);
        Assert.Empty(await desk.WithAsync(desk.Chair, hands => hands.ReferralReader.ListSentAsync(one.Id)));
        Assert.True(CaseDesk.Done(await desk.WithAsync(desk.Superior, hands => hands.Incoming.AcceptAsync(new(Guid.CreateVersion7(), referral.Id)))).IsMinor);

        var other = await desk.ReceiveAsync(CaseDesk.Input());
        Assert.Equal("case.consent.minor", CaseDesk.Refusal(await desk.WithAsync(desk.Officer, hands => hands.Referrals.SendAsync(letter with { Key = Guid.CreateVersion7(), CaseId = other.Id, Version = other.Version }))));
    }

    private Task<CaseView?> OpenAsync(Actor actor) => desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), actor);

    private Task<Outcome<CaseOpening>> AskAsync(Actor actor, DateOnly until) => desk.WithAsync(actor, hands => hands.Openings.AskAsync(Guid.CreateVersion7(), one.Id, "要陪她去医院", until));

    private Task<Outcome<CaseOpening>> JudgeAsync(CaseOpening opening, Actor actor) => desk.WithAsync(actor, hands => hands.Openings.JudgeAsync(opening.Id, isGranted: true, ""));
}
