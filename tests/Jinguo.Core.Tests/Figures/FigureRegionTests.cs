using System.Text.RegularExpressions;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Testing.Data;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

/// <summary>Days of started months are read from the facts of one region, as long as no body came from another prefecture.</summary>
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

    private static async Task<(Organisation Province, Organisation From, Organisation To)> AddProvinceAsync(Books books)
    {
        await using var db = books.Database.Open();
        var province = await Tree.AddAsync(db, "980000000000", Level.Province, "云岭省妇联");
        return (province, await Tree.AddAsync(db, "980100000000", Level.City, "云川市妇联", province), await Tree.AddAsync(db, "980200000000", Level.City, "宣平市妇联", province));
    }

    private static async Task<(decimal? Value, string Statement)> ReadAsync(Books books, Organisation body, FigureTree tree)
    {
        var counter = new StatementCounter();
        await using var db = books.Database.Open(counter);
        var table = (await books.Book(db).ReadAsync(new(body.Id, [new(Participants)], Span(Days)) { Tree = tree })).Value ?? throw new InvalidOperationException("The question was refused.");
        return (table.Total[0].Value, counter.Statements.Single(statement => statement.Contains("FROM \"facts\"", StringComparison.Ordinal) || statement.Contains("FROM facts", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""FROM "?facts"? AS "?(?<facts>\w+)"?[\s\S]*"?\k<facts>"?\."Region" = """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AskedOfOneRegion();
}
