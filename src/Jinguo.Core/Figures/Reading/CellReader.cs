using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Which cells are wanted.</summary>
/// <param name="Body">The body.</param>
/// <param name="WithChildren">True for the bodies directly below as well.</param>
/// <param name="Measures">Flows, stocks and observed measures.</param>
/// <param name="Options">Numbers of options, 0 for totals; null for every option there is.</param>
/// <param name="Spans">Periods as far as they have run; null where none of one has come yet.</param>
/// <param name="KnownAt">As the books stood at this instant, or null for now.</param>
internal sealed record CellQuestion(FigureBody Body, bool WithChildren, IReadOnlyCollection<Measure> Measures, IReadOnlyCollection<int>? Options, IReadOnlyList<Period?> Spans, DateTime? KnownAt);

/// <summary>
/// Reads cells in at most three statements: whole months from the stored sums, days of started months from the facts,
/// observed values from their last entries.
/// </summary>
internal sealed class CellReader(Db db)
{
    public async Task<Dictionary<CellKey, Cell>> ReadAsync(CellQuestion question, CancellationToken cancel)
    {
        var cells = new Dictionary<CellKey, Cell>();
        IQueryable<SumRow>? sums = null;
        IQueryable<FactRow>? facts = null;
        foreach (var kind in new[] { MeasureKind.Flow, MeasureKind.Stock })
        {
            var measures = question.Measures.Where(measure => measure.Kind == kind).Select(measure => measure.Id).ToList();
            if (measures.Count == 0)
                continue;
            for (var span = 0; span < question.Spans.Count; span++)
            {
                var parts = SpanParts.Of(kind, question.Spans[span], fromFacts: question.KnownAt is not null);
                if (parts.Months is { } months)
                {
                    var part = Sums(question, measures, span, months);
                    sums = sums is null ? part : sums.Concat(part);
                }
                foreach (var days in parts.Pieces)
                {
                    var part = Facts(question, measures, span, days);
                    facts = facts is null ? part : facts.Concat(part);
                }
            }
        }

        if (sums is not null)
            foreach (var row in await sums.ToListAsync(cancel))
                Add(new(row.Span, row.Body, row.Measure, row.Option), new(row.Value, row.Facts, row.AtLeast, row.JustBelow, row.About, row.Words, row.First, row.Last));
        if (facts is not null)
            foreach (var row in await facts.ToListAsync(cancel))
                AddFacts(row);
        if (question.Measures.Where(measure => measure.Kind == MeasureKind.Observed).Select(measure => measure.Id).ToList() is { Count: > 0 } observed)
            await new ObservedReader(db).AddAsync(cells, question, observed, cancel);
        return cells;

        void AddFacts(FactRow row)
        {
            var cell = row.ToCell();
            foreach (var body in row.Bodies(question))
            {
                Add(new(row.Span, body, row.Measure, 0), cell);
                if (row.Option != 0)
                    Add(new(row.Span, body, row.Measure, row.Option), cell);
            }
        }

        void Add(CellKey key, Cell cell) => cells[key] = cells.TryGetValue(key, out var before) ? before + cell : cell;
    }

    private IQueryable<SumRow> Sums(CellQuestion question, List<int> measures, int span, WholeMonths months)
    {
        var (body, withChildren, options) = (question.Body.Id, question.WithChildren, question.Options);
        var bodies = db.Organisations.Where(one => one.Id == body || (withChildren && one.ParentId == body));
        var rows = bodies.Join(db.Sums, one => new { one.Region, Id = one.Id }, sum => new { sum.Region, Id = sum.OrganisationId }, (_, sum) => sum)
            .Where(sum => measures.Contains(sum.MeasureId) && sum.Month >= months.First && sum.Month <= months.Last);
        if (options is not null)
            rows = rows.Where(sum => options.Contains(sum.Option));
        return rows
            .GroupBy(sum => new { sum.OrganisationId, sum.MeasureId, sum.Option })
            .Select(cell => new SumRow
            {
                Span = span,
                Body = cell.Key.OrganisationId,
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Value = cell.Sum(sum => sum.Value),
                Facts = cell.Sum(sum => sum.Facts),
                AtLeast = cell.Sum(sum => sum.AtLeast),
                JustBelow = cell.Sum(sum => sum.JustBelow),
                About = cell.Sum(sum => sum.About),
                Words = cell.Sum(sum => sum.Words),
                First = cell.Min(sum => sum.FirstPosted),
                Last = cell.Max(sum => sum.LastPosted),
            });
    }

    // The body below is the next step of the fact's path; an empty one is the body itself.
#pragma warning disable CA1845, CA1866 // Translated to SQL, where there are no spans.
    private IQueryable<FactRow> Facts(CellQuestion question, List<int> measures, int span, Days days)
    {
        var path = question.Body.Path;
        var (end, length) = (OrganisationPath.End(path), question.WithChildren ? path.Length : -1);
        var facts = db.Facts.Where(fact => measures.Contains(fact.MeasureId)
            && string.Compare(fact.Path, path) >= 0 && string.Compare(fact.Path, end) < 0
            && fact.Day >= days.First && fact.Day <= days.Last);
        if (question.KnownAt is { } instant)
            facts = facts.Where(fact => fact.PostedAt <= instant);
        return facts
            .GroupBy(fact => new
            {
                Below = length < 0 ? "" : (fact.Path.Substring(length) + "/").Substring(0, (fact.Path.Substring(length) + "/").IndexOf("/")),
                fact.MeasureId,
                fact.Option,
                fact.Hedge,
                IsReversal = fact.Reverses != null,
            })
            .Select(cell => new FactRow
            {
                Span = span,
                Below = cell.Key.Below,
                Measure = cell.Key.MeasureId,
                Option = cell.Key.Option,
                Word = cell.Key.Hedge,
                IsReversal = cell.Key.IsReversal,
                Value = cell.Sum(fact => fact.Value),
                Facts = cell.LongCount(),
                First = cell.Min(fact => fact.PostedAt),
                Last = cell.Max(fact => fact.PostedAt),
            });
    }
#pragma warning restore CA1845, CA1866

    private sealed class SumRow
    {
        public int Span { get; init; }
        public int Body { get; init; }
        public int Measure { get; init; }
        public int Option { get; init; }
        public long Value { get; init; }
        public long Facts { get; init; }
        public long AtLeast { get; init; }
        public long JustBelow { get; init; }
        public long About { get; init; }
        public long Words { get; init; }
        public DateTime First { get; init; }
        public DateTime Last { get; init; }
    }

    private sealed class FactRow
    {
        public int Span { get; init; }
        public required string Below { get; init; }
        public int Measure { get; init; }
        public int Option { get; init; }
        public required string Word { get; init; }
        public bool IsReversal { get; init; }
        public long Value { get; init; }
        public long Facts { get; init; }
        public DateTime First { get; init; }
        public DateTime Last { get; init; }

        public Cell ToCell()
        {
            var count = IsReversal ? -Facts : Facts;
            var hedge = Hedge.ClassOf(Word);
            return new(
                Value,
                count,
                hedge == HedgeClass.AtLeast ? count : 0,
                hedge == HedgeClass.JustBelow ? count : 0,
                hedge == HedgeClass.About ? count : 0,
                Hedge.NumberOf(Word) * count,
                First,
                Last);
        }

        public IEnumerable<int> Bodies(CellQuestion question) => Below.Length == 0
            ? [question.Body.Id]
            : [question.Body.Id, int.Parse(Below, System.Globalization.CultureInfo.InvariantCulture)];
    }
}
