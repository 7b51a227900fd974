using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures.Publishing;

/// <summary>What superiors see of sensitive counts, by example: two villages of a township in 2026 (docs/adr/0010).</summary>
public sealed class SensitiveFiguresTests
{
    [Fact]
    public async Task TwoSmallSiblings_AreToldOnlyTogether_AndOnlyAtTheHalfYearsEnd()
    {
        await using var books = await OpenAsync();
        var (town, furong, andi) = (books.City.Township, books.City.All[3], books.City.All[4]);
        await books.PostAsync(furong, Draft(Violence, "2026-02-03", 3));
        await books.PostAsync(andi, Draft(Violence, "2026-02-20", 4));

        await books.PublishAsync("2026-03");
        Assert.Equal(["未公布", "<5", "<5", "—"], await TextsAsync(books, town, town, "2026-02"));
        Assert.Equal(["未公布", "未公布", "未公布", "—"], await TextsAsync(books, town, town, "2026"));
        Assert.Equal(["3"], await TextsAsync(books, furong, furong, "2026-02"));

        await books.PublishAsync("2026-07");
        Assert.Equal(["7", "<5", "<5", "—"], await TextsAsync(books, town, town, "2026H1"));
        Assert.Equal(["7", "<5", "<5", "<5"], await TextsAsync(books, books.City.Top, town, "2026H1"));
        // They are told in June, as what could not be told of any village alone.
        Assert.Equal(["未公布", "<5", "<5", "—"], await TextsAsync(books, town, town, "2026-02"));
        Assert.Equal(["7", "—", "<5", "—"], (await TextsAsync(books, town, town, "2026-06")).Select((text, place) => place == 1 ? "—" : text));
    }

    [Fact]
    public async Task ALateChange_WaitsForTheNextMonthsEnd_AndForTheThreshold()
    {
        await using var books = await OpenAsync();
        var village = books.City.Village;
        await books.PostAsync(village, Draft(Violence, "2026-01-05", 6));
        Assert.Equal(["未公布"], await TextsAsync(books, books.City.Top, village, "2026"));
        await books.PublishAsync("2026-02");
        Assert.Equal(["6"], await TextsAsync(books, books.City.Top, village, "2026-01"));

        var late = Guid.CreateVersion7();
        await books.PostAsync(late, village, Draft(Violence, "2026-01-06", 4));
        await books.PublishAsync("2026-03");
        Assert.Equal(["6"], await TextsAsync(books, books.City.Top, village, "2026"));
        await books.PostAsync(village, Draft(Violence, "2026-03-07", 1));
        Assert.Equal(["6"], await TextsAsync(books, books.City.Top, village, "2026"));
        await books.PublishAsync("2026-04");
        Assert.Equal(["11"], await TextsAsync(books, books.City.Top, village, "2026"));
        // The first is not told again: what was late stands in the month in which it was told.
        Assert.Equal(["6"], await TextsAsync(books, books.City.Top, village, "2026-01"));
        Assert.Equal(["5"], await TextsAsync(books, books.City.Top, village, "2026-03"));

        await books.PostAsync(late, village);
        await books.PublishAsync("2026-05", threshold: 50);
        Assert.Equal(["11"], await TextsAsync(books, books.City.Top, village, "2026"));
        Assert.Equal(["7"], await TextsAsync(books, village, village, "2026"));
        Assert.Equal(0, await books.PublishAsync("2026-05"));
    }

    [Fact]
    public async Task HerOwnBody_IsToldExactly_ButNotInWhatGoesUp_AndItsTotalBetraysNobodyBelow()
    {
        await using var books = await OpenAsync();
        var (town, village) = (books.City.Township, books.City.Village);
        await books.PostAsync(town, Draft(Violence, "2026-01-05", 2));
        await books.PostAsync(village, Draft(Violence, "2026-01-05", 1));
        await books.PostAsync(village, Draft(Matters, "2026-01-05", 9, option: "marriage"), Draft(Matters, "2026-01-05", 2, option: "labour"));
        await books.PublishAsync("2026-02");

        Assert.Equal(["2", "<5", "<5", "2"], await TextsAsync(books, town, town, "2026-01"));
        var question = new FigureQuestion(town.Id, [new(Violence)], Span("2026-01"));
        Assert.Equal([2m], (await books.ReadAsync(question, Reader(town))).Total.Figures.Select(figure => figure.Value));
        Assert.Equal(["未公布"], (await books.ReadAsync(question with { ForOthers = true }, Reader(town))).Total.Figures.Select(figure => figure.Text));
        Assert.Equal(["未公布"], (await books.ReadAsync(question)).Total.Figures.Select(figure => figure.Text));

        FigureKey[] matters = [new(Matters), new(Matters, "marriage"), new(Matters, "labour")];
        var told = (await books.ReadAsync(new(village.Id, matters, Span("2026-01")), Reader(town))).Total;
        Assert.Equal([("9", Disclosure.Published), ("9", Disclosure.Published), ("<5", Disclosure.Small)], told.Figures.Select(figure => (figure.Text, figure.Disclosure)));
        Assert.Equal(["11", "9", "2"], (await books.ReadAsync(new(village.Id, matters, Span("2026-01")), Reader(village))).Total.Figures.Select(figure => figure.Text));
    }

