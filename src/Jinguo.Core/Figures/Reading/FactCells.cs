using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Cells of the days of started months, and of books as they once stood, from the facts.</summary>
internal sealed class FactCells(Db db)
{
    /// <summary>What is below is the next step of the fact's path, or all of them where the bodies wanted hang deeper; nothing is the body itself.</summary>
#pragma warning disable CA1845, CA1866 // Translated to SQL, where there are no spans.
    public IQueryable<CellRow> Added(CellQuestion question, string path, List<int> measures, Days days, int part)
    {
        var (end, length) = (OrganisationPath.End(path), path.Length);
        var facts = db.Facts.Where(fact => measures.Contains(fact.MeasureId) && fact.Day >= days.First && fact.Day <= days.Last);
        if (question.FactRegion is { } region)
            facts = facts.Where(fact => fact.Region == region);
        if (question.KnownAt is { } instant)
            facts = facts.Where(fact => fact.PostedAt <= instant);
        var placed = question.Tree == FigureTree.AsWas
            ? facts.Select(fact => new { Fact = fact, fact.Path })
            : facts.Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Path });
        var below = placed.Where(one => string.Compare(one.Path, path) >= 0 && string.Compare(one.Path, end) < 0);
        var stepped = question switch
        {
            { Children.Count: 0 } => below.Select(one => new { one.Fact, Below = "" }),
            { AreDeep: true } => below.Select(one => new { one.Fact, Below = one.Path.Substring(length) }),
            _ => below.Select(one => new { one.Fact, Below = (one.Path.Substring(length) + "/").Substring(0, (one.Path.Substring(length) + "/").IndexOf("/")) }),
        };
        return stepped
            .GroupBy(one => new
            {
                one.Below,
                one.Fact.MeasureId,
                one.Fact.Option,
                one.Fact.Hedge,
                IsReversal = one.Fact.Reverses != null,
            })
            .Select(cell => new CellRow
            {
                Part = part,
                Number = 0,
                AreFacts = true,
                Body = 0,
                Below = cell.Key.Below,
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Word = cell.Key.Hedge,
                IsReversal = cell.Key.IsReversal,
                Value = cell.Sum(one => one.Fact.Value),
                Facts = cell.LongCount(),
                AtLeast = 0,
                JustBelow = 0,
                About = 0,
                Words = 0,
                First = cell.Min(one => one.Fact.PostedAt),
                Last = cell.Max(one => one.Fact.PostedAt),
            });
    }
#pragma warning restore CA1845, CA1866
}
