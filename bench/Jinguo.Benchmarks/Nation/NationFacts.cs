using System.Buffers.Binary;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;

namespace Jinguo.Benchmarks.Nation;

/// <summary>A fact as it is copied in.</summary>
internal readonly record struct NationFact(NationBody Body, Guid Id, Measure Measure, int Option, string Path, DateOnly Day, long Value, string Hedge, Guid Source, DateTime PostedAt, Guid? Reverses);

/// <summary>
/// Invented facts, the same each time: records of one to four facts, written on their day all over the tree, most in villages. One of
/// a hundred is corrected the same day. A stock of a body that moved later is given up and taken on, as a move does it.
/// </summary>
internal sealed class NationFacts(NationTree tree, NationMeasures measures, DateOnly first, DateOnly last, long wanted)
{
    private const int Seed = 7919;
    private const double FactsPerRecord = 2.5;

    // Shares of the levels in 100 records.
    private static readonly (Level Level, int Share)[] Shares = [(Level.Village, 85), (Level.Township, 10), (Level.County, 4), (Level.City, 1)];

    private readonly Dictionary<Level, NationBody[]> byLevel = tree.All.GroupBy(body => body.Level).ToDictionary(level => level.Key, level => level.ToArray());

    public int Days => last.DayNumber - first.DayNumber + 1;

    /// <summary>The facts of a day, counted from the first.</summary>
    public IEnumerable<NationFact> On(int number)
    {
        var (day, dice) = (first.AddDays(number), new Random((Seed * (number + 1)) ^ 0x5DEECE6));
        var records = (long)(wanted / FactsPerRecord * (number + 1) / Days) - (long)(wanted / FactsPerRecord * number / Days);
        for (var record = 0L; record < records; record++)
        {
            var at = day.ToDateTime(new(8, 0), DateTimeKind.Utc).AddMilliseconds(record * 28_800_000.0 / records);
            foreach (var fact in Record(Someone(dice, day), day, at, dice))
                yield return fact;
        }
    }

    private IEnumerable<NationFact> Record(NationBody body, DateOnly day, DateTime at, Random dice)
    {
        var source = Key(at, dice);
        for (var count = dice.Next(1, 5); count > 0; count--)
        {
            var measure = measures.Draw(dice);
            var isStock = measure.Kind == MeasureKind.Stock;
            var fact = new NationFact(
                body, Key(at, dice), measure, measure.Options.Count == 0 ? 0 : measure.Options[dice.Next(measure.Options.Count)].Number, body.PathOn(day), day,
                isStock ? 1 : dice.Next(1, 500), dice.Next(8) == 0 ? "余" : "", source, at, Reverses: null);
            yield return fact;
            if (isStock && body.Moved is { } moved && moved > day)
            {
                var then = moved.ToDateTime(default, DateTimeKind.Utc);
                yield return fact with { Id = Key(then, dice), Day = moved, Value = -fact.Value, PostedAt = then };
                yield return fact with { Id = Key(then, dice), Day = moved, Path = body.Path, PostedAt = then };
            }
            else if (!isStock && dice.Next(100) == 0)
            {
                yield return fact with { Id = Key(at, dice), Value = -fact.Value, PostedAt = at.AddHours(1), Reverses = fact.Id };
                yield return fact with { Id = Key(at, dice), Value = fact.Value + 1, PostedAt = at.AddHours(1) };
            }
        }
    }

    private NationBody Someone(Random dice, DateOnly day)
    {
        var share = dice.Next(100);
        var level = Shares.First(one => (share -= one.Share) < 0).Level;
        var bodies = byLevel[level];
        var body = bodies[dice.Next(bodies.Length)];
        return body.IsThereOn(day) ? body : body.Parent!;
    }

    // A key of version 7, out of our own dice.
    private static Guid Key(DateTime at, Random dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        dice.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (new DateTimeOffset(at).ToUnixTimeMilliseconds() << 16) | 0x7000 | (long)(bytes[6] & 0x0F) << 8 | bytes[7]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
