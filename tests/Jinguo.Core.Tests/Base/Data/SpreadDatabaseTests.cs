using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Testing.Data;
using Jinguo.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>A database whose tables are spread over servers; all other tests run on such a one, too, where there is one.</summary>
[Trait("Database", "Postgres")]
public sealed class SpreadDatabaseTests
{
    [CitusFact]
    public async Task WhatIsSpread_HasNothingLeftToDo()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        Assert.True(await Distribution.IsDoneAsync(db));
        Assert.Empty(await Distribution.PlanAsync(db));
        Assert.Equal(0, await Distribution.DistributeAsync(db));
    }

    [CitusFact]
    public async Task FactsOfOneRegion_LieInOneShard_AndFiguresAboveThemAreExact()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50));
        await books.PostAsync(books.City.Stranger, Draft(Participants, "2026-03-01", 7));
        await using var db = books.Database.Open();

        Assert.Equal(57, (await books.ReadAsync(new FigureQuestion(books.City.Top.Id, [new(Participants)], Span("2026")))).Total[0].Value);
        Assert.Equal(1, await db.Database.SqlQuery<int>($"""SELECT COUNT(DISTINCT get_shard_id_for_distribution_column('facts', "Region"))::int AS "Value" FROM facts""").SingleAsync());
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }
}
