using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Facts;

/// <summary>Large books are made anew and verified by regions; nation and province have a share of each.</summary>
public sealed class RegionPartTests
{
    private const int Parts = 3;

    [Fact]
    public async Task MadeAnewPartByPart_TheSumsAreThoseOfThePostings()
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();
        var nation = await PostAsync(books);
        var before = await StoredAsync();

        var told = new List<int>();
        var cells = await new SumRebuild(db).RunAsync(Parts, new Progress(told));

        Assert.Equal([1, 2, 3], told);
        Assert.Equal(before, await StoredAsync());
        Assert.Equal(await db.Sums.LongCountAsync(), cells);
        Assert.Equal(177, (await books.ReadAsync(nation, Participants, "2026")).Value);

        async Task<List<string>> StoredAsync() => [.. (await db.Sums.AsNoTracking()
            .GroupBy(sum => new { sum.Region, sum.OrganisationId, sum.Tree, sum.MonthOrYear, sum.MeasureId, sum.Option })
            .Select(cell => new { cell.Key, Value = cell.Sum(sum => sum.Value), Facts = cell.Sum(sum => sum.Facts), Words = cell.Sum(sum => sum.Words), First = cell.Min(sum => sum.FirstPosted), Last = cell.Max(sum => sum.LastPosted) })
            .ToListAsync()).Select(cell => cell.ToString()!).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task APart_ShowsWhatIsWrongInItsRegions_AndAnyPartWhatIsWrongAboveThem()
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();
        var nation = await PostAsync(books);
        var city = books.City.Top;
        await TamperAsync(city, 202603);
        Assert.Equal([city.Region % Parts], await WrongAsync());
        await new SumRebuild(db).RunAsync();
        Assert.Empty(await WrongAsync());

        await TamperAsync(nation, 202603);
        Assert.Equal([0, 1, 2], await WrongAsync());
        var found = Assert.Single((await new FactVerification(db).RunAsync(new RegionPart(0, Parts))).Differences);
        Assert.Equal((nation.Code, Participants, 0, 202603, 178, 177), (found.Code, found.Measure, found.Option, found.MonthOrYear, found.Stored, found.Recomputed));

        Task<int> TamperAsync(Organisation body, int month) => db.Database.ExecuteSqlAsync($"""
            UPDATE sums SET "Value" = "Value" + 1 WHERE "OrganisationId" = {body.Id} AND "MeasureId" = 2 AND "Option" = 0 AND "MonthOrYear" = {month}
                AND "Stripe" = (SELECT MIN("Stripe") FROM sums WHERE "OrganisationId" = {body.Id} AND "MeasureId" = 2 AND "Option" = 0 AND "MonthOrYear" = {month})
            """);

        async Task<List<int>> WrongAsync()
        {
            var wrong = new List<int>();
            for (var number = 0; number < Parts; number++)
                if (!(await new FactVerification(db).RunAsync(new RegionPart(number, Parts))).IsClean)
                    wrong.Add(number);
            return wrong;
        }
    }

    // A nation and a province above a city of its own; the city of the books stands apart. All of them work.
    private static async Task<Organisation> PostAsync(Figures.Books books)
    {
        await using var db = books.Database.Open();
        var nation = await Tree.AddAsync(db, "000000000000", Level.Nation, "全国妇联");
        var province = await Tree.AddAsync(db, "980000000000", Level.Province, "云南北省妇联", nation);
        var cities = new List<Organisation>();
        for (var number = 1; number <= 4; number++)
            cities.Add(await Tree.AddAsync(db, $"980{number}00000000", Level.City, $"临川{number}市妇联", province));
        Assert.Equal((0, 0, cities[0].Id), (nation.Region, province.Region, cities[0].Region));
        foreach (var body in (IEnumerable<Organisation>)[nation, province, .. cities, books.City.Village])
            await books.PostAsync(body, Draft(Participants, "2026-03-01", 29, "余", "skills"), Draft(Homes, "2026-03-02", 1, option: "village"));
        await books.PostAsync(cities[0], Draft(Participants, "2026-03-05", 3));
        return nation;
    }

    private sealed class Progress(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
