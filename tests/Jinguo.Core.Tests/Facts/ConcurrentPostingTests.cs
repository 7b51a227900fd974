using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Facts;

/// <summary>Laws 5 and 6 of figures.md with many writers at once, each with a context of its own as several nodes have.</summary>
public sealed class ConcurrentPostingTests
{
    private const int Writers = 8;
    private const int Records = 12;

    [Fact]
    public async Task ManyWriters_LoseAndDoubleNothing_AndEachReadsItsOwnWrite()
    {
        await using var books = await OpenAsync();
        var villages = books.City.All.Where(body => body.Level == Level.Village).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var village = villages[writer];
            for (var record = 1; record <= Records; record++)
            {
                await books.PostAsync(village, Draft(Participants, "2026-03-01", 1, option: "law"), Draft(Participants, "2026-11-01", 1));
                Assert.Equal(2 * record, (await books.ReadAsync(village, Participants, "2026")).Value);
            }
        })));

        Assert.Equal(2 * Writers * Records, (await books.ReadAsync(books.City.Top, Participants, "2026")).Value);
        Assert.Equal(Writers * Records, (await books.ReadAsync(books.City.Top, $"{Participants}:law", "2026")).Facts);
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    [Fact]
    public async Task TwoCorrectionsOfOneRecordAtOnce_LeaveOneOfThemInTheBooks()
    {
        await using var books = await OpenAsync();
        var record = Guid.CreateVersion7();
        await books.PostAsync(record, books.City.Village, Draft(Participants, "2026-03-01", 50));

        var taken = await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(async () =>
        {
            try
            {
                await books.PostAsync(record, books.City.Village, Draft(Participants, "2026-03-01", 50 + writer));
                return 1;
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        })));

        var figure = await books.ReadAsync(books.City.Top, Participants, "2026");
        Assert.InRange(taken.Sum(), 1, Writers);
        Assert.Equal(1, figure.Facts);
        Assert.InRange(figure.Value!.Value, 51, 50 + Writers);
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    [Fact]
    public async Task AnActUndone_LeavesNothingInTheFigures()
    {
        await using var books = await OpenAsync();
        await using (var db = books.Database.Open())
        await using (await db.BeginWriteAsync())
            await new FactBook(db, books.Clock, books.Measures).PostAsync(new Posting(new(RecordRef.Ledger, Guid.CreateVersion7()), books.City.Village.Id, [Draft(Participants, "2026-03-01", 50)]), Actor.CommandLine);

        Assert.True((await books.ReadAsync(books.City.Top, Participants, "2026")).IsNone);
    }
}
