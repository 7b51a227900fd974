using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Highlights;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class LedgerServiceTests
{
    private const string Training = "day=2026-11-16 topic=刺绣 place=妇女之家 participants=50余 category=skills";

    [Fact]
    public async Task Save_OfATypeThatCountsWhenSaved_IsInTheFiguresOfEveryLevelAndWaitsForReview()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
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
        var input = await ledger.NewAsync("training", Training);
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
        var input = await ledger.NewAsync("training", Training);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.ActAsync(service => service.SaveAsync(input, ledger.Village)))));
        Assert.All(outcomes, outcome => Assert.Equal(input.Id, outcome.Value?.Id));
        Assert.Single(outcomes, outcome => outcome.Value!.Changed);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Save_WithAKeyOfAnotherBody_IsRefusedWithoutShowingTheRecord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Training);
        await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));
        var stolen = await ledger.ActAsync(service => service.SaveAsync(input with { OrganisationId = ledger.City.Stranger.Id }, ledger.Stranger));
        Assert.Equal("ledger.key", Assert.Single(stolen.Problems).Code);
    }

    [Fact]
    public async Task Save_ForABodyElsewhere_IsNotFound()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = await ledger.NewAsync("training", Training, ledger.City.Stranger);
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
        var record = await ledger.RecordAsync(await ledger.SaveAsync(Actor.CommandLine, "training", Training));
        Assert.Equal((ReviewState.Accepted, null, "命令行"), (record.Review, record.EnteredByOrganisationId, record.CreatedByName));
    }

    [Fact]
    public async Task Save_OfTheSameWorkAgain_AsksFirst()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Training);
        var again = await ledger.NewAsync("training", "day=2026-11-16 topic=刺绣 participants=20");
        var asked = await ledger.ActAsync(service => service.SaveAsync(again, ledger.Village));
        Assert.False(asked.Done);
        Assert.Equal((LedgerChecks.DoubleCode, ProblemLevel.Warning), (Assert.Single(asked.Problems).Code, asked.Problems[0].Level));
        Assert.True((await ledger.ActAsync(service => service.SaveAsync(again with { Confirmed = true }, ledger.Village))).Done);
        Assert.Equal(70, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Add_WithOneWrongRecord_AddsNone()
    {
        await using var ledger = await Ledger.OpenAsync();
        var good = await ledger.NewAsync("training", Training) with { Row = 2 };
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

    [Fact]
    public async Task Correct_ReversesTheOldFactAndPostsTheNew()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
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
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        var values = await ledger.ValuesAsync("training", Training);
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
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
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
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
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
    public async Task Return_TakesTheFiguresAwayUntilTheCorrectedRecordPostsAgain()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
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
    public async Task Correct_OfAReturnedRecordWithoutAChange_NeedsAWord()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), "请核对", ledger.Township));
        var same = await ledger.ValuesAsync("training", Training);
        Assert.Equal("ledger.unchanged", Assert.Single((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, same), ledger.Village))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, same, Reason: "签到表核对无误"), ledger.Village))).Done);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Return_WithoutAReason_IsRefused()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        Assert.Equal("ledger.reason", Assert.Single((await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), " ", ledger.Township))).Problems).Code);
    }

    [Fact]
    public async Task Accept_OfWhatWasChangedSinceItWasSeen_IsLeftAlone()
    {
        await using var ledger = await Ledger.OpenAsync();
        var first = await ledger.SaveAsync(ledger.Village, "training", Training);
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
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 1), "请核对", ledger.Township));
        Assert.True((await ledger.ActAsync(service => service.ReopenAsync([new(id, 2)], ledger.Township))).Done);
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(id)).Review);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Review_IsForBodiesAboveOnly()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        foreach (var actor in new[] { ledger.Village, ledger.Stranger, Ledger.Chair(ledger.City.Township, Role.Officer), Ledger.Chair(ledger.City.Township, Role.Chair, RoleScope.Own) })
            Assert.Equal(Problem.NotFoundCode, Assert.Single((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], actor))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], Ledger.Chair(ledger.City.County, Role.Reviewer)))).Done);
    }

    [Fact]
    public async Task Withdraw_TakesTheRecordOutOfTheBooksAndRestorePutsItBack()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        Assert.Equal("ledger.reason", Assert.Single((await ledger.ActAsync(service => service.WithdrawAsync(id, "", ledger.Village))).Problems).Code);
        await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Village));
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Top));
        await ledger.ActAsync(service => service.RestoreAsync(id, null, ledger.Village));
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(id)).Review);
    }

    [Fact]
    public async Task Withdraw_ByAStranger_IsNotFound()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Stranger))).Problems).Code);
    }

    [Fact]
    public async Task MarkHighlight_OffersTheSentenceAsLongAsTheRecordCounts()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training);
        await ledger.ActAsync(service => service.MarkHighlightAsync(id, "芙蓉村办起刺绣班。", ledger.Village));
        Assert.Equal("芙蓉村办起刺绣班。", (await HighlightAsync(ledger))?.Text);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 2), "请核对", ledger.Township));
        Assert.Null(await HighlightAsync(ledger));
        await ledger.ActAsync(service => service.ReopenAsync([new(id, 3)], ledger.Township));
        Assert.Equal(("training", new DateOnly(2026, 11, 16)), ((await HighlightAsync(ledger))!.Topic, (await HighlightAsync(ledger))!.Day));
        await ledger.ActAsync(service => service.MarkHighlightAsync(id, "", ledger.Village));
        Assert.Null(await HighlightAsync(ledger));
        Assert.Equal("ledger.highlight.long", Assert.Single((await ledger.ActAsync(service => service.MarkHighlightAsync(id, new('长', 301), ledger.Village))).Problems).Code);
    }

    [Fact]
    public async Task End_OfARegisterEntry_TakesItOutOfTheStockFromThatDay()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "venue", "day=2025-03-01 name=芙蓉村妇女之家");
        Assert.Equal(1, await ledger.SumAsync("venue.count", ledger.City.Top));
        Assert.Equal("ledger.register.day", Assert.Single((await ledger.ActAsync(service => service.EndAsync(id, new(2025, 1, 1), null, ledger.Village))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.EndAsync(id, new(2026, 5, 1), "并入文化站", ledger.Village))).Done);
        var record = await ledger.RecordAsync(id);
        Assert.Equal((new DateOnly(2026, 5, 1), null), (record.Until, record.NextVisit));
        Assert.Equal(0, await ledger.SumAsync("venue.count", ledger.City.Top));
    }

    [Fact]
    public async Task Visit_MovesTheNextVisitAndLeavesReviewAndBooks()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Township, "venue", "day=2025-03-01 name=芙蓉村妇女之家");
        Assert.Equal(new DateOnly(2025, 9, 1), (await ledger.RecordAsync(id)).NextVisit);
        Assert.True((await ledger.ActAsync(service => service.VisitAsync(id, new(2026, 11, 2), null, ledger.Village))).Done);
        var record = await ledger.RecordAsync(id);
        Assert.Equal((new DateOnly(2027, 5, 2), ReviewState.Accepted), (record.NextVisit, record.Review));
        await using var db = ledger.Database.Open();
        Assert.Single(await db.Facts.ToListAsync());
    }

    [Fact]
    public async Task Correct_ByASuperior_LeavesPersonsAsTheyWere()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Training + " helped=李某某");
        var values = await ledger.ValuesAsync("training", "day=2026-11-16 topic=刺绣 participants=45");
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values), ledger.Township))).Done);
        Assert.Contains("李某某", (await ledger.RecordAsync(id)).Values, StringComparison.Ordinal);
    }

    private static async Task<Highlight?> HighlightAsync(Ledger ledger)
    {
        await using var db = ledger.Database.Open();
        return await db.Highlights.AsNoTracking().SingleOrDefaultAsync();
    }
}
