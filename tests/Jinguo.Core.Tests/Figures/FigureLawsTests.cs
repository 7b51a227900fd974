using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Figures;

/// <summary>The laws of figures.md over random histories, against a reference that adds up with loops.</summary>
public sealed class FigureLawsTests
{
    private static readonly FigureKey[] Keys =
    [
        new(Books.Participants), new(Books.Participants, "skills"), new(Books.Participants, "law"),
        new(Books.Money), new(Books.Homes), new(Books.Homes, "village"), new(Books.ReplyRate), new(Books.Mortality),
    ];

    [Fact]
    public void Figures_AfterAnyHistory_AreWhatTheRecordsAddUpTo() => Check(async (books, reference, history, instants) =>
    {
        foreach (var asked in history.Questions)
        {
            var instant = asked.KnownAfterActs is { } acts ? instants[acts] : (DateTime?)null;
            var table = await books.ReadAsync(new(books.City.All[asked.Body].Id, Keys, asked.Span) { WithChildren = true, KnownAt = instant });
            foreach (var row in table.Rows)
                Assert.All(Keys, (key, place) => Same(Expected(row, key, asked), row[place], $"{row.Kind} {row.Body.Name} {key} {asked}"));
        }

        IReadOnlyList<FactDraft> Expected(FigureRow row, FigureKey key, Asked asked)
        {
            var body = books.City.All.ToList().FindIndex(one => one.Id == row.Body.Id);
            var today = China.Day(asked.KnownAfterActs is { } acts ? instants[acts] : books.Clock.Instant());
            List<string> measures = key.Measure == Books.ReplyRate ? [Books.Replied, Books.Received] : [key.Measure];
            return [.. measures.SelectMany(measure => reference.Standing(body, row.Kind == FigureRowKind.Own, measure, key.Option, asked.Span, asked.KnownAfterActs, today))];
        }
    }, histories: 20);

    [Fact]
    public void Law1_AFigure_IsTheBodysOwnWorkAndItsChildren() => Check(async (books, _, history, _) =>
    {
        foreach (var asked in history.Questions)
        {
            FigureKey[] added = [.. Keys.Where(key => key.Measure is not (Books.ReplyRate or Books.Mortality))];
            var table = await books.ReadAsync(new(books.City.All[asked.Body].Id, added, asked.Span) { WithChildren = true });
            for (var key = 0; key < added.Length; key++)
            {
                Assert.Equal(table.Total[key].Value, table.Own is null ? table.Total[key].Value : table.Rows.Skip(1).Sum(row => row[key].Value));
                Assert.Equal(table.Total[key].Facts, table.Own is null ? table.Total[key].Facts : table.Rows.Skip(1).Sum(row => row[key].Facts));
            }
        }
    });

    [Fact]
    public void Law2_AYear_IsItsMonthsForFlowsAndItsLastMonthForStocks() => Check(async (books, _, history, _) =>
    {
        foreach (var asked in history.Questions)
        {
            IReadOnlyList<Period> months = [.. Enumerable.Range(1, 12).Select(month => Period.OfMonth(2026, month)), Period.Year(2026)];
            var total = (await books.ReadAsync(new(books.City.All[asked.Body].Id, Keys, months))).Total;
            for (var key = 0; key < Keys.Length; key++)
            {
                if (Keys[key].Measure is Books.Participants or Books.Money)
                    Assert.Equal(total[key, 12].Value, Enumerable.Range(0, 12).Sum(month => total[key, month].Value));
                if (Keys[key].Measure == Books.Homes)
                    Assert.Equal(total[key, 12].Value, total[key, 10].Value);
            }
        }
    });

