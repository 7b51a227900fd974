using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;

namespace Jinguo.Benchmarks.Nation;

/// <summary>
/// What is counted: the flows and stocks of the shipped packs, and invented flows up to 200. They are not alike in use: the first is
/// in a sixth of all facts, the tenth in two of a hundred, as 走访 and 活动 are against most others.
/// </summary>
internal sealed class NationMeasures
{
    public const int Flows = 200;

    private readonly double[] shares;

    private NationMeasures(IReadOnlyList<Measure> all)
    {
        All = all;
        var weights = all.Select((_, rank) => 1.0 / (rank + 1)).ToList();
        var total = weights.Sum();
        var upTo = 0.0;
        shares = [.. weights.Select(weight => upTo += weight / total)];
    }

    /// <summary>By use, the most used first.</summary>
    public IReadOnlyList<Measure> All { get; }

    public Measure Draw(Random dice)
    {
        var found = Array.BinarySearch(shares, dice.NextDouble());
        return All[Math.Min(found < 0 ? ~found : found, All.Count - 1)];
    }

    /// <summary>Puts packs and invented measures into an empty database.</summary>
    public static async Task AddAsync(Db db)
    {
        var problems = await new PackLoader(db, new TestClock(), new(), new(Keys.Fields, new TestClock())).LoadFolderAsync(RepositoryFolder.At("packs"));
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join('\n', problems));
        var there = Counted(await new MeasureCatalogCache().GetAsync(db)).Count(measure => measure.Kind == MeasureKind.Flow);
        for (var number = 1; number <= Flows - there; number++)
        {
            var measure = new Measure { Code = $"bench.m{number:000}", Name = $"自定数据{number}", Unit = "次", Kind = MeasureKind.Flow, Pack = "bench", Group = "自定", Order = 100_000 + number };
            measure.Definitions.Add(new() { Version = 1, Text = "为测速而设", ValidFrom = new(1949, 10, 1) });
            db.Measures.Add(measure);
        }
        await db.SaveChangesAsync();
        Progress.Say($"{there} flows of the packs, {Math.Max(0, Flows - there)} invented");
    }

    public static async Task<NationMeasures> ReadAsync(Db db) => new([.. Counted(await new MeasureCatalogCache().GetAsync(db)).OrderByDescending(one => one.Code is "visits.persons").ThenBy(one => one.Kind == MeasureKind.Stock)]);

    private static IEnumerable<Measure> Counted(MeasureCatalog catalog) =>
        catalog.All.Where(measure => measure.Kind is MeasureKind.Flow or MeasureKind.Stock && !measure.IsSensitive && !PublishedCounts.Are(measure));
}