    [Fact]
    public async Task ASensitiveFigure_IsExplainedWithoutItsPostings_AndHasRowsForItsOwnBodyAlone()
    {
        await using var books = await OpenAsync();
        var (town, village) = (books.City.Township, books.City.Village);
        await books.PostAsync(village, Draft(Violence, "2026-01-05", 6), Draft(Received, "2026-01-05", 6));
        await books.PublishAsync("2026-02");
        await using var db = books.Database.Open();

        var explained = (await Explainer(town).ExplainAsync(town.Id, new(Violence), Span("2026-01"))).Value!;
        Assert.Equal(("6", true, false, null), (explained.Figure.Text, explained.IsSensitive, explained.HasRows, explained.Newest));
        Assert.Contains("满5才公布", explained.Figure.Note, StringComparison.Ordinal);
        Assert.Empty((await Explainer(town).ListFactsAsync(town.Id, new(Violence), Span("2026-01"), 1, 20)).Value!.Lines);
        Assert.Single((await Explainer(village).ListFactsAsync(village.Id, new(Violence), Span("2026-01"), 1, 20)).Value!.Lines);
        Assert.NotNull((await Explainer(town).ExplainAsync(town.Id, new(Received), Span("2026-01"))).Value!.Newest);
        // Neither what is published nor a case is told as work of a day.
        Assert.Equal("figure.measure.unknown", (await books.Book(db).ReadAsync(new(town.Id, [new(PublishedCounts.Own(Violence))], Span("2026")))).Problems[0].Code);
        Assert.DoesNotContain(await books.Book(db).ListHeadingsAsync(withOptions: true), heading => heading.Key.Measure.Contains('~', StringComparison.Ordinal));

        FigureExplainer Explainer(Organisation body) => new(db, new(db, Reader(body)), books.Book(db, Reader(body)), books.Measures);
    }

    [Fact]
    public async Task ACase_IsNotToldAsTheNewestPosting_NorAsACorrectionOfClosedBooks()
    {
        await using var books = await OpenAsync();
        var (town, village) = (books.City.Township, books.City.Village);
        await using var db = books.Database.Open();
        db.Closings.Add(new() { Region = town.Region, Id = Guid.CreateVersion7(), OrganisationId = town.Id, Through = new(2026, 9, 30), At = books.Clock.Instant(), ActorName = "张某某" });
        await db.SaveChangesAsync();
        books.Clock.Advance(TimeSpan.FromMinutes(5));
        await using (var write = await db.BeginWriteAsync())
        {
            await new FactBook(db, books.Clock, books.Measures).PostAsync(new Posting(new(RecordRef.Case, Guid.CreateVersion7()), village.Id, [Draft(Received, "2026-08-03", 1)], Reason: "丈夫又打了她"), Actor.CommandLine);
            await write.CommitAsync();
        }
        var visible = new Visible(db, Reader(town));
        var line = Assert.Single(await new ClosingReader(db, visible).ListAsync(town.Id));

        Assert.Equal(0, line.Corrections);
        Assert.Equal(0, (await new ClosingReader(db, visible).ListCorrectionsAsync(line, 1, 20)).Total);
        Assert.Null((await new FigureExplainer(db, visible, books.Book(db, Reader(town)), books.Measures).ExplainAsync(town.Id, new(Received), Span("2026-08"))).Value!.Newest);
        Assert.Equal(1, await db.Corrections.CountAsync());
    }

    [Fact]
    public async Task ALumpOfClosedDays_IsACorrectionThatSaysWhy_AlsoOfABodyThatHasEnded()
    {
        await using var books = await OpenAsync();
        var (town, village, sibling) = (books.City.Township, books.City.All[3], books.City.All[4]);
        await books.PostAsync(village, Draft(Violence, "2026-07-03", 6));
        await books.ReorganiseAsync("2026-09-16", (service, order) => service.MergeAsync(new([village.Id], sibling.Id), order));
        await using (var db = books.Database.Open())
        {
            db.Closings.Add(new() { Region = town.Region, Id = Guid.CreateVersion7(), OrganisationId = town.Id, Through = new(2026, 11, 30), At = books.Clock.Instant(), ActorName = "张某某" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await books.PublishAsync("2026-12"));

        await using var after = books.Database.Open();
        var lump = await after.Facts.SingleAsync(fact => fact.SourceKind == RecordRef.Publication);
        Assert.Equal((village.Id, new DateOnly(2026, 11, 30), 6), (lump.OrganisationId, lump.Day, lump.Value));
        Assert.Contains("按规则", (await after.Corrections.SingleAsync()).Reason, StringComparison.Ordinal);
        Assert.True((await new FactVerification(after).RunAsync()).IsClean);
    }

    // The total, the two villages, the township itself; or the village alone.
    private static async Task<IReadOnlyList<string>> TextsAsync(Books books, Organisation reader, Organisation asked, string period) =>
        [.. (await books.ReadAsync(new(asked.Id, [new(Violence)], Span(period)) { WithChildren = true }, Reader(reader))).Rows.Select(row => row[0].Text)];
}