    [Fact]
    public void Law3_TakingEverythingBack_LeavesNothing() => Check(async (books, reference, history, _) =>
    {
        foreach (var act in history.Acts.DistinctBy(act => act.Record))
            await books.PostAsync(RecordKey(act.Record), books.City.All[reference.Body(act)]);
        foreach (var asked in history.Questions)
        {
            var table = await books.ReadAsync(new(books.City.All[asked.Body].Id, Keys, asked.Span) { WithChildren = true });
            Assert.All(table.Rows, row => Assert.True(row.IsNone));
            Assert.All(table.Rows.SelectMany(row => row.Figures), figure => Assert.Null(figure.Hedge));
        }
    });

    [Fact]
    public void Law4_RenamingABody_ChangesNoFigure() => Check(async (books, _, history, _) =>
    {
        foreach (var asked in history.Questions)
        {
            var question = new FigureQuestion(books.City.All[asked.Body].Id, Keys, asked.Span) { WithChildren = true };
            var before = await books.ReadAsync(question);
            await using (var db = books.Database.Open())
            {
                var body = (await db.FindAsync<Organisation>(books.City.All[asked.Body].Id))!;
                body.Name += "（改名）";
                await db.SaveChangesAsync();
            }
            var after = await books.ReadAsync(question);
            Assert.Equal(before.Rows.SelectMany(row => row.Figures).Select(figure => (figure.Value, figure.Facts, figure.Hedge)), after.Rows.SelectMany(row => row.Figures).Select(figure => (figure.Value, figure.Facts, figure.Hedge)));
        }
    });

