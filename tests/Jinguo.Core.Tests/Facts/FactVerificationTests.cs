using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Facts;

public sealed class FactVerificationTests
{
    [Fact]
    public async Task ATamperedCell_IsFoundWithBothValues_AndRebuildingMendsIt()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, "余", "skills"), Draft(Money, "2026-04-01", 170_000));
        await using var db = books.Database.Open();
        var county = books.City.County;
        await db.Sums.Where(sum => sum.OrganisationId == county.Id && sum.MeasureId == 2 && sum.Option == 1 && sum.MonthOrYear == 202603).ExecuteUpdateAsync(set => set.SetProperty(sum => sum.Value, 51));

        var found = await new FactVerification(db).RunAsync();

        Assert.Equal(new CellDifference(county.Name, county.Code, Participants, 1, 202603, 51, 50, 1, 1), Assert.Single(found.Differences));
        Assert.Equal(2, found.Facts);

        await new SumRebuild(db).RunAsync();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        Assert.Equal("50余", (await books.ReadAsync(books.City.Top, $"{Participants}:skills", "2026")).Text);
    }

    [Theory]
    [InlineData("DELETE FROM sums WHERE \"OrganisationId\" = {0}", 14)]
    [InlineData("DELETE FROM sums WHERE \"OrganisationId\" = {0} AND \"MonthOrYear\" = 2026", 2)]
    [InlineData("UPDATE sums SET \"AtLeast\" = 0 WHERE \"OrganisationId\" = {0} AND \"AtLeast\" > 0", 2)]
    [InlineData("UPDATE sums SET \"Words\" = 2 WHERE \"OrganisationId\" = {0} AND \"Words\" > 0", 2)]
    [InlineData("UPDATE sums SET \"MonthOrYear\" = 202602 WHERE \"OrganisationId\" = {0} AND \"MeasureId\" = 2 AND \"MonthOrYear\" = 202603", 2)]
    public async Task AnyTampering_IsFound(string act, int differences)
    {
        await using var books = await OpenAsync();
        for (var month = 1; month <= 11; month++)
            await books.PostAsync(books.City.Village, Draft(Money, $"2026-{month:00}-01", 50));
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, "余"));
        await using var db = books.Database.Open();
        await db.Database.ExecuteSqlRawAsync(act, books.City.Village.Id);

        Assert.Equal(differences, (await new FactVerification(db).RunAsync()).Differences.Count);
    }

    [Fact]
    public async Task AReversalThatDoesNotFit_AndAFactOfABodyThatHungElsewhere_AreFound()
    {
        await using var books = await OpenAsync();
        var record = Guid.CreateVersion7();
        await books.PostAsync(record, books.City.Village, Draft(Participants, "2026-03-01", 50));
        await books.PostAsync(record, books.City.Village);
        await books.PostAsync(books.City.Village, Draft(Money, "2026-03-01", 50));
        await using var db = books.Database.Open();
        await db.Facts.Where(fact => fact.Reverses != null).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Value, -49));
        await db.Facts.Where(fact => fact.MeasureId == 3).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Path, books.City.Stranger.Path));

        var found = await new FactVerification(db).RunAsync();

        Assert.Equal(["冲销与被冲销的一笔对不上", "记在了当天不在此处的组织上"], found.Faults.Select(fault => fault.Text));
    }

    [Fact]
    public void OfLargeBooks_TheNextSeventhIsVerifiedEachNight_AndAfterTheLastTheFirst()
    {
        Assert.Equal(RegionPart.Whole, VerificationTrail.After(new(3, 7), 1_000_000));
        Assert.Equal(new RegionPart(0, 7), VerificationTrail.After(last: null, 1_000_001));
        Assert.Equal(new RegionPart(4, 7), VerificationTrail.After(new(3, 7), 1_000_001));
        Assert.Equal(new RegionPart(0, 7), VerificationTrail.After(new(6, 7), 1_000_001));
    }
}
