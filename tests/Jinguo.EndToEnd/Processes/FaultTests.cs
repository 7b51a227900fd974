using Jinguo.Testing.Data;
using Jinguo.Testing.Faults;
using Xunit.Abstractions;

namespace Jinguo.EndToEnd.Processes;

/// <summary>
/// kill -9 at random points of each act: nothing acknowledged is lost, nothing is half-done, what was cut off can be sent again, and
/// the platform starts without a hand. <c>./jinguo bench faults</c> does the same more often.
/// </summary>
[Trait("Database", "Both")]
public sealed class FaultTests(FaultTests.Installation installation, ITestOutputHelper output) : IClassFixture<FaultTests.Installation>
{
    private const int Seed = 20261123;

    // On each of the two databases.
    private const int Runs = 5;

    /// <summary>One installation for all kills.</summary>
    public sealed class Installation : IAsyncLifetime
    {
        public FaultPlace Place { get; private set; } = null!;

        public async Task InitializeAsync() => Place = await FaultPlace.CreateAsync(TestDatabase.OnPostgres);

        public async Task DisposeAsync() => await Place.DisposeAsync();
    }

    public static TheoryData<string> Groups => [.. FaultActs.Groups.Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task KilledAtAnyPoint_AnActIsThereOrNot_AndCanBeSentAgain(string name)
    {
        var tallies = await new FaultEngine(installation.Place, new(Seed)).RunAsync(FaultActs.Groups.Single(group => group.Name == name).Acts, Runs);

        foreach (var tally in tallies)
            output.WriteLine($"{tally}");
        Assert.All(tallies, tally =>
        {
            Assert.True(tally.IsSound, $"Seed {Seed}: {tally}");
            Assert.Equal(Runs, tally.Runs);
        });
        Assert.Contains(tallies, tally => tally.KilledWithin > 0);
    }
}
