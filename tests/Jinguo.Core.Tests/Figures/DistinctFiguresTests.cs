using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Figures;

/// <summary>受助人数: different persons (figures.md), over random histories with reversals and moves, against a count of the facts with loops.</summary>
public sealed class DistinctFiguresTests
{
    private const string Helped = "grants.recipients";
    private static readonly FigureKey[] Keys = [new(Helped), new(Helped, "girls")];

    // The bodies directly below, then those of a level.
    private static readonly Level?[] Levels = [null, Level.Township, Level.Village];

    private static readonly Guid[] Women = [.. Enumerable.Range(1, 5).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Gen<DateOnly> Days =
        from month in Gen.Elements(202511, 202601, 202609, 202610, 202611, 202612)
        from day in Gen.Elements(1, 5, 14, 15, 20, 21, 28)
        select new DateOnly(month / 100, month % 100, day);

    private static readonly Gen<Help> Acts =
        from record in Gen.Choose(0, 6)
        from body in Gen.Elements(0, 1, 2, 3, 4, 14)
        from day in Days
        from women in Gen.Choose(0, 31)
        from girls in Gen.Elements(true, false)
        select new Help(record, body, day, [.. Women.Where((_, place) => (women & (1 << place)) != 0)], girls);

    private static readonly Gen<(int Body, Period Span)> Questions =
        from body in Gen.Elements(0, 1, 2, 5, 8)
        from one in Days
        from other in Days
        from whole in Gen.Elements(0, 1, 2)
        select (body, whole == 0 ? Period.Year(one.Year) : whole == 1 ? Period.OfMonth(one.Year, one.Month) : one < other ? new Period(one, other) : new Period(other, one));

    [Fact]
    public void AfterAnyHistory_AFigureIsTheNumberOfDifferentPersonsBehindIt() => Check(async (books, _, questions, instant) =>
    {
        foreach (var (body, span) in questions)
            foreach (var knownAt in (DateTime?[])[null, instant])
                foreach (var level in Levels)
                    await CompareAsync(books, body, span, FigureTree.AsWas, knownAt, level);
    });

    [Fact]
    public void Law1_ItIsAtLeastItsLargestPart_AndAtMostTheSumOfItsParts() => Check(async (books, _, questions, _) =>
    {
        foreach (var (body, span) in questions)
        {
            var table = await books.ReadAsync(new(books.City.All[body].Id, Keys, span) { WithChildren = true });
            var parts = table.Rows.Skip(1).Select(row => row[0].Value ?? 0).DefaultIfEmpty(table.Total[0].Value ?? 0).ToList();
            Assert.InRange(table.Total[0].Value ?? 0, parts.Max(), parts.Sum());
        }
    });

    [Fact]
    public void Law3_TakingEverythingBack_LeavesNobody() => Check(async (books, acts, questions, _) =>
    {
        foreach (var act in acts.DistinctBy(act => act.Record))
            await PostAsync(books, act with { Women = [] }, acts);
        foreach (var (body, span) in questions)
            Assert.All((await books.ReadAsync(new(books.City.All[body].Id, Keys, span) { WithChildren = true })).Rows, row => Assert.True(row.IsNone));
        await using var db = books.Database.Open();
        Assert.False(await db.CountedPersons.AnyAsync(row => row.Facts != 0));
    });

    [Fact]
    public void Law4_MovingBodies_ChangesNoDayBefore_AndCountsEverybodyOnTodaysTree() => Check(async (books, acts, questions, _) =>
    {
        var all = books.City.All;
        await books.ReorganiseAsync("2026-10-15", (service, order) => service.MoveAsync(new(all[2].Id, all[8].Id), order));
        await books.ReorganiseAsync("2026-11-01", (service, order) => service.MoveAsync(new(all[3].Id, all[5].Id), order));
        // Corrections of what was written before, as villages make them afterwards.
        foreach (var act in acts.DistinctBy(act => act.Record).Where(act => act.Record % 2 == 0))
            await PostAsync(books, act with { Women = [.. act.Women.Skip(1)] }, acts);
        foreach (var (body, span) in questions)
            foreach (var tree in (FigureTree[])[FigureTree.AsWas, FigureTree.AsIs])
                foreach (var level in Levels)
                    await CompareAsync(books, body, span, tree, knownAt: null, level);
    });

    [Fact]
    public void Verify_FindsNothing_AndRebuildingChangesNothing() => Check(async (books, _, questions, _) =>
    {
        await books.ReorganiseAsync("2026-10-15", (service, order) => service.MoveAsync(new(books.City.All[2].Id, books.City.All[8].Id), order));
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        await new SumRebuild(db).RunAsync();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        foreach (var (body, span) in questions)
            await CompareAsync(books, body, span, FigureTree.AsIs, knownAt: null, level: null);
        if (await db.CountedPersons.Where(row => row.Facts > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts, row => row.Facts + 1)) > 0)
            Assert.False((await new FactVerification(db).RunAsync()).IsClean);
    });

