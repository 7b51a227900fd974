using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Tests.Records.Cases.Reception;
using Jinguo.Core.Tests.Records.Cases.Sharing;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>A program with the right to handle cases: what its account has in hand, masked, and nothing by any other way.</summary>
public sealed class CaseProgramsTests : IAsyncLifetime
{
    private const string Phone = "13812341234";

    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input(texts: (CaseField.Phone, Phone)));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task AProgram_SeesWhatItsAccountHandlesOrIsOffered_AtThatBody_AndNoMore()
    {
        Assert.NotNull(await OpenAsync(Of(desk.Officer)));
        var other = Of(desk.Officer) with { OrganisationId = desk.City.Township.Id, Path = desk.City.Township.Path };
        foreach (var program in new[] { Of(desk.Colleague), Of(desk.Chair), Of(desk.Superior), other, Of(desk.Officer, Right.LedgerRead) })
        {
            Assert.Null(await OpenAsync(program));
            Assert.Equal(0, await CountAsync(program));
            Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Accept, "2026-11-07 09:20", program)));
        }

        one = CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value)));
        Assert.Equal((1, 1), (await CountAsync(Of(desk.Officer)), await CountAsync(Of(desk.Colleague))));
        one = await desk.MoveAsync(one, CaseAct.Accept, "2026-11-07 09:20", Of(desk.Officer));
        Assert.Equal(CaseStage.Accepted, one.Stage);

        CaseDesk.Done(await desk.ActAsync(service => service.RecuseAsync(one.Id, desk.Officer.AccountId!.Value), desk.Chair));
        Assert.Null(await OpenAsync(Of(desk.Officer)));
        Assert.Equal((0, 1), (await CountAsync(Of(desk.Officer)), await CountAsync(Of(desk.Chair))));
    }

    [Fact]
    public async Task ToAProgram_WhoSheIsStaysMasked_WhateverReasonItGives()
    {
        var view = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, "约她来面谈"), Of(desk.Officer)))!;
        Assert.Equal(("张**", "138****1234"), (view[CaseField.Name], view[CaseField.Phone]));
        Assert.Equal(["case.received", "case.seen"], await desk.TrailAsync(one));
    }

    [Fact]
    public async Task WhatACaseAboutAMinorSays_NoProgramReads_ThoughItReceivedIt()
    {
        var child = await desk.ReceiveAsync(CaseDesk.Input(texts: (CaseField.Facts, "在学校门口被打")) with { IsMinor = true }, Of(desk.Officer));
        child = CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(child.Id, desk.Colleague.AccountId!.Value)));
        var asked = CaseDesk.Done(await desk.WithAsync(desk.Colleague, hands => hands.Openings.AskAsync(Guid.CreateVersion7(), child.Id, "要陪她去医院", new(2026, 11, 25))));
        CaseDesk.Done(await desk.WithAsync(desk.Chair, hands => hands.Openings.JudgeAsync(asked.Id, true, "同意")));

        foreach (var person in new[] { desk.Officer, desk.Colleague })
        {
            Assert.False((await desk.ReadAsync(reader => reader.OpenAsync(child.Id, null), person))!.NeedsApproval);
            var view = (await desk.ReadAsync(reader => reader.OpenAsync(child.Id, "想看"), Of(person)))!;
            Assert.Equal((true, 0, 0), (view.NeedsApproval, view.Texts.Count, view.Course.Count));
            Assert.Equal("case.minor.program", CaseDesk.Refusal(await desk.TryAsync(child, CaseAct.Accept, "2026-11-07 09:20", Of(person))));
        }
    }

    [Fact]
    public async Task EveryOtherWay_IsClosedToAProgram()
    {
        var program = Of(desk.Chair);
        CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Chair.AccountId!.Value)));
        CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Chair));
        one = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), desk.Chair))!.Case;
        Assert.NotNull(await OpenAsync(program));
        var (colleague, talk) = (desk.Colleague.AccountId!.Value, (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), desk.Chair))!.Course[0].Entry.Id);

        await RefusedAsync(service => service.CompleteAsync(CaseDesk.Input() with { Key = one.Id }, one.Version));
        await RefusedAsync(service => service.OfferAsync(one.Id, colleague));
        await RefusedAsync(service => service.TakeOverAsync(one.Id));
        await RefusedAsync(service => service.RecuseAsync(one.Id, colleague));
        await RefusedAsync(service => service.StrikeOutAsync(one.Id, talk, "记错了"));
        await RefusedAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "安妇访"));
        await desk.WithAsync(program, async hands =>
        {
            string[] refusals =
            [
                CaseDesk.Refusal(await hands.Clocks.AskAsync(new(Guid.CreateVersion7(), one.Id, one.Version, 10, "案情复杂"))),
                CaseDesk.Refusal(await hands.Referrals.SendAsync(SharingDesk.Letter(one))),
                CaseDesk.Refusal(await hands.Grants.GiveAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "云川市妇联", new(2026, 12, 1), SharingDesk.Consent()))),
                CaseDesk.Refusal(await hands.Openings.OpenAtOnceAsync("2026-1", "正在被打")),
                CaseDesk.Refusal(await hands.Openings.AskAsync(Guid.CreateVersion7(), one.Id, "想看", new(2026, 12, 1))),
                CaseDesk.Refusal(await hands.Files.AddAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "病历.txt", Encoding.UTF8.GetBytes("病历")))),
                CaseDesk.Refusal(await hands.ReceptionDays.SetRuleAsync(new(15, ReceptionDesk.Usual, 3), 0)),
                CaseDesk.Refusal(await hands.ReceptionBookings.BookAsync(ReceptionDesk.Visitor())),
            ];
            Assert.All(refusals, code => Assert.Equal(Problem.NotFoundCode, code));
            Assert.Null(await hands.FileReader.ListAsync(one.Id));
            Assert.Null(await hands.Evidence.ReadAsync(one.Id));
            Assert.Null(await hands.Looks.ListAsync(one.Id, 1));
            foreach (var letter in CaseDesk.Words.Letters)
                Assert.Null(await hands.Letters.MakeAsync(one.Id, new(letter.Code, Guid.Empty, LetterOpinion.Supported)));
            Assert.Empty(await hands.Duplicates.FindAsync(null, Phone));
            Assert.Null(await hands.Duplicates.FindByNumberAsync("2026-1"));
            Assert.Equal(0, await hands.Grants.CountReceivedAsync() + await hands.ReferralReader.CountIncomingAsync());
            Assert.Empty(await hands.OpeningReader.ListToJudgeAsync());
            Assert.Empty(await hands.Notices.ListAsync(new(desk.Clock.Today()), 50, CancellationToken.None));
            return 0;
        });
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await desk.DraftAsync(program, drafts => drafts.KeepAsync(Guid.CreateVersion7(), new Dictionary<string, string> { ["Name"] = "张某某" }))));

        async Task RefusedAsync<T>(Func<CaseService, Task<Outcome<T>>> act) => Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await desk.ActAsync(act, program)));
    }

    [Fact]
    public async Task WhatAPersonIsTyping_AProgramTakesNotOver()
    {
        var input = CaseDesk.Input();
        CaseDesk.Done(await desk.DraftAsync(desk.Officer, drafts => drafts.KeepAsync(input.Key, new Dictionary<string, string> { ["Name"] = "张某某" })));

        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(input), Of(desk.Officer))));
        Assert.NotNull(await desk.DraftAsync(desk.Officer, drafts => drafts.FindAsync(input.Key)));
        await desk.ReceiveAsync(input);
    }

    [Fact]
    public async Task KeysReasonsAndDays_ThatAreNone_AreRefused()
    {
        var late = new string('晚', CaseChecks.LongestLine + 1);
        Assert.Equal("case.key", CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(CaseDesk.Input() with { Key = Guid.NewGuid() }))));
        Assert.Equal("case.reason.length", CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(CaseDesk.Input() with { Reason = late }))));
        var done = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-07 09:20"), "接谈");
        foreach (var (code, wrong) in new[] { ("case.key", done with { Key = Guid.NewGuid() }), ("case.reason.length", done with { Reason = late }), ("case.next.far", done with { Next = new("回访", DateOnly.MaxValue) }) })
            Assert.Equal(code, CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, wrong))));
        Assert.Equal("case.detail.act", CaseDesk.Refusal(await desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, done with { Months = 3 }))));
    }

    private static Actor Of(Actor person, params Right[] rights) => person with { Token = new("热线", [.. rights.Length > 0 ? rights : Enum.GetValues<Right>()]) };

    private Task<CaseView?> OpenAsync(Actor actor) => desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), actor);

    private async Task<int> CountAsync(Actor actor) => (await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1), actor)).Total;
}
