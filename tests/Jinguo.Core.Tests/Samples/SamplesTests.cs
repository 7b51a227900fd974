using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Samples;

/// <summary>The work of three real bodies as workbooks: their rows must add up to the numbers of the bodies' own reports.</summary>
public sealed class SamplesTests
{
    private static readonly PackSet Packs = LoadPacks();
    private static readonly Dictionary<string, List<PostingLine>> Posted = SampleYear.All.ToDictionary(
        year => year.Organisation,
        year => SampleWorkbook.Records(year, Packs).SelectMany(record => RecordPostings.From(record.Type, Read(year, record).Values)).ToList());

    public static TheoryData<SampleYear> Years => [.. SampleYear.All];

    public static TheoryData<ExpectedFigure> Figures => [.. ExpectedFigure.All];

    [Theory]
    [MemberData(nameof(Years))]
    public void A_workbook_is_what_its_source_tells(SampleYear year) =>
        Assert.Equal(SampleWorkbook.Told(year, Packs), SampleWorkbook.Committed(year));

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_row_is_read_without_a_problem(SampleYear year)
    {
        // A warning that a number is missing is right here: the reports have lost some.
        var problems = SampleWorkbook.Records(year, Packs).SelectMany(record =>
        {
            var reading = Read(year, record);
            return reading.Problems
                .Concat(RecordChecks.Check(record.Type, reading.Values, new DateOnly(year.Year, 12, 31), record.Row))
                .Where(problem => problem.Level == ProblemLevel.Error)
                .Select(problem => $"{record.Type.Name} {problem.Row}: {problem.Text}");
        });

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_records_add_up_to_the_figure(ExpectedFigure expected) =>
        Assert.Equal((expected.Value, expected.Hedge), SampleSums.Of(Packs, Posted[expected.Organisation], expected));

    [Fact]
    public void At_least_forty_different_figures_are_expected() =>
        Assert.True(ExpectedFigure.All.DistinctBy(figure => (figure.Organisation, figure.Measure, figure.Breakdown)).Count() >= 40);

    [SharedFact]
    public void Every_expected_figure_stands_in_its_report_as_a_number_of_that_value_and_hedge()
    {
        var gold = GoldFigure.OfTheReports();

        Assert.All(ExpectedFigure.All, expected =>
        {
            var figure = gold[(expected.Seed, expected.Start, expected.End)];
            Assert.Equal(figure.Value, expected.Value);
            Assert.Contains(expected.Hedge, (figure.Approx ?? "").Split('|'));
        });
    }

    [SharedFact]
    public void Every_figure_of_the_reports_is_expected_or_explained()
    {
        var places = ExpectedFigure.All.Select(figure => (figure.Seed, figure.Start, figure.End)).Concat(LeftOut.Places()).ToList();

        Assert.Equal(GoldFigure.OfTheReports().Keys.Order(), places.Order());
    }

    /// <summary>Names of campaigns and bodies are longer than people think; a copied sentence is longer still.</summary>
    [SharedTheory]
    [MemberData(nameof(Years))]
    public void No_sentence_of_a_report_is_copied(SampleYear year)
    {
        const int Copied = 14;
        var seeds = Directory.EnumerateFiles(SharedFolder.At("seeds")).Select(File.ReadAllText).ToList();
        var texts = year.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Values);

        Assert.DoesNotContain(
            texts.SelectMany(text => Enumerable.Range(0, Math.Max(0, text.Length - Copied + 1)).Select(at => text.Substring(at, Copied))),
            run => seeds.Exists(seed => seed.Contains(run, StringComparison.Ordinal)));
    }

    /// <summary>With JINGUO_WRITE_SAMPLES=1 the workbooks are written anew, after a change of the source or of the packs.</summary>
    private static PackSet LoadPacks()
    {
        var packs = PackReader.ReadFolder(RepositoryFolder.At("packs")).Packs;
        if (Environment.GetEnvironmentVariable("JINGUO_WRITE_SAMPLES") == "1")
        {
            foreach (var year in SampleYear.All)
            {
                SampleWorkbook.Write(year, packs);
            }
        }

        return packs;
    }

    private static RecordReading Read(SampleYear year, SampleRecord record) => RecordInput.Read(record.Type, record.Texts, year.Year, record.Row);
}
