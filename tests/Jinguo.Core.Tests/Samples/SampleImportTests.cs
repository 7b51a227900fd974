using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Samples;

/// <summary>The main job on real input: three bodies' workbooks are imported, and every number of their own reports follows.</summary>
public sealed class SampleImportTests(ImportedSamples samples) : IClassFixture<ImportedSamples>
{
    public static TheoryData<SampleYear> Years => [.. SampleYear.All];

    public static TheoryData<ExpectedFigure> Figures => [.. ExpectedFigure.All];

    [Theory]
    [MemberData(nameof(Years))]
    public void A_workbook_is_taken_as_it_is_with_every_row(SampleYear year)
    {
        var found = samples.Findings[year.Organisation];

        Assert.Empty(found.Notes.Where(note => note.State != RowState.Warned).Select(note => $"{note.Sheet} {note.Place}：{note.Text}"));
        Assert.Equal(year.Sheets.Sum(sheet => sheet.Rows.Count), found.Good);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task The_figure_of_the_report_follows_from_the_records(ExpectedFigure expected)
    {
        await using var db = samples.Database.Open();
        var book = new FigureBook(db, new Visible(db, Actor.CommandLine), samples.Measures, samples.Clock);
        Assert.True(Period.TryParse(expected.Period, out var period));

        var figure = await book.ReadOneAsync(samples.Bodies[expected.Organisation].Id, new(expected.Measure, expected.Breakdown.Length == 0 ? null : expected.Breakdown), period);

        Assert.Equal((expected.Value, expected.Hedge), (figure.Value!.Value!.Value, figure.Value.Hedge ?? ""));
    }

    [Fact]
    public async Task Rows_of_the_villages_stand_in_the_villages_books_and_count_for_the_town()
    {
        await using var db = samples.Database.Open();

        var villages = await db.Records.Where(record => record.OrganisationId != samples.Bodies["东山镇妇联"].Id && record.FirstDay.Year == 2009)
            .Select(record => record.OrganisationId).Distinct().CountAsync();

        Assert.Equal(3, villages);
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public async Task The_same_workbook_again_adds_nothing(SampleYear year)
    {
        var again = await samples.ImportAsync(year);

        Assert.Equal((0, 0, again.Read), (again.Good, again.Bad, again.AlreadyThere));
    }
}
