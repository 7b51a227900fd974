using Jinguo.Core.Base;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class WithdrawingTests
{
    [Fact]
    public async Task Withdraw_TakesTheRecordOutOfTheBooksAndRestorePutsItBack()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        Assert.Equal("ledger.reason", Assert.Single((await ledger.ActAsync(service => service.WithdrawAsync(id, "", ledger.Village))).Problems).Code);
        await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Village));
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Top));
        await ledger.ActAsync(service => service.RestoreAsync(id, null, ledger.Village));
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Top));
        Assert.Equal(ReviewState.Waiting, (await ledger.RecordAsync(id)).Review);
    }

    [Fact]
    public async Task Withdraw_ByAStranger_IsNotFound()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Stranger))).Problems).Code);
    }
}
