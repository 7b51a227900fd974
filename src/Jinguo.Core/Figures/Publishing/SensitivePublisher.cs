using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Publishing;

/// <summary>
/// Publishes sensitive measures in lumps (docs/adr/0010). For every body, option and half-year of days it compares what was
/// counted in ended months with what has been told: a difference of at least the threshold becomes one lump, a smaller one
/// waits. When a half-year has ended, what is left is passed up, body by body, until a pool holds enough for a lump. What is
/// told of a body is nothing or at least the threshold: where corrections leave less, all that was told is taken back.
/// </summary>
public sealed class SensitivePublisher(Db db, FactBook book, MeasureCatalogCache measures, SensitiveThreshold threshold, TimeProvider time)
{
    private const int LumpsAtOnce = 200;
    private const int BodiesAtOnce = 1000;
    private const string Reason = "敏感数据满公布数，按规则在月底公布。";

    /// <summary>Publishes what has become enough by the end of last month. Run again, it finds nothing left to do.</summary>
    /// <param name="passesUp">True at the end of a half-year: what is left of ended half-years is passed up.</param>
    /// <param name="tell">Told after each step: done, of how many.</param>
    /// <param name="cancel">Stops; what was published stays.</param>
    /// <returns>How many lumps were posted.</returns>
    public async Task<int> PublishAsync(bool passesUp, Func<int, int, Task>? tell = null, CancellationToken cancel = default)
    {
        var last = Month.Of(time.Today()).Plus(-1).Last;
        var all = new List<Series>();
        var catalog = await measures.GetAsync(db, cancel);
        foreach (var measure in catalog.All.Where(measure => measure.IsSensitive))
        {
            if (await db.Facts.Where(fact => fact.MeasureId == measure.Id).MinAsync(fact => (DateOnly?)fact.Day, cancel) is not { } first)
                continue;
            var (own, pool) = (catalog.Get(PublishedCounts.Own(measure.Code)), catalog.Get(PublishedCounts.Pool(measure.Code)));
            for (var half = HalfYear.Of(first); half.Days.First <= last; half = half.Next)
                all.AddRange(measure.Options.Select(option => (option.Number, (string?)option.Code)).Prepend((0, null)).Select(option => new Series(measure, own, pool, option.Item1, option.Item2, half, half.Days.UpTo(last))));
        }
        var lumps = 0;
        foreach (var (done, series) in all.Index())
        {
            if (tell is not null)
                await tell(done, all.Count);
            lumps += await PublishAsync(series, passesUp && series.HalfYear.Days.Last <= last, cancel);
        }
        return lumps;
    }

    private async Task<int> PublishAsync(Series series, bool passesUp, CancellationToken cancel)
    {
        var places = new BodyPlaces(db, series.Days.Last);
        var pending = await PendingAsync(Own(series), passesUp ? 1 : threshold.Value, cancel);
        // What is less than nothing undoes what was passed up: it goes the same way.
        var lumps = Lumps(pending, one => one.Value + one.Told >= threshold.Value);
        await PostAsync(series, series.Own, lumps, places, cancel);
        if (!passesUp)
            return lumps.Count;
        await PassAsync(series, fromPool: false, Left(pending, lumps), places, cancel);
        return lumps.Count + await PublishPoolsAsync(series, places, cancel);
    }

    // From the bottom up, so that each pool has received all before it is judged.
    private async Task<int> PublishPoolsAsync(Series series, BodyPlaces places, CancellationToken cancel)
    {
        var pools = (await PendingAsync(Pooled(series), least: 1, cancel)).ToDictionary(one => one.Body);
        var posted = 0;
        while (pools.Count > 0)
        {
            await places.LoadAsync(pools.Keys, cancel);
            var deepest = pools.Keys.Max(body => places[body].Depth);
            var level = pools.Values.Where(pool => places[pool.Body].Depth == deepest).ToList();
            var lumps = Lumps(level, one => Math.Abs(one.Value + one.Told) >= threshold.Value);
            await PostAsync(series, series.Pool, lumps, places, cancel);
            posted += lumps.Count;
            var passed = await PassAsync(series, fromPool: true, Left(level, lumps), places, cancel);
            foreach (var one in level)
                pools.Remove(one.Body);
            var received = passed.GroupBy(one => one.Receiver).ToDictionary(some => some.Key, some => some.Sum(one => one.Value));
            var told = await ToldAsync(series, received.Keys.Where(body => !pools.ContainsKey(body)), cancel);
            foreach (var (body, value) in received)
            {
                var pool = pools.GetValueOrDefault(body) ?? new() { Body = body, Told = told.GetValueOrDefault(body) };
                pools[body] = pool with { Value = pool.Value + value };
            }
        }
        return posted;
    }

    // Told is all there is, or nothing; and nothing new until enough has changed.
    private List<Amount> Lumps(List<Amount> pending, Func<Amount, bool> mayBeTold) =>
        [.. pending.Where(one => Math.Abs(one.Value) >= threshold.Value).Select(one => mayBeTold(one) ? one : one with { Value = -one.Told }).Where(lump => lump.Value != 0)];

    private static List<Amount> Left(List<Amount> pending, List<Amount> lumps)
    {
        var told = lumps.ToDictionary(one => one.Body, one => one.Value);
        return [.. pending.Select(one => one with { Value = one.Value - told.GetValueOrDefault(one.Body) }).Where(one => one.Value != 0)];
    }

