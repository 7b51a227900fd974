using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Core.Tests.Reports;
using Jinguo.Office.Word;

namespace Jinguo.Core.Tests.Samples;

/// <summary>The main job on real input, second half: the report that each body wrote by hand is made, and tells its numbers.</summary>
public sealed class SampleReportTests(ImportedSamples samples) : IClassFixture<ImportedSamples>
{
    public static TheoryData<string, string, string> Reports => new()
    {
        { "东山镇妇联", "2009", "年度工作总结" },
        { "鹰潭市妇联", "2013", "年度工作总结" },
        { "北流市妇联", "2010H1", "半年工作总结" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_expected_number_stands_in_the_word_file(string body, string period, string template)
    {
        var expected = ExpectedFigure.All.Where(figure => figure.Organisation == body && figure.Period == period).ToList();

        var (made, text) = await MakeAsync(body, period, template);

        Assert.All(expected, figure =>
        {
            var quoted = Assert.Single(made.Figures, one => one.Quote.Key.Aspect == Core.Reports.Templates.FigureAspect.Now
                && one.Quote.Key.Figure == new FigureKey(figure.Measure, figure.Breakdown.Length == 0 ? null : figure.Breakdown).ToString());
            Assert.Equal((figure.Value, figure.Hedge), (quoted.Quote.Value!.Value, quoted.Quote.Hedge ?? ""));
            Assert.Contains(quoted.Wording, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task No_number_of_the_text_is_nothing(string body, string period, string template)
    {
        var (made, text) = await MakeAsync(body, period, template);

        Assert.DoesNotContain(made.Figures, figure => figure.Quote.IsNothing);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("其中，", text, StringComparison.Ordinal);
    }

    // The text is what stands before the annex, where every number of the snapshot is listed once more.
    private async Task<(Snapshot Made, string Text)> MakeAsync(string body, string period, string template)
    {
        await using var db = samples.Database.Open();
        var desk = new Desk(samples.Database, samples.Clock, samples.Measures, samples.Types, db, Actor.CommandLine);
        var made = await desk.Service.MakeAsync(new(Guid.CreateVersion7(), samples.Bodies[body].Id, period, template), Actor.CommandLine);
        Assert.Empty(made.Problems);
        var report = (await desk.Reader.FindAsync(made.Value!.Id))!;
        var text = DraftComparison.TextOf(WordText.Read(new MemoryStream(await desk.Reader.ReadFileAsync(report.Draft))));
        return (report.Snapshot, string.Join('\n', text.Select(paragraph => paragraph.Text)));
    }
}
