using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Reading;
using static Jinguo.Core.Tests.Records.OldReports.OldReportDesk;

namespace Jinguo.Core.Tests.Records.OldReports;

/// <summary>Bodies move and merge, and random histories: old figures stay where they were and go along where they hang now.</summary>
public sealed class OldFigureHistoryTests : IAsyncLifetime
{
    private const int Acts = 40;

    private static readonly string[] Measures = ["training.participants", "training.participants/skills", "visits.households", "venues.count", "venues.count/home"];
    private static readonly string[] Periods = ["2008", "2009", "2009H1", "2009Q3"];

    private OldReportDesk desk = null!;

    public async Task InitializeAsync() => desk = await OpenAsync();

    public async Task DisposeAsync()
    {
        await desk.AssertSoundAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task AfterAMerger_TheFiguresOfTheBodyThatEnded_StandAsTheyWere_AndCountInTheOther()
    {
        var (ended, into) = (Villages[0], Villages[1]);
        var report = await desk.AddAsync(ended, "芙蓉村2010年总结", "2010 training.participants 60", "2010 venues.count 3");

        // The stock of 2010 ends on the very day of the merger, which is no work since.
        await desk.ReorganiseAsync("2011-01-01", (service, order) => service.MergeAsync(new([ended.Id], into.Id), order));

        Assert.Equal(["60", "3"], [await desk.FigureAsync(ended, "training.participants", "2010"), await desk.FigureAsync(ended, "venues.count", "2010")]);
        Assert.Equal("—", await desk.FigureAsync(into, "training.participants", "2010"));
        Assert.Equal("60", await desk.FigureAsync(into, "training.participants", "2010", FigureTree.AsIs));
        Assert.Equal("60", await desk.FigureAsync(desk.City, "training.participants", "2010"));
        Assert.Equal("0", (await desk.FigureAsync(into, "venues.count", "2011")).Replace("—", "0", StringComparison.Ordinal));
        await desk.AssertSoundAsync();
        await desk.StrikeAsync(report);
        Assert.Equal("—", await desk.FigureAsync(into, "training.participants", "2010", FigureTree.AsIs));
    }

    [Fact]
    public async Task TheDocumentOfABodyThatEnded_IsEnteredAfterwards_UpToItsLastDay()
    {
        var (ended, into) = (Villages[0], Villages[1]);
        await desk.ReorganiseAsync("2011-01-01", (service, order) => service.MergeAsync(new([ended.Id], into.Id), order));

        Assert.Equal("old-report.after", (await desk.TryAddAsync(Document(ended, "总结", "2011 training.participants 60"))).Problems.Single().Code);
        await desk.AddAsync(ended, "芙蓉村2010年总结", "2010 training.participants 60", "2010 venues.count 3");
        await desk.AddAsync(into, "安迪村2010年总结", "2010 training.participants 5");

        Assert.Equal("65", await desk.FigureAsync(into, "training.participants", "2010", FigureTree.AsIs));
        Assert.Equal("3", await desk.FigureAsync(ended, "venues.count", "2010"));
    }

    [Fact]
    public async Task AfterAMove_FiguresOfTheTimeBefore_StayAtTheOldPlace()
    {
        var (village, there) = (Villages[0], desk.Office.City.All.Last(body => body.Level == Level.Township));
        var report = await desk.AddAsync(village, "芙蓉村2010年总结", "2010 training.participants 60", "2010 venues.count 3");

        await desk.ReorganiseAsync("2010-07-01", (service, order) => service.MoveAsync(new(village.Id, there.Id), order));

        Assert.Equal("3", await desk.FigureAsync(desk.Township, "venues.count", "2010H1"));
        Assert.Equal("3", await desk.FigureAsync(there, "venues.count", "2010"));
        Assert.Equal("0", (await desk.FigureAsync(there, "venues.count", "2011")).Replace("—", "0", StringComparison.Ordinal));
        await desk.AssertSoundAsync();
        await desk.StrikeAsync(report);
        Assert.Equal("—", await desk.FigureAsync(there, "training.participants", "2010"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AfterARandomHistory_FiguresAreWhatTheStandingDocumentsSay(int seed)
    {
        var dice = new Random(seed);
        var standing = new List<(Organisation Body, Guid Report, string Measure, string Period, int Value)>();
        Organisation[] bodies = [desk.County, desk.Township, .. Villages];
        for (var act = 0; act < Acts; act++)
        {
            if (standing.Count > 0 && dice.Next(4) == 0)
            {
                var gone = standing[dice.Next(standing.Count)];
                await desk.StrikeAsync(new() { Id = gone.Report, Title = "", AddedBy = "" });
                standing.Remove(gone);
                continue;
            }
            var (body, measure, period, value) = (bodies[dice.Next(bodies.Length)], Measures[dice.Next(Measures.Length)], Periods[dice.Next(Periods.Length)], 1 + dice.Next(500));
            var added = await desk.TryAddAsync(Document(body, $"第{act}份", $"{period} {measure} {value}"), Actor.CommandLine);
            Assert.NotEqual(added.Done, standing.Exists(other => Overlap(other, body, measure, period)));
            if (added.Done)
                standing.Add((body, added.Value.Id, measure, period, value));
        }

        Assert.NotEmpty(standing);
        foreach (var body in bodies.Append(desk.City))
            foreach (var measure in Measures)
                foreach (var period in Periods)
                    Assert.Equal(Expected(body, measure, PeriodOf(period)), (await desk.FigureAsync(body, measure, period)).Replace("—", "0", StringComparison.Ordinal));

        string Expected(Organisation body, string measure, Core.Base.Time.Period period) => $"{standing
            .Where(one => OrganisationPath.IsWithin(one.Body.Path, body.Path) && (one.Measure == measure || one.Measure.StartsWith(measure + "/", StringComparison.Ordinal)))
            .Where(one => measure.StartsWith("venues", StringComparison.Ordinal) ? PeriodOf(one.Period).Contains(period.Last) : period.Contains(PeriodOf(one.Period).Last))
            .Sum(one => one.Value):#,##0}";
    }

    private List<Organisation> Villages => [.. desk.Office.City.All.Where(body => body.ParentId == desk.Township.Id)];

    private static bool Overlap((Organisation Body, Guid Report, string Measure, string Period, int Value) other, Organisation body, string measure, string period)
    {
        var (one, two) = (PeriodOf(other.Period), PeriodOf(period));
        return one.First <= two.Last && two.First <= one.Last
            && (OrganisationPath.IsWithin(body.Path, other.Body.Path) || OrganisationPath.IsWithin(other.Body.Path, body.Path))
            && (other.Measure == measure || other.Measure.StartsWith(measure + "/", StringComparison.Ordinal) || measure.StartsWith(other.Measure + "/", StringComparison.Ordinal));
    }
}
