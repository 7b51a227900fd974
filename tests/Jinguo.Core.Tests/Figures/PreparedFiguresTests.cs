using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

/// <summary>PostgreSQL plans what finds its rows by their keys once for each connection, and days of facts each time.</summary>
[Trait("Database", "Postgres")]
public sealed class PreparedFiguresTests
{
    [Fact]
    public async Task SumsOfWholeMonths_ArePlannedOnce()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, new FactDraft(Participants, Option: null, new(2026, 3, 5), 50));
        await using var db = await ConnectedAsync(books);

        var first = await ReadAsync(books, db, Period.OfMonth(2026, 3));
        var statements = await PreparedAsync(db);
        var second = await ReadAsync(books, db, Period.OfMonth(2026, 4));

        Assert.Equal((50m, 0m), (first, second));
        Assert.Single(statements, statement => statement.Contains("FROM sums", StringComparison.Ordinal));
        Assert.Equal(statements.Order(StringComparer.Ordinal), (await PreparedAsync(db)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DaysOfStartedMonths_ArePlannedEachTime()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, new FactDraft(Participants, Option: null, new(2026, 3, 5), 50));
        await using var db = await ConnectedAsync(books);

        Assert.Equal(50, await ReadAsync(books, db, new(new(2026, 3, 4), new(2026, 3, 20))));

        Assert.DoesNotContain(await PreparedAsync(db), statement => statement.Contains("FROM facts", StringComparison.Ordinal));
    }

    // Kept open: the pool would give another connection.
    private static async Task<Db> ConnectedAsync(Books books)
    {
        var db = books.Database.Open();
        await db.Database.OpenConnectionAsync();
        return db;
    }

    private static async Task<decimal?> ReadAsync(Books books, Db db, Period period) =>
        (await books.Book(db).ReadOneAsync(books.City.County.Id, new(Participants), period)).Value?.Value;

    private static Task<List<string>> PreparedAsync(Db db) =>
        db.Database.SqlQuery<string>($"""SELECT statement AS "Value" FROM pg_prepared_statements WHERE statement LIKE '-- prepared%'""").ToListAsync();
}
