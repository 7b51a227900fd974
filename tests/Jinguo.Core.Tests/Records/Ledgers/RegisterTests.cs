using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class RegisterTests
{
    [Fact]
    public async Task End_OfARegisterEntry_TakesItOutOfTheStockFromThatDay()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "venue", "day=2025-03-01 name=芙蓉村妇女之家");
        Assert.Equal(1, await ledger.SumAsync("venue.count", ledger.City.Top));
        Assert.Equal("ledger.register.day", Assert.Single((await ledger.ActAsync(service => service.EndAsync(id, new(2025, 1, 1), null, ledger.Village))).Problems).Code);
        Assert.True((await ledger.ActAsync(service => service.EndAsync(id, new(2026, 5, 1), "并入文化站", ledger.Village))).Done);
        var record = await ledger.RecordAsync(id);
        Assert.Equal((new DateOnly(2026, 5, 1), null), (record.Until, record.NextVisit));
        Assert.Equal(0, await ledger.SumAsync("venue.count", ledger.City.Top));
    }

    [Fact]
    public async Task Visit_MovesTheNextVisitAndLeavesReviewAndBooks()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Township, "venue", "day=2025-03-01 name=芙蓉村妇女之家");
        Assert.Equal(new DateOnly(2025, 9, 1), (await ledger.RecordAsync(id)).NextVisit);
        Assert.True((await ledger.ActAsync(service => service.VisitAsync(id, new(2026, 11, 2), null, ledger.Village))).Done);
        var record = await ledger.RecordAsync(id);
        Assert.Equal((new DateOnly(2027, 5, 2), ReviewState.Accepted), (record.NextVisit, record.Review));
        await using var db = ledger.Database.Open();
        Assert.Single(await db.Facts.ToListAsync());
    }
}
