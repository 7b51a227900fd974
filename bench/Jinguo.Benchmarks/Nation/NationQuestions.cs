using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Benchmarks.Nation;

/// <summary>A question in three ways that must agree: the product's whole way, one GROUP BY with the tree joined, and the wide table.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Ours">Asks the product; the values of all its cells added up.</param>
/// <param name="GroupBy">One statement over facts and tree; the last column is added up.</param>
/// <param name="Wide">One statement over the wide table.</param>
internal sealed record NationQuestion(string Name, Func<Db, Task<long>> Ours, string GroupBy, string Wide);

/// <summary>The questions: figures of a county and of the nation, a province's table, all counties, today's tree, the rows behind a figure.</summary>
internal sealed class NationQuestions
{
    private const int Year = 2025;
    private const int PageSize = 50;

    private readonly MeasureCatalogCache measures = new();
    private readonly TestClock clock = new();
    private readonly Measure most;
    private readonly IReadOnlyList<FigureKey> flows;
    private readonly string flowIds;
    private readonly Organisation nation;
    private readonly Organisation province;
    private readonly Organisation county;

    private NationQuestions(NationMeasures measures, Organisation nation, Organisation province, Organisation county)
    {
        most = measures.All[0];
        var all = measures.All.Where(measure => measure.Kind == MeasureKind.Flow).Take(NationMeasures.Flows).ToList();
        flows = all.ConvertAll(measure => new FigureKey(measure.Code));
        flowIds = string.Join(", ", all.Select(measure => measure.Id));
        (this.nation, this.province, this.county) = (nation, province, county);
    }

    public static async Task<NationQuestions> OpenAsync(Db db, CancellationToken cancel)
    {
        var all = db.Organisations;
        var top = await all.AsNoTracking().SingleAsync(body => body.ParentId == null, cancel);
        // A county in which a township was merged, and its province.
        var merged = await all.AsNoTracking().Where(body => body.Level == Level.County && all.Any(one => one.ValidTo != null && one.Code.Substring(0, 6) == body.Code.Substring(0, 6)))
            .OrderBy(body => body.Id).FirstAsync(cancel);
        var second = OrganisationPath.Ids(merged.Path)[1];
        return new(await NationMeasures.ReadAsync(db), top, await all.AsNoTracking().SingleAsync(body => body.Id == second, cancel), merged);
    }

    public IReadOnlyList<NationQuestion> All() =>
    [
        new("one figure of a county, a year", db => FigureAsync(db, county, Period.Year(Year)),
            One(county, Period.Year(Year)), $"SELECT SUM(value)::bigint FROM wide WHERE yearly = {Year} AND dx = {most.Id} AND l4 = {county.Id}"),
        new("one figure of the nation, a year", db => FigureAsync(db, nation, Period.Year(Year)),
            One(nation, Period.Year(Year)), $"SELECT SUM(value)::bigint FROM wide WHERE yearly = {Year} AND dx = {most.Id} AND l1 = {nation.Id}"),
        new("one figure of the nation, this year until today", db => FigureAsync(db, nation, ThisYear),
            One(nation, ThisYear), $"SELECT SUM(value)::bigint FROM wide WHERE yearly = {ThisYear.Last.Year} AND daily <= '{Text(ThisYear.Last)}' AND dx = {most.Id} AND l1 = {nation.Id}"),
        new("the nation by provinces, a year", db => TableAsync(db, new(nation.Id, [new(most.Code)], Period.Year(Year)) { WithChildren = true }),
            $"""
            SELECT upper."Id", SUM(facts."Value")::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId" JOIN organisations AS upper ON upper."Id" = split_part(body."Path", '/', 3)::int
            WHERE {Of(Period.Year(Year))} AND facts."MeasureId" = {most.Id} GROUP BY 1
            """,
            $"SELECT l2, SUM(value)::bigint FROM wide WHERE yearly = {Year} AND dx = {most.Id} AND l1 = {nation.Id} GROUP BY 1"),
        new("a ranking of all counties, a year", RankAsync,
            $"""
            SELECT COALESCE(under_city."Id", under_province."Id"), SUM(facts."Value")::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId"
            LEFT JOIN organisations AS under_city ON under_city."Level" = {(int)Level.County} AND under_city."Id" = NULLIF(split_part(body."Path", '/', 5), '')::int
            LEFT JOIN organisations AS under_province ON under_province."Level" = {(int)Level.County} AND under_province."Id" = NULLIF(split_part(body."Path", '/', 4), '')::int
            WHERE {Of(Period.Year(Year))} AND facts."MeasureId" = {most.Id} AND COALESCE(under_city."Id", under_province."Id") IS NOT NULL GROUP BY 1 ORDER BY 2 DESC
            """,
            $"SELECT l4, SUM(value)::bigint FROM wide WHERE yearly = {Year} AND dx = {most.Id} AND l1 = {nation.Id} AND l4 IS NOT NULL GROUP BY 1 ORDER BY 2 DESC"),
        new("a province, 200 measures × 12 months", db => TableAsync(db, new(province.Id, flows, [.. Enumerable.Range(1, 12).Select(month => Period.OfMonth(Year, month))])),
            $"""
            SELECT facts."MeasureId", date_trunc('month', facts."Day"), SUM(facts."Value")::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId"
            WHERE {Of(Period.Year(Year))} AND {Within(province)} AND facts."MeasureId" IN ({flowIds}) GROUP BY 1, 2
            """,
            $"SELECT dx, monthly, SUM(value)::bigint FROM wide WHERE yearly = {Year} AND l2 = {province.Id} AND dx IN ({flowIds}) GROUP BY 1, 2"),
        new("a county by townships on today's tree, a year before moves", db => TableAsync(db, new(county.Id, [new(most.Code)], Period.Year(Year - 1)) { WithChildren = true, Tree = FigureTree.AsIs }),
            $"""
            SELECT upper."Id", SUM(facts."Value")::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId" LEFT JOIN organisations AS upper ON upper."ParentId" = {county.Id} AND body."Path" >= upper."Path" AND body."Path" < rtrim(upper."Path", '/') || '0'
            WHERE {Of(Period.Year(Year - 1))} AND {Within(county)} AND facts."MeasureId" = {most.Id} GROUP BY 1
            """,
            $"SELECT l5, SUM(value)::bigint FROM wide WHERE yearly = {Year - 1} AND dx = {most.Id} AND l4 = {county.Id} GROUP BY 1"),
        new($"the newest {PageSize} rows behind a national figure", RowsAsync,
            $"""
            SELECT facts."Id", body."Name", facts."Day", facts."Value", 1::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId"
            WHERE {Of(Period.Year(Year))} AND {Within(nation)} AND facts."MeasureId" = {most.Id} ORDER BY facts."Day" DESC, facts."PostedAt" DESC LIMIT {PageSize}
            """,
            $"""SELECT wide.fact, body."Name", daily, value, 1::bigint FROM wide JOIN organisations AS body ON body."Id" = ou WHERE yearly = {Year} AND dx = {most.Id} AND l1 = {nation.Id} ORDER BY daily DESC LIMIT {PageSize}"""),
    ];

