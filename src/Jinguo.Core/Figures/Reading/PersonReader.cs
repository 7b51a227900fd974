using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>
/// Counts different persons: whole months from the counted persons, days of started months from the facts, in one statement a
/// period. A child that came or went during the period is counted from the facts of its time here.
/// </summary>
internal sealed class PersonReader(Db db)
{
    /// <summary>In place of a body: what the body asked for did itself.</summary>
    public const int OwnWork = -1;

    /// <summary>Puts the numbers of persons into cells that hold their facts.</summary>
    public async Task PutAsync(Dictionary<CellKey, Cell> cells, CellQuestion question, Places places, CancellationToken cancel)
    {
        var measures = question.Measures.Where(measure => measure.Kind == MeasureKind.Distinct).Select(measure => measure.Id).ToList();
        if (measures.Count == 0)
            return;
        List<int> options = [0, .. question.Options.Where(one => measures.Contains(one.Measure)).Select(one => one.Option).Distinct()];
        foreach (var key in cells.Keys.Where(key => measures.Contains(key.Measure)).ToList())
            cells[key] = cells[key] with { Value = 0, AtLeast = 0, JustBelow = 0, About = 0, Words = 0 };
        for (var span = 0; span < question.Spans.Count; span++)
        {
            if (!question.Spans[span].IsOpen)
                continue;
            var counts = await Rows(question, places, measures, options, question.Spans[span].Period).Aggregate((all, some) => all.Concat(some))
                .GroupBy(row => new { row.Body, row.Measure, row.Option, row.Person })
                .Where(person => person.Sum(row => row.Facts) > 0)
                .Select(person => person.Key)
                .GroupBy(person => new { person.Body, person.Measure, person.Option })
                .Select(cell => new { cell.Key.Body, cell.Key.Measure, cell.Key.Option, Persons = cell.LongCount() })
                .ToListAsync(cancel);
            foreach (var count in counts)
            {
                var key = new CellKey(span, count.Body, count.Measure, count.Option);
                cells[key] = cells.GetValueOrDefault(key) with { Value = count.Persons };
            }
        }
    }

    private IEnumerable<IQueryable<PersonRow>> Rows(CellQuestion question, Places places, List<int> measures, List<int> options, Period period)
    {
        var whole = places.Children.Where(child => child.IsThereAll(period)).Select(child => child.Body.Id).ToList();
        var (first, last, days) = Split(period, fromFacts: question.KnownAt is not null);
        if (first <= last)
            yield return Stored(question.Tree, [places.Body.Id, .. whole], measures, options, first.Number, last.Number);
        var facts = Standing(question, measures);
        foreach (var option in options.Select(option => option != 0).Distinct())
        {
            foreach (var piece in days)
            {
                foreach (var path in question.Paths)
                    yield return At(facts, question.Tree, path, piece, places.Body.Id, option ? options : null);
                if (whole.Count > 0)
                    yield return AtChildren(facts, question.Tree, whole, piece, option ? options : null);
            }
            foreach (var child in places.Children.Where(child => !child.IsThereAll(period)))
                foreach (var (path, time) in child.PlacesIn(period))
                    yield return At(facts, question.Tree, path, time, child.Body.Id, option ? options : null);
            if (places.Children.Count > 0)
                yield return Own(facts, places.Body.Id, period, option ? options : null);
        }
    }

    /// <summary>Whole months of a period, and the days left over at its ends.</summary>
    private static (Month First, Month Last, List<Period> Days) Split(Period period, bool fromFacts)
    {
        var (first, last) = (Month.Of(period.First), Month.Of(period.Last));
        if (fromFacts || (first == last && (period.First != first.First || period.Last != last.Last)))
            return (last, last.Plus(-1), [period]);
        var days = new List<Period>(2);
        if (period.First != first.First)
        {
            days.Add(new(period.First, first.Last));
            first = first.Plus(1);
        }
        if (period.Last != last.Last)
        {
            days.Add(new(last.First, period.Last));
            last = last.Plus(-1);
        }
        return (first, last, days);
    }