    private async Task<Dictionary<int, long>> ToldAsync(Series series, IEnumerable<int> bodies, CancellationToken cancel)
    {
        var told = new Dictionary<int, long>();
        foreach (var some in bodies.Chunk(BodiesAtOnce))
            foreach (var body in await FactsOf(series.Pool, series).Where(fact => some.Contains(fact.OrganisationId)).GroupBy(fact => fact.OrganisationId).Select(body => new { body.Key, Value = body.Sum(fact => fact.Value) }).ToListAsync(cancel))
                told[body.Key] = body.Value;
        return told;
    }

    private async Task PostAsync(Series series, Measure into, List<Amount> lumps, BodyPlaces places, CancellationToken cancel)
    {
        foreach (var some in lumps.Chunk(LumpsAtOnce))
        {
            await places.LoadAsync(some.Select(one => one.Body), cancel);
            await using var write = await db.BeginWriteAsync(cancel);
            var refused = await book.PostAsync(
                [.. some.Select(one => new Posting(
                    new(RecordRef.Publication, Guid.CreateVersion7(time.GetUtcNow())), one.Body, [new(into.Code, series.OptionCode, places[one.Body].Day, one.Value)], IsNew: true, Reason))],
                Actor.CommandLine,
                cancel);
            if (refused.Count > 0)
                throw new InvalidOperationException("A lump always says why it is posted.");
            await write.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Writes down what goes up. What has no body above it stays.</summary>
    private async Task<List<(int Receiver, long Value)>> PassAsync(Series series, bool fromPool, List<Amount> rests, BodyPlaces places, CancellationToken cancel)
    {
        var passed = new List<(int, long)>(rests.Count);
        foreach (var some in rests.Chunk(BodiesAtOnce))
        {
            await places.LoadAsync(some.Select(one => one.Body), cancel);
            var ids = some.Select(one => one.Body).ToList();
            await using var write = await db.BeginWriteAsync(cancel);
            var before = await Passed(series).Where(row => row.FromPool == fromPool && ids.Contains(row.OrganisationId)).AsTracking().ToDictionaryAsync(row => (row.OrganisationId, row.ReceiverId), cancel);
            foreach (var one in some)
            {
                if (places[one.Body] is not { Parent: { } receiver } place)
                    continue;
                if (!before.TryGetValue((one.Body, receiver), out var row))
                    db.PassedRemainders.Add(row = new() { Region = place.Region, HalfYear = series.HalfYear.Number, MeasureId = series.Measure.Id, Option = series.Option, FromPool = fromPool, OrganisationId = one.Body, ReceiverId = receiver });
                row.Value += one.Value;
                passed.Add((receiver, one.Value));
            }
            await db.SaveChangesAsync(cancel);
            await write.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
        return passed;
    }

    private static Task<List<Amount>> PendingAsync(IQueryable<Amount> parts, long least, CancellationToken cancel) =>
        parts.GroupBy(part => part.Body).Select(body => new Amount { Body = body.Key, Value = body.Sum(part => part.Value), Told = body.Sum(part => part.Told) })
            .Where(body => body.Value >= least || body.Value <= -least)
            .OrderBy(body => body.Body)
            .ToListAsync(cancel);

    // Counted, less what was told and what was passed up.
    private IQueryable<Amount> Own(Series series) => FactsOf(series.Measure, series).Select(fact => new Amount { Body = fact.OrganisationId, Value = fact.Value, Told = 0 })
        .Concat(FactsOf(series.Own, series).Select(fact => new Amount { Body = fact.OrganisationId, Value = -fact.Value, Told = fact.Value }))
        .Concat(Passed(series).Where(row => !row.FromPool).Select(row => new Amount { Body = row.OrganisationId, Value = -row.Value, Told = 0 }));

    // Received, less what was told and what went on.
    private IQueryable<Amount> Pooled(Series series) => Passed(series).Select(row => new Amount { Body = row.ReceiverId, Value = row.Value, Told = 0 })
        .Concat(FactsOf(series.Pool, series).Select(fact => new Amount { Body = fact.OrganisationId, Value = -fact.Value, Told = fact.Value }))
        .Concat(Passed(series).Where(row => row.FromPool).Select(row => new Amount { Body = row.OrganisationId, Value = -row.Value, Told = 0 }));

    private IQueryable<Fact> FactsOf(Measure measure, Series series)
    {
        var (id, option, first, last) = (measure.Id, series.Option, series.Days.First, series.Days.Last);
        return db.Facts.Where(fact => fact.MeasureId == id && fact.Option == option && fact.Day >= first && fact.Day <= last);
    }

    private IQueryable<PassedRemainder> Passed(Series series)
    {
        var (id, option, half) = (series.Measure.Id, series.Option, series.HalfYear.Number);
        return db.PassedRemainders.Where(row => row.MeasureId == id && row.HalfYear == half && row.Option == option);
    }

    /// <summary>What is published together: one option in one half-year.</summary>
    /// <param name="Measure">The sensitive measure.</param>
    /// <param name="Own">Keeps lumps of bodies' own counts.</param>
    /// <param name="Pool">Keeps lumps of remainders passed up.</param>
    /// <param name="Option">Number of the option; 0 for counts without one.</param>
    /// <param name="OptionCode">Its code, or null.</param>
    /// <param name="HalfYear">The half-year.</param>
    /// <param name="Days">Its ended months; lumps are dated on the last day.</param>
    private sealed record Series(Measure Measure, Measure Own, Measure Pool, int Option, string? OptionCode, HalfYear HalfYear, Period Days);

    private sealed record Amount
    {
        public int Body { get; init; }

        /// <summary>What is not told yet.</summary>
        public long Value { get; init; }

        /// <summary>What is told.</summary>
        public long Told { get; init; }
    }
}
