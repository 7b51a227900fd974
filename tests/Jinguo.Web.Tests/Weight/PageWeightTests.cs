using Jinguo.Testing.Web;
using Jinguo.Testing.Weight;

namespace Jinguo.Web.Tests.Weight;

/// <summary>Pages stay light for weak phones and few in their statements, however much work is in the books.</summary>
[Trait("Database", "Sqlite")]
public sealed class PageWeightTests
{
    [Fact]
    public async Task EveryPage_StaysWithinTwelveStatementsAndItsBytes_ForEveryRoleThatOpensIt()
    {
        await using var host = await WebHost.StartAsync();
        await host.AddWorkAsync(host.City.All);

        var weights = await PageRound.WeighAsync(host);

        var excesses = weights.SelectMany(weight => weight.Excesses()).ToList();
        Assert.True(excesses.Count == 0, string.Join('\n', excesses));
        var opened = weights.Select(weight => weight.Page).Concat(PageAddresses.NeverShown).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(PageRound.Routes(host), route => !opened.Contains(route));
        Assert.All(weights, weight => Assert.True(weight.Assets > 10_000, $"{weight.Address}: its styles and scripts were not found"));
    }
}
