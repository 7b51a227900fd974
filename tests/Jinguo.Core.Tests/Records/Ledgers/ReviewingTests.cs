using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class ReviewingTests
{
    [Fact]
    public async Task Return_TakesTheFiguresAwayUntilTheCorrectedRecordPostsAgain()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        Assert.True((await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), "日期和签到表对不上", ledger.Township))).Done);
        var returned = await ledger.RecordAsync(id);
        Assert.Equal((ReviewState.Returned, false, "日期和签到表对不上"), (returned.Review, returned.Counted, returned.ReturnReason));
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Village));

        var values = await ledger.ValuesAsync("training", "day=2026-11-15 topic=刺绣 participants=38");
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, values), ledger.Village))).Done);
        var corrected = await ledger.RecordAsync(id);
        Assert.Equal((ReviewState.Waiting, true, null), (corrected.Review, corrected.Counted, corrected.ReturnReason));
        Assert.Equal(38, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Return_WithoutAReason_IsRefused()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        Assert.Equal("ledger.reason", Assert.Single((await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), " ", ledger.Township))).Problems).Code);
    }

    [Fact]
    public async Task Accept_OfWhatWasChangedSinceItWasSeen_IsLeftAlone()
    {
        await using var ledger = await Ledger.OpenAsync();
        var first = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var second = await ledger.SaveAsync(ledger.Village, "training", "day=2026-11-17 topic=反家暴法 participants=32");
        var values = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 participants=500");
        await ledger.ActAsync(service => service.CorrectAsync(new(first, 1, values), ledger.Village));
        var outcome = await ledger.ActAsync(service => service.AcceptAsync([new(first, 1), new(second, 1)], ledger.Township));
        Assert.Equal([second], outcome.Value!.Done);
        Assert.Equal(1, outcome.Value.Skipped);
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(first)).Review);
    }

    [Fact]
    public async Task Reopen_PutsAnAcceptedOrReturnedRecordBackAsItWas()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), "请核对", ledger.Township));
        Assert.True((await ledger.ActAsync(service => service.ReopenAsync([new(id, 2)], ledger.Township))).Done);
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(id)).Review);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Review_IsForBodiesAboveOnly()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        foreach (var actor in new[] { ledger.Village, ledger.Stranger, Ledger.Chair(ledger.City.Township, Role.Officer), Ledger.Chair(ledger.City.Township, Role.Chair, RoleScope.Own) })
            Assert.Equal(Problem.NotFoundCode, Assert.Single((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], actor))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], Ledger.Chair(ledger.City.County, Role.Reviewer)))).Done);
    }
}
