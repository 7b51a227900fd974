using System.Text.RegularExpressions;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Testing.Data;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

/// <summary>Whole months are read from the sums of a body's own region, days of started months from the facts of one region, as long as no body came from another prefecture.</summary>
public sealed partial class FigureRegionTests
{
    private const string Days = "2026-03-04..2026-06-20";

    [Fact]
    public async Task DaysOfABody_AreAskedOfItsOwnRegion()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-05", 50));

        var (value, statement) = await ReadAsync(books, books.City.County, FigureTree.AsWas);

        Assert.Equal(50, value);
        Assert.Matches(AskedOfOneRegion(), statement);
    }

    [Fact]
    public async Task AProvince_IsAskedOfAllItsRegions()
    {
        await using var books = await OpenAsync();
        var (province, from, to) = await AddProvinceAsync(books);
        await books.PostAsync(from, Draft(Participants, "2026-03-05", 50));
        await books.PostAsync(to, Draft(Participants, "2026-03-05", 7));

        var (value, statement) = await ReadAsync(books, province, FigureTree.AsWas);

        Assert.Equal(57, value);
        Assert.DoesNotMatch(AskedOfOneRegion(), statement);
    }

    [Theory]
    [InlineData(FigureTree.AsWas, 50, 15)]
    [InlineData(FigureTree.AsIs, 0, 65)]
    public async Task WhatABodyBroughtAlongFromAnotherPrefecture_IsAskedOfItsOldRegionToo(FigureTree tree, decimal left, decimal taken)
    {
        await using var books = await OpenAsync();
        var (_, from, to) = await AddProvinceAsync(books);
        await using var db = books.Database.Open();
        var county = await Tree.AddAsync(db, "980101000000", Level.County, "安和县妇联", from);
        await books.PostAsync(county, Draft(Participants, "2026-03-05", 50));
        await books.ReorganiseAsync("2026-06-02", (service, order) => service.MoveAsync(new(county.Id, to.Id), order));
        await books.PostAsync(county, Draft(Participants, "2026-06-03", 8));
        await books.PostAsync(to, Draft(Participants, "2026-06-03", 7));

        var old = await ReadAsync(books, from, tree);
        var now = await ReadAsync(books, to, tree);

        Assert.Equal((left, taken), (old.Value, now.Value));
        Assert.Matches(AskedOfOneRegion(), old.Statement);
        Assert.DoesNotMatch(AskedOfOneRegion(), now.Statement);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-02-01..2026-04-30")]
    public async Task WholeMonthsOfACounty_AreAskedOfItsOwnRegionAlone(string period)
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-05", 50));

        var (value, statement) = await ReadAsync(books, Question(books.City.County, period), "sums");

        Assert.Equal(50, value);
        Assert.Matches(SumsOfOneRegion(), statement);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-02-01..2026-04-30")]
    public async Task WholeMonthsOfAProvinceAndItsPrefectures_AreAskedOfTheRegionOfEach(string period)
    {
        await using var books = await OpenAsync();
        var (province, from, to) = await AddProvinceAsync(books);
        await books.PostAsync(from, Draft(Participants, "2026-03-05", 50));
        await books.PostAsync(to, Draft(Participants, "2026-03-05", 7));

        var (value, statement) = await ReadAsync(books, Question(province, period), "sums");

        Assert.Equal(57, value);
        Assert.DoesNotMatch(SumsOfOneRegion(), statement);
        Assert.Matches(SumsOfTheRegionOfEach(), statement);
    }

    private static async Task<(Organisation Province, Organisation From, Organisation To)> AddProvinceAsync(Books books)
    {
        await using var db = books.Database.Open();
        var province = await Tree.AddAsync(db, "980000000000", Level.Province, "云岭省妇联");
        return (province, await Tree.AddAsync(db, "980100000000", Level.City, "云川市妇联", province), await Tree.AddAsync(db, "980200000000", Level.City, "宣平市妇联", province));
    }

    private static FigureQuestion Question(Organisation body, string period) => new(body.Id, [new(Participants)], Span(period)) { WithChildren = true };

    private static Task<(decimal? Value, string Statement)> ReadAsync(Books books, Organisation body, FigureTree tree) =>
        ReadAsync(books, new(body.Id, [new(Participants)], Span(Days)) { Tree = tree }, "facts");

    private static async Task<(decimal? Value, string Statement)> ReadAsync(Books books, FigureQuestion question, string from)
    {
        var counter = new StatementCounter();
        await using var db = books.Database.Open(counter);
        var table = (await books.Book(db).ReadAsync(question)).Value ?? throw new InvalidOperationException("The question was refused.");
        return (table.Total[0].Value, counter.Statements.Single(statement => statement.Contains($"\"{from}\" AS ", StringComparison.Ordinal) || statement.Contains($" {from} AS ", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""FROM "?facts"? AS "?(?<facts>\w+)"?[\s\S]*"?\k<facts>"?\."Region" = """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AskedOfOneRegion();

    [GeneratedRegex("""FROM "?sums"? AS "?(?<sums>\w+)"?[\s\S]*"?\k<sums>"?\."Region" = [^"\s]+\s""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SumsOfOneRegion();

    [GeneratedRegex("""FROM "?organisations"? AS "?(?<bodies>\w+)"?\s+INNER JOIN "?sums"? AS "?(?<sums>\w+)"? ON "?\k<bodies>"?\."Region" = "?\k<sums>"?\."Region\b""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SumsOfTheRegionOfEach();
}