    /// <summary>The most used measure.</summary>
    public Measure Most => most;

    public Organisation Nation => nation;

    /// <summary>The books, as the product's acts write them.</summary>
    public FactBook Posting(Db db) => new(db, clock, measures);

    public FigureBook Book(Db db) => new(db, new Visible(db, Actor.CommandLine), measures, clock);

    private static Period ThisYear => Period.Year(NationSet.Today.Year).UpTo(NationSet.Today);

    private string One(Organisation body, Period period) => $"""
        SELECT SUM(facts."Value")::bigint FROM facts JOIN organisations AS body ON body."Id" = facts."OrganisationId"
        WHERE {Of(period)} AND {Within(body)} AND facts."MeasureId" = {most.Id}
        """;

    private static string Of(Period period) => $"""facts."Day" BETWEEN '{Text(period.First)}' AND '{Text(period.Last)}'""";

    private static string Within(Organisation body) => $"""body."Path" >= '{body.Path}' AND body."Path" < '{OrganisationPath.End(body.Path)}'""";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<long> FigureAsync(Db db, Organisation body, Period period) => TableAsync(db, new(body.Id, [new(most.Code)], period));

    // Where parts were asked for, they and the body's own work are added up, else the body itself.
    private async Task<long> TableAsync(Db db, FigureQuestion question)
    {
        var table = (await Book(db).ReadAsync(question)).Value ?? throw new InvalidOperationException("The product refuses the question.");
        var rows = question.WithChildren ? table.Rows.Skip(1) : table.Rows;
        return rows.Sum(row => question.Periods.Index().Sum(period => question.Keys.Index().Sum(key => (long)((row[key.Index, period.Index].Value ?? 0) * Scale(table.Headings[key.Index].Decimals)))));
    }

    private async Task<long> RankAsync(Db db)
    {
        var table = (await Book(db).ReadAsync(new(nation.Id, [new(most.Code)], Period.Year(Year)) { WithChildren = true, Level = Level.County })).Value ?? throw new InvalidOperationException("The product refuses the question.");
        return table.Children.OrderByDescending(row => row[0].Value).Sum(row => (long)((row[0].Value ?? 0) * Scale(table.Headings[0].Decimals)));
    }

    private static decimal Scale(int decimals) => decimals == 0 ? 1 : 10 * Scale(decimals - 1);

    private async Task<long> RowsAsync(Db db)
    {
        var visible = new Visible(db, Actor.CommandLine);
        var page = await new FigureExplainer(db, visible, Book(db), measures).ListFactsAsync(nation.Id, new(most.Code), Period.Year(Year), 1, PageSize);
        return page.Value!.Lines.Count;
    }
}