    private IQueryable<PersonRow> Stored(FigureTree tree, List<int> bodies, List<int> measures, List<int> options, int first, int last)
    {
        var rows = db.Organisations.Where(one => bodies.Contains(one.Id))
            .Join(db.CountedPersons, one => new { one.Region, one.Id }, row => new { row.Region, Id = row.OrganisationId }, (_, row) => row)
            .Where(row => measures.Contains(row.MeasureId) && options.Contains(row.Option) && row.Month >= first && row.Month <= last);
        if (tree == FigureTree.AsWas)
            rows = rows.Where(row => row.Tree == SumTree.AsWas);
        return rows.Select(row => new PersonRow { Body = row.OrganisationId, Measure = row.MeasureId, Option = row.Option, Person = row.PersonId, Facts = row.Facts });
    }

    private IQueryable<Fact> Standing(CellQuestion question, List<int> measures)
    {
        var facts = db.Facts.Where(fact => measures.Contains(fact.MeasureId) && fact.PersonId != null);
        return question.KnownAt is { } instant ? facts.Where(fact => fact.PostedAt <= instant) : facts;
    }

    private IQueryable<PersonRow> At(IQueryable<Fact> facts, FigureTree tree, string path, Period days, int body, List<int>? options)
    {
        var (first, last, end) = (days.First, days.Last, OrganisationPath.End(path));
        var some = facts.Where(fact => fact.Day >= first && fact.Day <= last);
        some = tree == FigureTree.AsIs
            ? some.Join(db.Organisations, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Path }).Where(one => string.Compare(one.Path, path) >= 0 && string.Compare(one.Path, end) < 0).Select(one => one.Fact)
            : some.Where(fact => string.Compare(fact.Path, path) >= 0 && string.Compare(fact.Path, end) < 0);
        return Rows(some, options, body);
    }

    private IQueryable<PersonRow> AtChildren(IQueryable<Fact> facts, FigureTree tree, List<int> children, Period days, List<int>? options)
    {
        var (first, last) = (days.First, days.Last);
        var some = facts.Where(fact => fact.Day >= first && fact.Day <= last);
        if (options is not null)
            some = some.Where(fact => options.Contains(fact.Option) && fact.Option != 0);
        var withOption = options is not null;
        var (bodies, edges) = (db.Organisations, db.OrganisationEdges);
        var placed = tree == FigureTree.AsIs
            ? some.Join(bodies, fact => fact.OrganisationId, one => one.Id, (fact, one) => new { Fact = fact, one.Path })
            : some.Select(fact => new { Fact = fact, fact.Path });
        var places = tree == FigureTree.AsIs
            ? bodies.Where(child => children.Contains(child.Id)).Select(child => new { child.Id, child.Path })
            : edges.Where(edge => children.Contains(edge.OrganisationId)).Select(edge => new { Id = edge.OrganisationId, edge.Path }).Distinct();
        // Below a child is whatever hangs at or below one of its places: each fact meets each of them, so few are both.
        return placed.Join(places, _ => 1, _ => 1, (one, child) => new { one.Fact, one.Path, Child = child.Id, Place = child.Path })
            .Where(one => one.Path.Substring(0, one.Place.Length) == one.Place)
            .Select(one => new PersonRow
            {
                Body = one.Child,
                Measure = one.Fact.MeasureId,
                Option = withOption ? one.Fact.Option : 0,
                Person = one.Fact.PersonId!.Value,
                Facts = one.Fact.Reverses == null ? 1 : -1,
            });
    }

    private static IQueryable<PersonRow> Own(IQueryable<Fact> facts, int body, Period days, List<int>? options)
    {
        var (first, last) = (days.First, days.Last);
        return Rows(facts.Where(fact => fact.OrganisationId == body && fact.Day >= first && fact.Day <= last), options, OwnWork);
    }

    // Without options the facts count towards the total, with options each towards its own.
    private static IQueryable<PersonRow> Rows(IQueryable<Fact> facts, List<int>? options, int body)
    {
        if (options is null)
            return facts.Select(fact => new PersonRow { Body = body, Measure = fact.MeasureId, Option = 0, Person = fact.PersonId!.Value, Facts = fact.Reverses == null ? 1 : -1 });
        return facts.Where(fact => fact.Option != 0 && options.Contains(fact.Option))
            .Select(fact => new PersonRow { Body = body, Measure = fact.MeasureId, Option = fact.Option, Person = fact.PersonId!.Value, Facts = fact.Reverses == null ? 1 : -1 });
    }

    private sealed class PersonRow
    {
        public int Body { get; init; }

        public int Measure { get; init; }

        public int Option { get; init; }

        public Guid Person { get; init; }

        public long Facts { get; init; }
    }
}
