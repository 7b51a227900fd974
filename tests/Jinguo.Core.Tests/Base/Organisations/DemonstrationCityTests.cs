using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class DemonstrationCityTests
{
    [Fact]
    public void TheDemonstrationCity_IsATreeOfFourLevels()
    {
        var plan = DivisionPlan.Of(DivisionFiles.Read(RepositoryFolder.At("src", "Jinguo.Web", "Demonstration", "city.csv"), "9901"), "9901");
        Assert.Equal("云川市妇联", plan[0].Name);
        Assert.Equal([(Level.City, 1), (Level.County, 9), (Level.Township, 65), (Level.Village, 554)], plan.GroupBy(one => one.Division.Level).Select(level => (level.Key, level.Count())));
        Assert.All(plan.Skip(1), one => Assert.NotNull(one.Above));
        Assert.DoesNotContain(plan.GroupBy(one => (one.Above, one.Name)), siblings => siblings.Count() > 1);
    }
}
