using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Postgres;
using Xunit.Abstractions;

namespace Jinguo.Core.Tests.Records.Ledgers;

/// <summary>The connection breaks before each step of an act in turn: it is told as what it is, nothing is half-done, and the act can be sent again.</summary>
[Trait("Database", "Postgres")]
public sealed class CutConnectionTests(ITestOutputHelper output)
{
    private const int FewestSteps = 8;

    [Fact]
    public async Task Save_CutBeforeAnyStep_SaysThatTheDatabaseIsAway_AndIsDoneOnceWhenSentAgain()
    {
        await using var ledger = await Ledger.OpenAsync();
        var saved = 0;
        for (var step = 1; ; step++)
        {
            var input = await ledger.NewAsync("training", Ledger.Training.Replace("刺绣", $"刺绣{step}", StringComparison.Ordinal));
            var sum = await ledger.SumAsync("training.participants", ledger.City.Top);
            if (!await IsCutAsync(ledger, step, service => service.SaveAsync(input, ledger.Village)))
                break;
            Assert.Equal(sum, await ledger.SumAsync("training.participants", ledger.City.Top));
            var again = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));
            Assert.True(again.Done && again.Value.Changed);
            Assert.Equal(sum + 50, await ledger.SumAsync("training.participants", ledger.City.Top));
            saved++;
        }
        Assert.True(saved >= FewestSteps, $"Only {saved} steps were cut.");
    }

    [Fact]
    public async Task Review_CutBeforeAnyStep_SaysThatTheDatabaseIsAway_AndIsDoneOnceWhenSentAgain()
    {
        await using var ledger = await Ledger.OpenAsync();
        var reviewed = 0;
        for (var step = 1; ; step++)
        {
            var id = await ledger.SaveAsync(ledger.Village, "hearing", $"day=2026-11-16 topic=述职{step}");
            if (!await IsCutAsync(ledger, step, service => service.AcceptAsync([new(id, 1)], ledger.Township)))
                break;
            Assert.Equal((ReviewState.Waiting, false), ((await ledger.RecordAsync(id)).Review, (await ledger.RecordAsync(id)).Counted));
            Assert.Equal(reviewed, await ledger.SumAsync("hearing.count", ledger.City.Top));
            Assert.True((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], ledger.Township))).Done);
            Assert.Equal(++reviewed, await ledger.SumAsync("hearing.count", ledger.City.Top));
        }
        Assert.True(reviewed >= FewestSteps, $"Only {reviewed} steps were cut.");
    }

    private async Task<bool> IsCutAsync<T>(Ledger ledger, int step, Func<LedgerService, Task<T>> act)
    {
        var cut = new CutConnection(step);
        await using var db = ledger.Database.Open(cut);
        var problem = await Xunit.Record.ExceptionAsync(() => act(ledger.Service(db)));
        if (cut.Happened)
            Assert.True(DatabaseAway.Is(problem), $"Before step {step} ({cut.Before}): {problem}");
        else
            Assert.Null(problem);
        output.WriteLine($"{step}: {cut.Before}");
        return cut.Happened;
    }
}
