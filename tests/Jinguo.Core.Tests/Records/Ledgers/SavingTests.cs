using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class SavingTests
{
    [Fact]
    public async Task Save_OfATypeThatCountsWhenSaved_IsInTheFiguresOfEveryLevelAndWaitsForReview()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var record = await ledger.RecordAsync(id);
        Assert.Equal(("刺绣", ReviewState.Waiting, true, null), (record.Title, record.Review, record.Counted, record.EnteredByOrganisationId));
        foreach (var body in new[] { ledger.City.Village, ledger.City.Township, ledger.City.County, ledger.City.Top })
            Assert.Equal(50, await ledger.SumAsync("training.participants", body));
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Stranger));
    }

    [Fact]
    public async Task Save_OfATypeThatCountsWhenAccepted_HasNoFactsAnywhereUntilAccepted()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-11-16 topic=述职");
        Assert.False((await ledger.RecordAsync(id)).Counted);
        Assert.Equal(0, await ledger.SumAsync("hearing.count", ledger.City.Village));

        var accepted = await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], ledger.Township));
        Assert.True(accepted.Done);
        Assert.True((await ledger.RecordAsync(id)).Counted);
        Assert.Equal(1, await ledger.SumAsync("hearing.count", ledger.City.Top));
    }

    [Fact]
    public async Task Save_WithTheSameKeyTwice_KeepsOneRecord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Ledger.Training);
        var first = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));
        var second = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));
        Assert.True(first.Value!.Changed);
        Assert.Equal((first.Value.Id, false), (second.Value!.Id, second.Value.Changed));
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Save_WithTheSameKeyFromTwoRequestsAtOnce_KeepsOneRecord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Ledger.Training);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.ActAsync(service => service.SaveAsync(input, ledger.Village)))));
        Assert.All(outcomes, outcome => Assert.Equal(input.Id, outcome.Value?.Id));
        Assert.Single(outcomes, outcome => outcome.Value!.Changed);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Save_WithAKeyOfAnotherBody_IsRefusedWithoutShowingTheRecord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Ledger.Training);
        await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));
        var stolen = await ledger.ActAsync(service => service.SaveAsync(input with { OrganisationId = ledger.City.Stranger.Id }, ledger.Stranger));
        Assert.Equal(Problem.KeyTakenCode, Assert.Single(stolen.Problems).Code);
    }

    [Fact]
    public async Task Save_ForABodyElsewhere_IsNotFound()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Ledger.Training, ledger.City.Stranger);
        var outcome = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Township));
        Assert.Equal(Problem.NotFoundCode, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task Save_ByTheTownshipForAVillage_IsMarkedAndAcceptedAtOnce()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Township, "hearing", "day=2026-11-16 topic=述职");
        var record = await ledger.RecordAsync(id);
        Assert.Equal((ledger.City.Township.Id, ReviewState.Accepted, true), (record.EnteredByOrganisationId, record.Review, record.Counted));
        Assert.Equal(1, await ledger.SumAsync("hearing.count", ledger.City.Village));
    }

    [Fact]
    public async Task Save_ByTheBodyAtTheTop_NeedsNoReview()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(Ledger.Chair(ledger.City.Top), "hearing", "day=2026-11-16 topic=述职", ledger.City.Top);
        Assert.Equal((ReviewState.NotNeeded, true), ((await ledger.RecordAsync(id)).Review, (await ledger.RecordAsync(id)).Counted));
    }

    [Fact]
    public async Task Save_ByTheCommandLine_IsAcceptedAndBelongsToNobodyElse()
    {
        await using var ledger = await Ledger.OpenAsync();
        var record = await ledger.RecordAsync(await ledger.SaveAsync(Actor.CommandLine, "training", Ledger.Training));
        Assert.Equal((ReviewState.Accepted, null, "命令行"), (record.Review, record.EnteredByOrganisationId, record.CreatedByName));
    }

    [Fact]
    public async Task Save_OfTheSameWorkAgain_AsksFirst()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        var again = await ledger.NewAsync("training", "day=2026-11-16 topic=刺绣 participants=20");
        var asked = await ledger.ActAsync(service => service.SaveAsync(again, ledger.Village));
        Assert.False(asked.Done);
        Assert.Equal((LedgerChecks.DoubleCode, ProblemLevel.Warning), (Assert.Single(asked.Problems).Code, asked.Problems[0].Level));
        Assert.True((await ledger.ActAsync(service => service.SaveAsync(again with { Confirmed = true }, ledger.Village))).Done);
        Assert.Equal(70, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Save_OnADayOfMuchOtherWork_ReadsNothingOfThatWorkToFindDoubles()
    {
        const int Others = 40;
        await using var ledger = await Ledger.OpenAsync();
        for (var number = 0; number < Others; number++)
            await ledger.SaveAsync(ledger.Village, "training", $"day=2026-11-16 topic=第{number}期 participants=20");
        var input = await ledger.NewAsync("training", Ledger.Training);
        var counter = new StatementCounter();
        await using var db = ledger.Database.Open(counter);

        Assert.True((await ledger.Service(db).SaveAsync(input, ledger.Village)).Done);

        Assert.InRange(counter.Rows, 1, Others / 2);
    }

    [Fact]
    public async Task Add_WithOneWrongRecord_AddsNone()
    {
        await using var ledger = await Ledger.OpenAsync();
        var good = await ledger.NewAsync("training", Ledger.Training) with { Row = 2 };
        var bad = await ledger.NewAsync("training", "day=2027-01-01 topic=刺绣 participants=20") with { Row = 3 };
        await using (var db = ledger.Database.Open())
        await using (await db.BeginWriteAsync())
        {
            var outcome = await ledger.Service(db).AddAsync([good, bad], ledger.Village);
            Assert.Equal(("record.future", 3), (Assert.Single(outcome.Problems).Code, outcome.Problems[0].Row));
        }
        await using var after = ledger.Database.Open();
        Assert.Equal(0, await after.Records.CountAsync());
    }
}
