using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

public sealed class CaseNextStepTests
{
    [Fact]
    public async Task TheNextStep_IsSetByEachLine_NeverMissingInARedCase_AndGoneWhenItIsAnswered()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var input = CaseDesk.Input(risk: "red", texts: (CaseField.NextStep, "当天报警")) with { NextStepDue = new(2026, 11, 7) };
        var one = await desk.ReceiveAsync(input);

        Assert.Equal("case.next", CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, Line(one, new(null, null))))));
        Assert.Equal("case.next", CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, Line(one, new("回访", null))))));
        Assert.Equal("case.next.due", CaseDesk.Refusal(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, Line(one, new("回访", new(2026, 11, 1)))))));
        one = CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, Line(one, new("周三回访", new(2026, 11, 11))))));

        Assert.Equal(new DateOnly(2026, 11, 11), one.NextStepDue);
        Assert.Equal("周三回访", (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, "核对")))![CaseField.NextStep]);
        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-12 10:00");
        Assert.Null(one.NextStepDue);
        Assert.Null((await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))![CaseField.NextStep]);

        // Closed, it needs none to be corrected; open again, it does.
        one = CaseDesk.Done(await desk.ActAsync(service => service.CompleteAsync(CaseDesk.Input(risk: "red") with { Key = one.Id }, one.Version)));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("case.next", CaseDesk.Refusal(await desk.TryAsync(one, CaseAct.Reopen, "2026-11-20 15:00")));
        var again = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-20 15:00"), "她又来了") { Next = new("当天上门", new(2026, 11, 21)) };
        Assert.Equal(new DateOnly(2026, 11, 21), CaseDesk.Done(await desk.ActAsync(service => service.MoveAsync(CaseAct.Reopen, again))).NextStepDue);
    }

    [Fact]
    public async Task WhatIsTyped_IsKeptSevenDays_ForItsWriterAlone_AndNoDumpShowsIt()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var (mine, typed) = (Guid.CreateVersion7(), new Dictionary<string, string> { ["Name"] = "张某某", ["Request"] = "他又来了" });
        Assert.True(await desk.DraftAsync(desk.Officer, drafts => drafts.KeepAsync(mine, typed)) is { Done: true });

        Assert.Equal("他又来了", (await desk.DraftAsync(desk.Officer, drafts => drafts.FindAsync(mine)))!["Request"]);
        foreach (var other in (Actor[])[desk.Colleague, desk.Chair, desk.Superior])
        {
            Assert.Null(await desk.DraftAsync(other, drafts => drafts.FindAsync(mine)));
            Assert.Empty(await desk.DraftAsync(other, drafts => drafts.ListAsync()));
            Assert.False((await desk.DraftAsync(other, drafts => drafts.KeepAsync(mine, typed))).Done);
        }
        await using (var db = desk.Database.Open())
            Assert.DoesNotContain("他又来了", (await db.CaseDrafts.SingleAsync()).Sealed, StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromDays(CaseDrafts.DaysKept + 1));
        Assert.Null(await desk.DraftAsync(desk.Officer, drafts => drafts.FindAsync(mine)));
        await desk.DraftAsync(desk.Colleague, drafts => drafts.KeepAsync(Guid.CreateVersion7(), typed));
        await using (var db = desk.Database.Open())
            Assert.DoesNotContain(await db.CaseDrafts.Select(draft => draft.Id).ToListAsync(), id => id == mine);
    }

    private static CaseDone Line(Case one, CaseNext next) => new(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-06 15:00"), "接谈") { Next = next };
}
