namespace Jinguo.EndToEnd.Processes;

/// <summary>kill -9 while many write: what was acknowledged is there, exactly once, and the books are right. Single acts cut off anywhere: <see cref="FaultTests"/>.</summary>
[Trait("Database", "Both")]
public sealed class CrashTests
{
    private const int Writers = 8;
    private const int Acknowledgements = 40;

    [Fact]
    public async Task KilledAmongWrites_KeepsWhatWasAcknowledged_AndTakesTheRestWhenItIsSentAgain()
    {
        var data = await ProductData.CreateAsync();
        try
        {
            var load = new TrainingLoad(data.City.Village);
            await using (var first = await ProductProcess.ServeAsync(data.Options))
            {
                using var chair = await first.SignInAsync();
                await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteUntilKilledAsync()));

                async Task WriteUntilKilledAsync()
                {
                    while (await load.WriteNewAsync(chair))
                        if (load.Acknowledged.Count >= Acknowledgements)
                            first.Kill();
                }
            }
            Assert.True(load.Acknowledged.Count >= Acknowledgements);
            Assert.True(load.Sent.Count > load.Acknowledged.Count, "Nothing was under way when it was killed.");

            await using var second = await ProductProcess.ServeAsync(data.Options);
            using var again = await second.SignInAsync();
            await load.CheckAsync(again, data.Options);
        }
        finally
        {
            await data.DisposeAsync();
        }
    }
}