    [Fact]
    public async Task AWomanHelpedTwice_CountsOnce_AtEachBodyAndAbove()
    {
        await using var books = await OpenAsync();
        var (village, neighbour, township) = (books.City.All[3], books.City.All[4], books.City.All[2]);
        await books.PostAsync(village, Draft("2026-03-01", Women[0]), Draft("2026-05-01", Women[0]), Draft("2026-05-01", Women[1]));
        await books.PostAsync(neighbour, Draft("2026-05-02", Women[0]));

        Assert.Equal((2, 1, 2), (await ValueAsync(village), await ValueAsync(neighbour), await ValueAsync(township)));
        Assert.Equal(4, (await books.ReadAsync(township, Helped, "2026")).Facts);
        Assert.Equal(1, (await books.ReadAsync(village, Helped, "2026-03")).Value);

        async Task<decimal?> ValueAsync(Organisation body) => (await books.ReadAsync(body, Helped, "2026")).Value;
    }

    [Fact]
    public async Task ARunningPeriod_IsCutAtToday_WithTheYearBefore()
    {
        await using var books = await OpenAsync();
        var village = books.City.All[3];
        await books.PostAsync(village, Draft("2026-11-20", Women[0]), Draft("2026-11-28", Women[1]), Draft("2025-11-20", Women[2]), Draft("2025-12-24", Women[3]));

        var table = await books.ReadAsync(new(village.Id, Keys, Period.Year(2026)) { WithYearBefore = true });

        Assert.Equal((1, 1), (table.Total[0].Value, table.Total[0, 1].Value));
    }

