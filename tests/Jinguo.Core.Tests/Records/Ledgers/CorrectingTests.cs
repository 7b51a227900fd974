using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class CorrectingTests
{
    [Fact]
    public async Task Correct_ReversesTheOldFactAndPostsTheNew()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], ledger.Township));
        var values = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 place=妇女之家 participants=45 category=skills");
        var outcome = await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, values), ledger.Village));
        Assert.True(outcome.Value!.Changed);
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(id)).Review);
        Assert.Equal(45, await ledger.SumAsync("training.participants", ledger.City.Top));
        await using var db = ledger.Database.Open();
        Assert.Equal([-50, 45, 50], await db.Facts.Select(fact => fact.Value).OrderBy(value => value).ToListAsync());
        var change = await db.Set<Change>().SingleAsync(one => one.Act == "record.corrected");
        Assert.Equal([new FieldChange("participants", "50余人次", "45人次")], ChangeLog.Fields(change));
    }

    [Fact]
    public async Task Correct_WithNothingChanged_SavesNothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var values = await ledger.ValuesAsync("training", Ledger.Training);
        var outcome = await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values), ledger.Village));
        Assert.Equal((false, 1), (outcome.Value!.Changed, outcome.Value.Version));
        await using var db = ledger.Database.Open();
        Assert.Equal(1, (await ledger.RecordAsync(id)).Version);
        Assert.Equal(1, await db.Set<Change>().CountAsync());
        Assert.Single(await db.Facts.ToListAsync());
    }

    [Fact]
    public async Task Correct_OfWhatSomebodyElseChanged_IsStale()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var mine = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 participants=40");
        var theirs = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 participants=41");
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, theirs), ledger.Village))).Done);
        var outcome = await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, mine), ledger.Village));
        Assert.Equal(Problem.StaleCode, Assert.Single(outcome.Problems).Code);
        Assert.Equal(41, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Correct_ByEightAtOnce_TakesOneAndTellsTheOthers()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var inputs = new List<Correction>();
        for (var number = 0; number < 8; number++)
            inputs.Add(new(id, 1, await ledger.ValuesAsync("training", $"day=2026-11-16 topic=刺绣 participants={60 + number}")));
        var outcomes = await Task.WhenAll(inputs.Select(input => Task.Run(() => ledger.ActAsync(service => service.CorrectAsync(input, ledger.Village)))));
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.Equal(Problem.StaleCode, outcome.Problems[0].Code));
        var kept = (await ledger.ReadAsync(ledger.Village, async reading => (await reading.Records.FactsAsync([id]))[id].Single())).Fact.Value;
        Assert.Equal(kept, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Correct_OfAReturnedRecordWithoutAChange_NeedsAWord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), "请核对", ledger.Township));
        var same = await ledger.ValuesAsync("training", Ledger.Training);
        Assert.Equal("ledger.unchanged", Assert.Single((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, same), ledger.Village))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, same, Reason: "签到表核对无误"), ledger.Village))).Done);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Correct_ByASuperior_LeavesPersonsAsTheyWere()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training + " helped=李某某");
        var values = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 participants=45");
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values), ledger.Township))).Done);
        Assert.Contains("李某某", (await ledger.RecordAsync(id)).Values, StringComparison.Ordinal);
    }
}
