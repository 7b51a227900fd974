using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Limits;

/// <summary>延期 of the decision: asked for, approved and told, once.</summary>
public sealed class ExtensionTests : IAsyncLifetime
{
    private static readonly DateTime SixtyDays = China.EndOf(new(2027, 1, 8));
    private static readonly DateTime EightyDays = China.EndOf(new(2027, 1, 28));

    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input(risk: "green"));
        one = await desk.MoveAsync(one, CaseAct.Accept, "2026-11-09 09:20");
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    [Rule("PET-08")]
    public async Task AnExtension_CountsOnceItIsApprovedAndTold_AndIsGivenOnce()
    {
        var asked = CaseDesk.Done(await AskAsync(Input(20)));
        Assert.Equal(SixtyDays, asked.DueAt);
        Assert.Equal("case.extension.waiting", CaseDesk.Refusal(await AskAsync(Input(20, asked.Version))));
        var id = (await WaitingAsync(desk.Chair))[0];
        Assert.Single(await desk.NoticesAsync(desk.Chair), notice => notice.Note == "申请延期，等您批准");
        Assert.Equal((0, 0), ((await WaitingAsync(desk.Officer)).Count, (await WaitingAsync(desk.Superior)).Count));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await JudgeAsync(id, true, desk.Officer)));

        var granted = CaseDesk.Done(await JudgeAsync(id, true, desk.Chair));
        Assert.Equal(SixtyDays, granted.DueAt);
        Assert.Single(await desk.NoticesAsync(desk.Officer), notice => notice.Note == "延期批准了，请把理由告知本人");
        Assert.Equal((0, 1), ((await WaitingAsync(desk.Chair)).Count, await desk.WithAsync(desk.Officer, hands => hands.Access.UntoldExtensions.CountAsync())));
        Assert.Equal("case.extension.told", CaseDesk.Refusal(await TellAsync(id, new(2026, 11, 19))));
        Assert.Equal("case.extension.told", CaseDesk.Refusal(await TellAsync(id, new(2026, 11, 21))));
        Assert.Equal("case.extension.told-words", CaseDesk.Refusal(await TellAsync(id, new(2026, 11, 20), " ")));

        var told = CaseDesk.Done(await TellAsync(id, new(2026, 11, 20)));

        Assert.Equal(EightyDays, told.DueAt);
        Assert.Equal(told.Version, CaseDesk.Done(await TellAsync(id, new(2026, 11, 20))).Version);
        Assert.Equal(told.Version, CaseDesk.Done(await JudgeAsync(id, true, desk.Chair)).Version);
        Assert.Equal("clock.extension.again", CaseDesk.Refusal(await AskAsync(Input(5, told.Version))));
        Assert.Equal(["case.extension-asked", "case.extension-granted", "case.extension-told"], (await desk.TrailAsync(one)).Where(act => act.StartsWith("case.extension", StringComparison.Ordinal)));
        var view = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!;
        Assert.Equal("等待司法鉴定", Assert.Single(view.Changes).Reason);
        Assert.Equal(["2026年11月20日把延长20日的理由告知信访人：书面送达", "批准延长20日", "申请把“处理意见书”延长20日：等待司法鉴定"], view.Course.Where(line => line.Text.Contains("延长", StringComparison.Ordinal)).Select(line => line.Text));
        await WhyStandsSealedAsync();
    }

    [Fact]
    [Rule("PET-08")]
    public async Task WhatDoesNotFit_IsRefused_AndAskedTwiceItIsAskedOnce()
    {
        var input = Input(20);
        Assert.Equal("clock.extension.days", CaseDesk.Refusal(await AskAsync(Input(31))));
        Assert.Equal("clock.extension.reason", CaseDesk.Refusal(await AskAsync(input with { Reason = " " })));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await AskAsync(Input(20, one.Version - 1))));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await AskAsync(input, desk.Colleague)));
        var registered = await desk.ReceiveAsync(CaseDesk.Input());
        Assert.Equal("case.clock.none", CaseDesk.Refusal(await AskAsync(new(Guid.CreateVersion7(), registered.Id, registered.Version, 20, "等待司法鉴定"))));

        var asked = CaseDesk.Done(await AskAsync(input));
        Assert.Equal(asked.Version, CaseDesk.Done(await AskAsync(input)).Version);
        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await AskAsync(input with { CaseId = registered.Id })));
    }

    [Fact]
    [Rule("PET-08")]
    public async Task WhatIsRefused_ChangesNothing_AndTheHeadApprovesHerOwnAtOnce()
    {
        CaseDesk.Done(await AskAsync(Input(30)));
        var id = (await WaitingAsync(desk.Chair))[0];
        Assert.Single(await desk.NoticesAsync(desk.Chair), notice => notice.Note == "申请延期，等您批准");
        Assert.Equal("case.extension.words", CaseDesk.Refusal(await JudgeAsync(id, false, desk.Chair)));
        var refused = CaseDesk.Done(await JudgeAsync(id, false, desk.Chair, "可以先答复"));
        Assert.Equal("case.extension.judged", CaseDesk.Refusal(await JudgeAsync(id, true, desk.Chair)));
        Assert.Equal("case.extension.state", CaseDesk.Refusal(await TellAsync(id, new(2026, 11, 20))));

        var granted = CaseDesk.Done(await AskAsync(Input(20, refused.Version), desk.Chair));
        Assert.Equal("case.extension.tell", CaseDesk.Refusal(await AskAsync(Input(20, granted.Version))));
        Assert.Equal(EightyDays, CaseDesk.Done(await TellAsync((await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Changes[^1].Change.Id, new(2026, 11, 20))).DueAt);
    }

    [Fact]
    [Rule("PET-08")]
    public async Task ADecisionThatIsOverdue_IsNotExtended()
    {
        CaseDesk.Done(await AskAsync(Input(20)));
        var id = (await WaitingAsync(desk.Chair))[0];
        Assert.Single(await desk.NoticesAsync(desk.Chair), notice => notice.Note == "申请延期，等您批准");
        desk.Clock.Advance(TimeSpan.FromDays(50));

        Assert.Equal("clock.extension.late", CaseDesk.Refusal(await JudgeAsync(id, true, desk.Chair)));
        Assert.Equal(SixtyDays, CaseDesk.Done(await JudgeAsync(id, false, desk.Chair, "已经逾期")).DueAt);
    }

    [Fact]
    [Rule("PET-08")]
    public async Task WhatWaits_IsTakenBackByWhoHasTheCaseInHand_AndAskedForAnew()
    {
        CaseDesk.Done(await AskAsync(Input(30)));
        var id = (await WaitingAsync(desk.Chair))[0];
        foreach (var other in new[] { desk.Colleague, desk.Chair, desk.Superior, Actor.CommandLine })
            Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await WithdrawAsync(id, other)));

        var withdrawn = CaseDesk.Done(await WithdrawAsync(id));

        Assert.Equal(withdrawn.Version, CaseDesk.Done(await WithdrawAsync(id)).Version);
        Assert.Equal((SixtyDays, 0), (withdrawn.DueAt, (await WaitingAsync(desk.Chair)).Count));
        Assert.Equal("case.extension.withdrawn", CaseDesk.Refusal(await JudgeAsync(id, true, desk.Chair)));
        Assert.Equal("case.extension.state", CaseDesk.Refusal(await TellAsync(id, new(2026, 11, 20))));
        Assert.Equal("收回延长“处理意见书”30日的申请", (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Course[0].Text);
        Assert.Contains("case.extension-withdrawn", await desk.TrailAsync(one));

        CaseDesk.Done(await AskAsync(Input(20, withdrawn.Version)));
        var again = (await WaitingAsync(desk.Chair))[0];
        CaseDesk.Done(await JudgeAsync(again, true, desk.Chair));
        Assert.Equal("case.extension.judged", CaseDesk.Refusal(await WithdrawAsync(again)));
        Assert.Equal(EightyDays, CaseDesk.Done(await TellAsync(again, new(2026, 11, 20))).DueAt);
    }

    [Fact]
    [Rule("PET-08")]
    public async Task WhoTakesTheCaseOver_TakesBackWhatWasAskedBefore()
    {
        CaseDesk.Done(await AskAsync(Input(30)));
        var id = (await WaitingAsync(desk.Chair))[0];
        CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value)));
        CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Colleague));

        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await WithdrawAsync(id)));
        CaseDesk.Done(await WithdrawAsync(id, desk.Colleague));
        Assert.Empty(await WaitingAsync(desk.Chair));
    }

    private async Task WhyStandsSealedAsync()
    {
        await using var db = desk.Database.Open();
        Assert.Empty(await DatabaseDump.PlacesOfAsync(db, "等待司法鉴定"));
        var store = new DataKeyStore("", Keys.Store.Keys.WithNewKey(new(2026, 11, 20)).ToText());
        var newer = new CaseSeal(new(store), new(store));
        Assert.Equal(1, await new SealedClockChanges(db, newer).SealAnewAsync(5, default));
        Assert.Equal("等待司法鉴定", newer.OpenReason(await db.CaseClockChanges.AsNoTracking().SingleAsync()));
        Assert.Equal(0, await new SealedClockChanges(db, newer).CountOldAsync(default));
    }

    private ExtensionInput Input(int days, int? version = null) => new(Guid.CreateVersion7(), one.Id, version ?? one.Version, days, "等待司法鉴定");

    private Task<Outcome<Case>> AskAsync(ExtensionInput input, Actor? actor = null) => desk.WithAsync(actor ?? desk.Officer, hands => hands.Clocks.AskAsync(input));

    private Task<Outcome<Case>> JudgeAsync(Guid id, bool isGranted, Actor actor, string words = "") => desk.WithAsync(actor, hands => hands.Clocks.JudgeAsync(id, isGranted, words));

    private Task<Outcome<Case>> WithdrawAsync(Guid id, Actor? actor = null) => desk.WithAsync(actor ?? desk.Officer, hands => hands.Clocks.WithdrawAsync(id));

    private Task<Outcome<Case>> TellAsync(Guid id, DateOnly on, string words = "书面送达") => desk.WithAsync(desk.Officer, hands => hands.Clocks.TellAsync(id, on, words));

    private Task<List<Guid>> WaitingAsync(Actor actor) => desk.WithAsync(actor, hands => hands.Access.WaitingExtensions.Select(change => change.Id).ToListAsync());
}
