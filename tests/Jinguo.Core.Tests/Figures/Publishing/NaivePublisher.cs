using System.Numerics;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Figures.Publishing;

/// <summary>What one body counted anew between two releases of one option and half-year: what nobody above may learn while it is small.</summary>
/// <param name="Number">Which, from 0.</param>
/// <param name="Body">Place of the body in the city.</param>
/// <param name="Option">The option.</param>
/// <param name="Half">1 or 2.</param>
/// <param name="Value">How many more, or fewer.</param>
internal sealed record Count(int Number, int Body, string Option, int Half, long Value);

/// <summary>A lump: the counts that are told only together, where and when; or those that were told and are taken back.</summary>
internal sealed record Lump(int Body, bool IsPool, string Option, DateOnly Day, int Release, int Sign, IReadOnlyList<Count> Counts)
{
    public long Value => Sign * Counts.Sum(count => count.Value);
}

/// <summary>
/// The rules of docs/adr/0010 with lists and loops, which knows what is in each lump; the year is 2026. It starts from what
/// each body has counted in truth and shares nothing with the publisher.
/// </summary>
internal sealed class NaivePublisher(Tree.City city, int threshold)
{
    private readonly Dictionary<(int Body, string Option, int Half), Unit> own = [];
    private readonly Dictionary<(int Body, string Option, int Half), Unit> pools = [];
    private readonly Dictionary<(int Body, string Option, int Half), long> counted = [];

    public List<Count> Counts { get; } = [];

    public List<Lump> Lumps { get; } = [];

    public int Releases { get; private set; }

    /// <summary>A release on the first day of a month.</summary>
    /// <param name="today">The day.</param>
    /// <param name="truth">What stands in the books, as body, option, day and value.</param>
    public void Release(DateOnly today, IReadOnlyList<(int Body, string Option, DateOnly Day, long Value)> truth)
    {
        Releases++;
        var last = today.AddDays(-1);
        foreach (var half in Enumerable.Range(1, 2).Where(half => half == 1 || last.Month > 6))
        {
            var end = half == 1 ? new DateOnly(2026, 6, 30) : new DateOnly(2026, 12, 31);
            foreach (var option in (string[])["marriage", "labour"])
            {
                for (var body = 0; body < city.All.Count; body++)
                    TakeIn((body, option, half), truth.Where(one => one.Body == body && one.Option == option && one.Day <= last && one.Day.Month <= 6 == (half == 1)).Sum(one => one.Value), last < end ? last : end);
                if (last >= end && today.Month is 1 or 7)
                    PassUp(option, half, end);
            }
        }
    }

    private void TakeIn((int Body, string Option, int Half) key, long truth, DateOnly day)
    {
        var more = truth - counted.GetValueOrDefault(key);
        counted[key] = truth;
        var unit = Of(own, key);
        if (more != 0)
        {
            Counts.Add(new(Counts.Count, key.Body, key.Option, key.Half, more));
            unit.Waiting.Add(Counts[^1]);
        }
        Tell(unit, key, isPool: false, day);
    }

    private void PassUp(string option, int half, DateOnly day)
    {
        for (var body = 0; body < city.All.Count; body++)
            Move(Of(own, (body, option, half)), body, option, half);
        foreach (var body in Enumerable.Range(0, city.All.Count).OrderByDescending(body => OrganisationPath.Ids(city.All[body].Path).Length))
        {
            var pool = Of(pools, (body, option, half));
            Tell(pool, (body, option, half), isPool: true, day);
            Move(pool, body, option, half);
        }
    }

    private void Tell(Unit unit, (int Body, string Option, int Half) key, bool isPool, DateOnly day)
    {
        var all = unit.Told.Concat(unit.Waiting).Sum(count => count.Value);
        if (Math.Abs(unit.Waiting.Sum(count => count.Value)) < threshold)
            return;
        if (all >= threshold || (isPool && all <= -threshold))
        {
            Lumps.Add(new(key.Body, isPool, key.Option, day, Releases, 1, [.. unit.Waiting]));
            unit.Told.AddRange(unit.Waiting);
            unit.Waiting.Clear();
        }
        else if (unit.Told.Count > 0)
        {
            Lumps.Add(new(key.Body, isPool, key.Option, day, Releases, -1, [.. unit.Told]));
            unit.Waiting.AddRange(unit.Told);
            unit.Told.Clear();
        }
    }

    private void Move(Unit from, int body, string option, int half)
    {
        // A sum of nothing is passed to nobody.
        if (from.Waiting.Sum(count => count.Value) == 0 || city.All[body].ParentId is not { } parent)
            return;
        Of(pools, (city.All.ToList().FindIndex(one => one.Id == parent), option, half)).Waiting.AddRange(from.Waiting);
        from.Waiting.Clear();
    }

    private static Unit Of(Dictionary<(int, string, int), Unit> units, (int, string, int) key) => units.TryGetValue(key, out var unit) ? unit : units[key] = new();

    /// <summary>The counts in some lumps, as a sum: how often each is in it.</summary>
    public static Dictionary<int, BigInteger> SumOf(IEnumerable<Lump> lumps) => lumps.SelectMany(lump => lump.Counts.Select(count => (count.Number, lump.Sign)))
        .GroupBy(one => one.Number).ToDictionary(one => one.Key, one => new BigInteger(one.Sum(count => count.Sign)));

    private sealed class Unit
    {
        public List<Count> Told { get; } = [];

        public List<Count> Waiting { get; } = [];
    }
}