    [Fact]
    public void Law4_Reorganising_ChangesNoFigureOfDaysBefore_AndKeepsTheRootsOnTodaysTree() => Check(async (books, _, history, _) =>
    {
        FigureKey[] added = [.. Keys.Where(key => key.Measure is not (Books.ReplyRate or Books.Mortality))];
        var from = new DateOnly(2026, 10, 15);
        var before = history.Questions.Where(asked => asked.Span.First < from).Select(asked => new FigureQuestion(books.City.All[asked.Body].Id, added, new Period(asked.Span.First, asked.Span.Last < from ? asked.Span.Last : from.AddDays(-1))) { WithChildren = true }).ToList();
        var root = history.Questions.Select(asked => new FigureQuestion(books.City.Top.Id, added, asked.Span) { Tree = FigureTree.AsIs }).ToList();
        var (asWas, asIs) = (await ValuesAsync(books, before), await ValuesAsync(books, root));

        // A township changes its county, then a village of it its township; a township of the other county goes up in one.
        var all = books.City.All;
        await books.ReorganiseAsync($"{from:yyyy-MM-dd}", (service, order) => service.MoveAsync(new(all[2].Id, all[8].Id), order));
        await books.ReorganiseAsync("2026-11-01", (service, order) => service.MoveAsync(new(all[3].Id, all[5].Id), order));

        Assert.Equal(asWas, await ValuesAsync(books, before));
        // A stock that moved stands in the books as three facts: its word becomes that of its class.
        Assert.Equal(asIs.Select(figure => figure.Item1), (await ValuesAsync(books, root)).Select(figure => figure.Item1));
        // Corrections of what was written before, as villages make them afterwards.
        foreach (var act in history.Acts.DistinctBy(act => act.Record).Where(act => act.Record % 2 == 0))
            await books.PostAsync(RecordKey(act.Record), all[history.Acts.First(one => one.Record == act.Record).Body]);
        foreach (var tree in (FigureTree[])[FigureTree.AsWas, FigureTree.AsIs])
            foreach (var body in (int[])[0, 1, 2, 5, 8])
                foreach (var asked in history.Questions)
                {
                    var table = await books.ReadAsync(new(all[body].Id, added, asked.Span) { WithChildren = true, Tree = tree });
                    for (var key = 0; key < added.Length; key++)
                        Assert.True(table.Own is null || table.Own[key].Value == await OwnAsync(books, all[body], added[key], asked.Span), $"{tree} {all[body].Name} {added[key]} {asked.Span}");
                }
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        await new SumRebuild(db).RunAsync();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);

        // However deep they hang, bodies of a level count what was written at them below the body asked for.
        var (catalog, today) = (await books.Measures.GetAsync(db), books.Clock.Today());
        var facts = await db.Facts.AsNoTracking().Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Path }).ToListAsync();
        foreach (var level in (Level[])[Level.Township, Level.Village])
            foreach (var tree in (FigureTree[])[FigureTree.AsWas, FigureTree.AsIs])
                foreach (var asked in history.Questions)
                {
                    var table = await books.ReadAsync(new(all[asked.Body].Id, added, asked.Span) { WithChildren = true, Level = level, Tree = tree });
                    foreach (var body in all.Where(one => one.Level == level))
                        for (var key = 0; key < added.Length; key++)
                            Assert.True(Below(all[asked.Body], body, added[key], asked.Span, tree) == (table.Children.SingleOrDefault(row => row.Body.Id == body.Id)?[key].Value ?? 0), $"{level} {tree} {all[asked.Body].Name} {body.Name} {added[key]} {asked.Span}");
                }

        decimal Below(Organisation top, Organisation body, FigureKey key, Period span, FigureTree tree)
        {
            var measure = catalog.Get(key.Measure);
            var option = measure.Options.Find(one => one.Code == key.Option)?.Number;
            return facts.Where(one => one.Fact.MeasureId == measure.Id && (option is null || one.Fact.Option == option) && span.First <= today && one.Fact.Day <= today
                    && one.Fact.Day <= span.Last && (measure.Kind == MeasureKind.Stock || one.Fact.Day >= span.First)
                    && OrganisationPath.Ids(tree == FigureTree.AsIs ? one.Path : one.Fact.Path).SkipWhile(step => step != top.Id).Skip(1).Contains(body.Id))
                .Sum(one => one.Fact.Value) / (measure.Decimals == 2 ? 100m : 1m);
        }
    });

    [Fact]
    public void Law7_TheRowsBehindAFigure_AddUpToIt() => Check(async (books, _, history, instants) =>
    {
        await using var db = books.Database.Open();
        var explainer = FigureExplainerTests.Explainer(books, db);
        foreach (var asked in history.Questions)
        {
            var instant = asked.KnownAfterActs is { } acts ? instants[acts] : (DateTime?)null;
            foreach (var key in Keys)
            {
                var page = (await explainer.ListFactsAsync(books.City.All[asked.Body].Id, key, asked.Span, 1, 1000, instant)).Value!;
                Assert.Equal(page.Figure.Facts, page.Lines.Count);
                if (!page.Figure.Heading.IsRatio)
                    Assert.Equal(page.Figure.Value ?? 0, page.Lines.Sum(line => line.Value));
            }
        }
    });

    [Fact]
    public void Verify_AfterAnyHistory_FindsNothing_AndRebuildingChangesNothing() => Check(async (books, _, history, _) =>
    {
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        Assert.Empty(await new FigureVerification(db, books.Book(db), books.Measures, books.Clock).SampleAsync(7));
        var questions = history.Questions.Select(asked => new FigureQuestion(books.City.All[asked.Body].Id, Keys, asked.Span) { WithChildren = true }).ToList();
        var before = await ReadAllAsync(books, questions);
        await new SumRebuild(db).RunAsync(parts: 3, progress: null);
        for (var number = 0; number < 3; number++)
            Assert.True((await new FactVerification(db).RunAsync(new RegionPart(number, 3))).IsClean);
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        Assert.Equal(before, await ReadAllAsync(books, questions));
    });

    private static async Task<List<(decimal?, long, string?, DateTime?, DateTime?)>> ReadAllAsync(Books books, List<FigureQuestion> questions)
    {
        var all = new List<(decimal?, long, string?, DateTime?, DateTime?)>();
        foreach (var question in questions)
            all.AddRange((await books.ReadAsync(question)).Rows.SelectMany(row => row.Figures).Select(figure => (figure.Value, figure.Facts, figure.Hedge, figure.FirstPosted, figure.LastPosted)));
        return all;
    }

    private static async Task<List<(decimal?, string?)>> ValuesAsync(Books books, List<FigureQuestion> questions)
    {
        var all = new List<(decimal?, string?)>();
        foreach (var question in questions)
            all.AddRange((await books.ReadAsync(question)).Rows.Where(row => !row.IsNone).SelectMany(row => row.Figures).Select(figure => (figure.Value, figure.Hedge)));
        return all;
    }

    // What a body did itself, from its own facts alone.
    private static async Task<decimal> OwnAsync(Books books, Organisation body, FigureKey key, Period span)
    {
        await using var db = books.Database.Open();
        var measure = (await books.Measures.GetAsync(db)).Get(key.Measure);
        var option = measure.Options.Find(one => one.Code == key.Option)?.Number;
        var (isStock, today) = (measure.Kind == MeasureKind.Stock, books.Clock.Today());
        return await db.Facts.Where(fact => fact.OrganisationId == body.Id && fact.MeasureId == measure.Id && (option == null || fact.Option == option)
            && fact.Day <= span.Last && fact.Day <= today && (isStock || fact.Day >= span.First) && span.First <= today).SumAsync(fact => fact.Value) / (measure.Decimals == 2 ? 100m : 1m);
    }

    private static void Same(IReadOnlyList<FactDraft> expected, Figure figure, string what)
    {
        var key = figure.Heading.Key;
        if (key.Measure == Books.Mortality)
        {
            var last = expected.Count == 0 ? null : expected.Where(fact => fact.Day == expected.Max(one => one.Day)).ToList();
            Assert.True(last is null ? figure.Value is null : last.Exists(fact => fact.Value / 10m == figure.Value), $"{what}: {figure.Value}");
            return;
        }
        var value = key.Measure switch
        {
            Books.ReplyRate => Sum(Books.Received) is var received and not 0 ? Math.Round(Sum(Books.Replied) / received * 100, 1, MidpointRounding.AwayFromZero) : (decimal?)null,
            Books.Money => expected.Sum(fact => fact.Value) / 100m,
            _ => expected.Sum(fact => fact.Value),
        };
        Assert.True(value == figure.Value, $"{what}: {value} expected, {figure.Value} read");
        Assert.True(expected.Count == figure.Facts, $"{what}: {expected.Count} facts expected, {figure.Facts} read");
        if (key.Measure != Books.ReplyRate)
            Assert.True(Reference.Word(expected) == figure.Hedge, $"{what}: “{Reference.Word(expected)}” expected, “{figure.Hedge}” read");

        decimal Sum(string measure) => expected.Where(fact => fact.Measure == measure).Sum(fact => fact.Value);
    }

    private static Guid RecordKey(int record) => new(record, 7, 7, [7, 7, 7, 7, 7, 7, 7, (byte)(record * 37)]);

    private delegate Task Law(Books books, Reference reference, History history, IReadOnlyList<DateTime> instants);

    // Plays each history through the books and the reference, then checks the law.
    private static void Check(Law law, int histories = 6) =>
        Prop.ForAll(Histories.Arbitrary, history => Task.Run(() => PlayAsync(history, law)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(histories).WithQuietOnSuccess(true));

    private static async Task PlayAsync(History history, Law law)
    {
        await using var books = await Books.OpenAsync();
        var reference = new Reference(books.City);
        var instants = new List<DateTime> { books.Clock.Instant() };
        foreach (var act in history.Acts)
        {
            books.Clock.Advance(TimeSpan.FromMinutes(act.MinutesLater + 1));
            await books.PostAsync(RecordKey(act.Record), books.City.All[reference.Body(act)], act.Facts);
            reference.Do(act);
            instants.Add(books.Clock.Instant());
        }
        await law(books, reference, history, instants);
    }
}
