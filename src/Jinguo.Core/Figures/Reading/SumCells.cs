using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Cells of whole months and years, from the stored sums.</summary>
internal sealed class SumCells(Db db)
{
    /// <summary>Totals, and options apart from them: one option asked for must not bring the options of all other measures along.</summary>
    /// <param name="question">Which cells.</param>
    /// <param name="measures">Measures of one kind.</param>
    /// <param name="areRanges">
    /// True for months or years from one to another. Measures and options come after them in the key, and PostgreSQL would go
    /// through the range once for each of these: they are sorted out of it instead, by what no index has.
    /// </param>
    public IEnumerable<IQueryable<Sum>> Wanted(CellQuestion question, List<int> measures, bool areRanges)
    {
        var options = question.Options.Where(one => measures.Contains(one.Measure)).ToList();
        var (withOptions, numbers) = (options.ConvertAll(one => one.Measure).Distinct().ToList(), options.ConvertAll(one => one.Option).Distinct().ToList());
        foreach (var tree in question.Tree == FigureTree.AsWas ? (SumTree[])[SumTree.AsWas] : [SumTree.AsWas, SumTree.Restated])
        {
            yield return Of(measures).Where(sum => sum.Tree == tree && sum.Option == 0);
            if (options.Count > 0)
                yield return Of(withOptions).Where(sum => sum.Tree == tree && (areRanges ? numbers.Contains(sum.Option + 0) : numbers.Contains(sum.Option)));
        }

        IQueryable<Sum> Of(List<int> some) => some is [var measure]
            ? OfBodies(question).Where(sum => sum.MeasureId == measure)
            : OfBodies(question).Where(sum => areRanges ? some.Contains(sum.MeasureId + 0) : some.Contains(sum.MeasureId));
    }

    /// <summary>
    /// Single months and years, each sum a row: there is nothing to add but stripes, which is soon done here. Times, texts in SQLite,
    /// take as long to read as all the rest: a comparison tells none.
    /// </summary>
    public static IQueryable<CellRow> Each(IQueryable<Sum> sums, List<int> numbers, int part, bool isComparison) => In(sums, numbers).Select(sum => new CellRow
    {
        Part = part,
        Number = sum.MonthOrYear,
        AreFacts = false,
        Body = sum.OrganisationId,
        Below = "",
        Measure = sum.MeasureId,
        Option = sum.Option,
        Word = "",
        IsReversal = false,
        Value = sum.Value,
        Facts = sum.Facts,
        AtLeast = sum.AtLeast,
        JustBelow = sum.JustBelow,
        About = sum.About,
        Words = sum.Words,
        First = isComparison ? null : sum.FirstPosted,
        Last = isComparison ? null : sum.LastPosted,
    });

    /// <summary>All months or years from one to another, added up.</summary>
    public static IQueryable<CellRow> Added(IQueryable<Sum> sums, int first, int last, int part) =>
        sums.Where(sum => sum.MonthOrYear >= first && sum.MonthOrYear <= last).GroupBy(sum => new { sum.OrganisationId, sum.MeasureId, sum.Option })
            .Select(cell => new CellRow
            {
                Part = part,
                Number = 0,
                AreFacts = false,
                Body = cell.Key.OrganisationId,
                Below = "",
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Word = "",
                IsReversal = false,
                Value = cell.Sum(sum => sum.Value),
                Facts = cell.Sum(sum => sum.Facts),
                AtLeast = cell.Sum(sum => sum.AtLeast),
                JustBelow = cell.Sum(sum => sum.JustBelow),
                About = cell.Sum(sum => sum.About),
                Words = cell.Sum(sum => sum.Words),
                First = cell.Min(sum => sum.FirstPosted),
                Last = cell.Max(sum => sum.LastPosted),
            });

    // One value is told as such: of a list the planner of PostgreSQL makes a filter, and reads all that a body has.
    private static IQueryable<Sum> In(IQueryable<Sum> sums, List<int> numbers) =>
        numbers is [var number] ? sums.Where(sum => sum.MonthOrYear == number) : sums.Where(sum => numbers.Contains(sum.MonthOrYear));

    // The region is told where there is but one: then one server is asked. Of several, each body is looked for in its own; a list of
    // them beside would have the planner read all sums rather than look for each body.
    private IQueryable<Sum> OfBodies(CellQuestion question)
    {
        List<int> wanted = [question.Body, .. question.Children];
        return question.Regions is [var region]
            ? db.Sums.Where(sum => sum.Region == region && wanted.Contains(sum.OrganisationId))
            : db.Organisations.Where(one => wanted.Contains(one.Id)).Join(db.Sums, one => new { one.Region, one.Id }, sum => new { sum.Region, Id = sum.OrganisationId }, (_, sum) => sum);
    }
}
