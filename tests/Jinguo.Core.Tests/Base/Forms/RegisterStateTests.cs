using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class RegisterStateTests
{
    private static readonly DateOnly Today = new(2024, 11, 20);

    [Theory]
    [InlineData("2024-05-03", false, null)]
    [InlineData("2024-05-04", true, "2024-08-04")]
    [InlineData("2024-10-31", true, "2024-08-04")]
    [InlineData("2024-11-01", false, null)]
    public void Register_AnEntryLastsFromItsDayUntilTheDayItEnds(string day, bool inForce, string? due)
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-05-04"), ("until", "2024-11-01"), ("name", "妇女之家"));
        var state = RegisterState.On(TestPacks.Venue, values, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal((inForce, due), (state.InForce, state.VisitDue is { } visit ? $"{visit:yyyy-MM-dd}" : null));
    }

    [Fact]
    public void Register_TheNextVisitIsReckonedFromTheLast()
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-01-31"), ("lastVisit", "2024-11-30"), ("name", "妇女之家"));

        Assert.Equal(new DateOnly(2025, 2, 28), RegisterState.On(TestPacks.Venue, values, Today).VisitDue);
    }
}
