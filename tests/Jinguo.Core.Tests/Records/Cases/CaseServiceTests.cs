using Jinguo.Core.Base;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>From the first word to the archive: a case is received, moved on, handed over, and counted once.</summary>
public sealed class CaseServiceTests : IAsyncLifetime
{
    private CaseDesk desk = null!;

    public async Task InitializeAsync() => desk = await CaseDesk.OpenAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task CasesOfAYear_AreNumberedWithoutGaps_AndTheReceiverOwnsThem()
    {
        var first = await desk.ReceiveAsync(CaseDesk.Input());
        var second = await desk.ReceiveAsync(CaseDesk.Input(channel: "call"), desk.Colleague);

        Assert.Equal(["安妇访〔2026〕002号", "安妇访〔2026〕001号"], (await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1), desk.Chair)).Lines.OrderByDescending(line => line.Number).Select(line => line.Number));
        Assert.Equal((desk.Officer.AccountId, desk.Colleague.AccountId), (first.Handler, second.Handler));
    }

    [Fact]
    public async Task ACaseSentTwice_IsOneCase_CountedOnce()
    {
        var input = CaseDesk.Input();
        var first = await desk.ReceiveAsync(input);
        var again = await desk.ReceiveAsync(input);

        Assert.Equal(first.Sequence, again.Sequence);
        Assert.Equal(1, await desk.CountAsync(CaseFacts.Items, desk.City.Top, "visit"));
        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(input), desk.Colleague)));
    }

    [Fact]
    public async Task TenAtOnce_HaveTenNumbers()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.ReceiveAsync(CaseDesk.Input())));

        await using var db = desk.Database.Open();
        Assert.Equal(Enumerable.Range(1, 10), await db.Cases.OrderBy(one => one.Sequence).Select(one => one.Sequence).ToListAsync());
    }

    [Theory]
    [InlineData("case.name", "", "希望有人制止", false)]
    [InlineData("case.request", "张某某", "", false)]
    [InlineData("case.received.future", "张某某", "希望有人制止", true)]
    public async Task WhatIsMissing_IsSaidInWords(string code, string name, string request, bool future)
    {
        var input = CaseDesk.Input(future ? "2026-11-21 09:00" : "2026-11-06 09:20", texts: [(CaseField.Name, name), (CaseField.Request, request)]);
        Assert.Equal(code, CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(input))));
    }

    [Fact]
    public async Task ARedCase_HasANextStep_OrIsNotTaken()
    {
        Assert.Equal("case.next", CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(CaseDesk.Input(risk: "red")))));
        var input = CaseDesk.Input(risk: "red", texts: (CaseField.NextStep, "今天联系派出所")) with { NextStepDue = new(2026, 11, 6) };
        Assert.Equal("red", (await desk.ReceiveAsync(input)).Risk);
    }

    [Fact]
    public async Task ACase_IsMovedOnFromTheFirstWordToTheArchive_AndItsFiguresFollow()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        one = await desk.MoveAsync(one, CaseAct.Accept, "2026-11-09 09:20");
        one = await desk.MoveAsync(one, CaseAct.Decide, "2026-11-18 10:00");
        Assert.Equal(0, await desk.CountAsync(CaseFacts.Closed, desk.City.County));
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-19 10:00");
        one = await desk.MoveAsync(one, CaseAct.Archive, "2026-11-19 11:00");

        foreach (var measure in new[] { CaseFacts.Violence, CaseFacts.Accepted, CaseFacts.Replied, CaseFacts.Closed, CaseFacts.OnTime })
            Assert.Equal(1, await desk.CountAsync(measure, desk.City.Top));
        Assert.Equal(1, await desk.CountAsync(CaseFacts.Matters, desk.City.Top, "marriage"));
        Assert.Equal(["case.received", "case.moved", "case.moved", "case.moved", "case.moved"], await desk.TrailAsync(one));
    }

    [Fact]
    public async Task WhatIsTakenUpAgain_IsNotClosedInTheFigures()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-07 09:20");
        one = await desk.MoveAsync(one, CaseAct.Reopen, "2026-11-10 09:20");
        Assert.Equal((0, 1), (await desk.CountAsync(CaseFacts.Closed, desk.City.County), await desk.CountAsync(CaseFacts.Replied, desk.City.County)));
    }

    [Fact]
    public async Task AnActThatDoesNotFit_IsRefused_AndSoIsWhatSomebodyElseChangedMeanwhile()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        Assert.Equal("case.stage", CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Archive, "2026-11-07 09:20")));
        await desk.MoveAsync(one, CaseAct.Accept, "2026-11-07 09:20");
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Answer, "2026-11-07 09:21")));
    }

    [Fact]
    public async Task TwoAtTheSameMoment_MoveACaseOnce()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        var outcomes = await Task.WhenAll(desk.TryAsync(one, CaseAct.Accept, "2026-11-07 09:20"), desk.TryAsync(one, CaseAct.Answer, "2026-11-07 09:20", desk.Chair));
        Assert.Single(outcomes, outcome => outcome.Done);
    }

    [Fact, Rule("PET-07")]
    public async Task OnlyWhatAnotherOfficeSent_GoesBackToIt()
    {
        var visit = await desk.ReceiveAsync(CaseDesk.Input());
        var sent = await desk.ReceiveAsync(CaseDesk.Input(channel: "forwarded"));

        Assert.Equal("case.object", CaseDesk.Refusal(await desk.TryAsync(visit, CaseAct.Object, "2026-11-07 09:20")));
        Assert.Equal(CaseStage.Objected, (await desk.MoveAsync(sent, CaseAct.Object, "2026-11-07 09:20")).Stage);
    }

    [Theory, Rule("PET-09")]
    [InlineData("2026-04-01 10:00", true)]
    [InlineData("2026-04-02 00:01", false)]
    public async Task AReview_IsAskedForWithinThirtyDaysOfTheReply(string asked, bool isTaken)
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-02-06 09:20"));
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-03-02 09:20");
        Assert.Equal(isTaken, (await desk.TryAsync(one, CaseAct.AskReview, asked)).Done);
    }

    [Fact]
    public async Task ACase_StaysWithItsReceiver_UntilSomebodyTakesItOver()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        one = CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Colleague.AccountId!.Value)));
        Assert.Equal(desk.Officer.AccountId, one.Handler);

        one = CaseDesk.Done(await desk.ActAsync(service => service.TakeOverAsync(one.Id), desk.Colleague));

        Assert.Equal(desk.Colleague.AccountId, one.Handler);
        Assert.Null(one.OfferedTo);
        Assert.Null(await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)));
        Assert.Equal("case.offer.who", CaseDesk.Refusal(await desk.ActAsync(service => service.OfferAsync(one.Id, desk.Superior.AccountId!.Value), desk.Colleague)));
    }

    [Fact]
    public async Task WhatWasWrittenDownByMistake_IsStruckOut_AndStaysReadable()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input());
        var key = Guid.CreateVersion7();
        var done = new CaseDone(key, one.Id, one.Version, CaseDesk.At("2026-11-07 09:20"), "电话回访，情况平稳");
        one = CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.ReturnVisit, done)));
        Assert.Equal(one.Version, CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.ReturnVisit, done))).Version);

        CaseDesk.Done(await desk.ActAsync(service => service.StrikeOutAsync(one.Id, key, "记到别的事项上了")));

        var line = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Course[0];
        Assert.Equal(("电话回访，情况平稳", "记到别的事项上了"), (line.Text, line.StruckReason));
    }

    [Fact]
    public async Task AClosedMonth_TakesACaseOnlyWithAReason()
    {
        await using (var db = desk.Database.Open())
        {
            db.Closings.Add(new() { Region = desk.City.County.Region, Id = Guid.CreateVersion7(), OrganisationId = desk.City.County.Id, Through = new(2026, 6, 30), At = desk.Clock.GetUtcNow().UtcDateTime, ActorName = "李某某" });
            await db.SaveChangesAsync();
        }
        var input = CaseDesk.Input("2026-05-06 09:20");
        Assert.Equal(CaseService.ClosedCode, CaseDesk.Refusal(await desk.ActAsync(service => service.ReceiveAsync(input))));
        Assert.Equal(1, (await desk.ReceiveAsync(input with { Reason = "补登记" })).Sequence);
    }

    [Fact]
    public async Task TheYearsFigures_ComeOutOfItsCases()
    {
        foreach (var channel in Enumerable.Repeat("letter", 3).Concat(Enumerable.Repeat("call", 4)).Concat(Enumerable.Repeat("visit", 5)))
            await desk.MoveAsync(await desk.ReceiveAsync(CaseDesk.Input(channel: channel, category: "custody")), CaseAct.Answer, "2026-11-07 09:20");

        Assert.Equal((3, 4, 5), (await desk.CountAsync(CaseFacts.Items, desk.City.Top, "letter"), await desk.CountAsync(CaseFacts.Items, desk.City.Top, "call"), await desk.CountAsync(CaseFacts.Items, desk.City.Top, "visit")));
        Assert.Equal((12, 0), (await desk.CountAsync(CaseFacts.Replied, desk.City.Top), await desk.CountAsync(CaseFacts.Violence, desk.City.Top)));
    }
}