    [Fact]
    public async Task WritersAtOnce_CountAWomanOnce_AndLoseNoFact()
    {
        await using var books = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => books.PostAsync(books.City.All[number % 2 == 0 ? 3 : 14], Draft("2026-03-01", Women[number % 3]))));

        var figure = await books.ReadAsync(books.City.Top, Helped, "2026");
        Assert.Equal((3, 12), (figure.Value, figure.Facts));
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    [Fact]
    public async Task Law7_TheRowsBehindIt_NameAsManyPersons()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.All[3], Draft("2026-03-01", Women[0]), Draft("2026-05-01", Women[0]), Draft("2026-05-01", Women[1]));
        await using var db = books.Database.Open();

        var page = (await FigureExplainerTests.Explainer(books, db).ListFactsAsync(books.City.Top.Id, Keys[0], Period.Year(2026), 1, 100)).Value!;

        Assert.Equal((2, 3), (page.Figure.Value, page.Lines.Count));
    }

    [Fact]
    public async Task AMeasureOfPersons_TakesNoFactWithoutAPerson()
    {
        await using var books = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => books.PostAsync(books.City.All[3], new FactDraft(Helped, null, new(2026, 3, 1), 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => books.PostAsync(books.City.All[3], new FactDraft(Books.Trainings, null, new(2026, 3, 1), 1, PersonId: Women[0])));
    }

    private static void Check(Func<Books, IReadOnlyList<Help>, IReadOnlyList<(int Body, Period Span)>, DateTime, Task> law) => Prop.ForAll(
        (from count in Gen.Choose(0, 18) from acts in Acts.ArrayOf(count) from questions in Questions.ArrayOf(5) select (acts, questions)).ToArbitrary(),
        history => RunAsync(history.acts, history.questions, law).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    private static async Task<bool> RunAsync(Help[] acts, (int Body, Period Span)[] questions, Func<Books, IReadOnlyList<Help>, IReadOnlyList<(int Body, Period Span)>, DateTime, Task> law)
    {
        await using var books = await OpenAsync();
        var half = books.Clock.Instant();
        foreach (var (act, place) in acts.Select((act, place) => (act, place)))
        {
            await PostAsync(books, act, acts);
            if (place == acts.Length / 2)
                half = books.Clock.Instant();
            books.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await law(books, acts, questions, half);
        return true;
    }

    private static async Task<Books> OpenAsync()
    {
        var books = await Books.OpenAsync();
        await using var db = books.Database.Open();
        var measure = new Measure { Id = 90, Code = Helped, Name = "受助人数", Unit = "人", Kind = MeasureKind.Distinct, Pack = "test", Group = "测试", Order = 90 };
        measure.Options.Add(new() { Number = 1, Code = "girls", Name = "女童" });
        measure.Definitions.Add(new() { Version = 1, Text = "不同的人。", ValidFrom = new(2000, 1, 1) });
        db.Measures.Add(measure);
        await db.SaveChangesAsync();
        books.Measures.Reset();
        return books;
    }

    // A record keeps the body of its first act.
    private static Task PostAsync(Books books, Help act, IReadOnlyList<Help> acts) => books.PostAsync(
        new Guid(act.Record + 100, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, (byte)act.Record]),
        books.City.All[acts.First(one => one.Record == act.Record).Body],
        [.. act.Women.Select(woman => new FactDraft(Helped, act.Girls ? "girls" : null, act.Day, 1, PersonId: woman))]);

    private static FactDraft Draft(string day, Guid woman) => new(Helped, null, Books.Day(day), 1, PersonId: woman);

    private static async Task CompareAsync(Books books, int body, Period span, FigureTree tree, DateTime? knownAt, Level? level)
    {
        var table = await books.ReadAsync(new(books.City.All[body].Id, Keys, span) { WithChildren = true, Level = level, Tree = tree, KnownAt = knownAt });
        await using var db = books.Database.Open();
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.PersonId != null).ToListAsync();
        var now = await db.Organisations.ToDictionaryAsync(one => one.Id, one => one.Path);
        var instant = knownAt ?? DateTime.MaxValue;
        var today = knownAt is { } at ? China.Day(at) : books.Clock.Today();
        var standing = facts.Where(fact => fact.Reverses is null && fact.PostedAt <= instant && !facts.Exists(other => other.Reverses == fact.Id && other.PostedAt <= instant) && span.Contains(fact.Day) && fact.Day <= today && span.First <= today).ToList();
        foreach (var row in table.Rows)
            for (var key = 0; key < Keys.Length; key++)
            {
                var behind = standing.Where(fact => (key == 0 || fact.Option == 1) && IsBehind(row, fact)).ToList();
                Assert.True((row[key].Value, row[key].Facts) == (behind.Select(fact => fact.PersonId).Distinct().Count(), behind.Count),
                    $"{row.Kind} {row.Body.Name} {Keys[key]} {span} {tree} {knownAt}: {row[key].Value} of {row[key].Facts}, not {behind.Select(fact => fact.PersonId).Distinct().Count()} of {behind.Count}");
            }

        bool IsBehind(FigureRow row, Fact fact)
        {
            var path = tree == FigureTree.AsIs ? now[fact.OrganisationId] : fact.Path;
            return row.Kind switch
            {
                FigureRowKind.Own => fact.OrganisationId == row.Body.Id,
                FigureRowKind.Child when level is null => path.Contains($"/{table.Total.Body.Id}/{row.Body.Id}/", StringComparison.Ordinal),
                FigureRowKind.Child => OrganisationPath.Ids(path).SkipWhile(step => step != table.Total.Body.Id).Skip(1).Contains(row.Body.Id),
                _ => path.Contains($"/{row.Body.Id}/", StringComparison.Ordinal),
            };
        }
    }

    private sealed record Help(int Record, int Body, DateOnly Day, IReadOnlyList<Guid> Women, bool Girls)
    {
        public override string ToString() => $"record {Record} of body {Body} on {Day:O}: {string.Join(',', Women.Select(woman => woman.ToString()[7]))}{(Girls ? " girls" : "")}";
    }
}
