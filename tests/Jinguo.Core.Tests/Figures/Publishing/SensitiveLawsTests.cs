using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures.Publishing;

/// <summary>What nobody above may learn of sensitive counts, over random years with late changes and removals (docs/adr/0010).</summary>
public sealed class SensitiveLawsTests
{
    private const int Threshold = SensitiveThreshold.Usual;
    private static readonly FigureKey[] Keys = [new(Books.Matters), new(Books.Matters, "marriage"), new(Books.Matters, "labour")];

    // The city, a county, its township with two villages, the other township with one, a village elsewhere.
    private static readonly Gen<Entry> Entries =
        from month in Gen.Choose(1, 12)
        from body in Gen.Elements(0, 1, 2, 3, 4, 6, 14)
        from option in Gen.Elements("marriage", "labour")
        from late in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 9)))
        from value in Gen.Frequency((5, Gen.Choose(1, 4)), (1, Gen.Choose(5, 9)))
        from removes in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Entry(month, body, option, late, value, removes);

    [Fact]
    public void WhatAReaderCanReckon_IsNeverASmallCountOfAnotherBody() =>
        Prop.ForAll(Arb.From(Entries.ArrayOf(70)), entries => Task.Run(() => PlayAsync(entries)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3).WithQuietOnSuccess(true));

    private static async Task PlayAsync(Entry[] entries)
    {
        await using var books = await Books.OpenAsync();
        var naive = new NaivePublisher(books.City, Threshold);
        var truth = new Dictionary<Guid, (int Body, string Option, DateOnly Day, long Value)>();
        for (var month = new Month(202601); month <= new Month(202612); month = month.Plus(1))
        {
            books.Clock.Set(new(month.Last.ToDateTime(new(9, 0)), TimeSpan.FromHours(8)));
            foreach (var entry in entries.Where(entry => entry.Month == month.Number % 100))
                await DoAsync(books, entry, month, truth);
            var next = month.Plus(1);
            naive.Release(next.First, [.. truth.Values]);
            await books.PublishAsync(next.ToString());
            if (next.Number is 202604 or 202607 or 202610 or 202701)
                await TellsOnlyLumpsAsync(books, naive, [.. truth.Values]);
        }

        Assert.All(naive.Lumps, lump => Assert.True(Math.Abs(lump.Value) >= Threshold));
        foreach (var reader in (int[])[0, 1, 2, 3, 5, 8])
            CannotReckon(books, naive, reader);
        foreach (var option in (string[])["marriage", "labour"])
            foreach (var half in (string[])["2026H1", "2026H2"])
            {
                var told = (await books.ReadAsync(new(books.City.Top.Id, [new(Books.Matters, option)], Books.Span(half)), Books.Reader(books.City.Top))).Total[0].Value ?? 0;
                var counted = truth.Values.Where(one => one.Option == option && Books.Span(half).Contains(one.Day)).Sum(one => one.Value);
                Assert.InRange(Math.Abs(counted - told), 0, Threshold - 1);
            }
        Assert.Equal(0, await books.PublishAsync("2027-01"));
        await using var db = books.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
        Assert.Empty(await new FigureVerification(db, books.Book(db), books.Measures, books.Clock).SampleAsync(7));
    }

    private static async Task DoAsync(Books books, Entry entry, Month month, Dictionary<Guid, (int Body, string Option, DateOnly Day, long Value)> truth)
    {
        if (entry.Removes && truth.Count > 0)
        {
            var (record, old) = truth.ElementAt(entry.Value * 7 % truth.Count);
            await books.PostAsync(record, books.City.All[old.Body]);
            truth.Remove(record);
            return;
        }
        var day = month.Plus(-Math.Min(entry.Late, month.Number % 100 - 1)).First.AddDays(entry.Value);
        var added = Guid.CreateVersion7();
        await books.PostAsync(added, books.City.All[entry.Body], new FactDraft(Books.Matters, entry.Option, day, entry.Value));
        truth[added] = (entry.Body, entry.Option, day, entry.Value);
    }

    // Every figure that a reader can open is what her own body counted, and lumps.
    private static async Task TellsOnlyLumpsAsync(Books books, NaivePublisher naive, IReadOnlyList<(int Body, string Option, DateOnly Day, long Value)> truth)
    {
        var today = books.Clock.Today();
        List<Period> periods = [.. Enumerable.Range(1, 12).Select(month => Period.OfMonth(2026, month)).Where(month => month.First < today), Period.Half(2026, 1), Period.Year(2026)];
        foreach (var reader in (int[])[0, 1, 2, 3])
            foreach (var asked in Below(books, reader))
                foreach (var tree in (FigureTree[])[FigureTree.AsWas, FigureTree.AsIs])
                {
                    var table = await books.ReadAsync(new(books.City.All[asked].Id, Keys, periods) { WithChildren = true, Tree = tree }, Books.Reader(books.City.All[reader]));
                    foreach (var row in table.Rows)
                        for (var period = 0; period < periods.Count; period++)
                            for (var key = 0; key < Keys.Length; key++)
                            {
                                var (body, figure) = (books.City.All.ToList().FindIndex(one => one.Id == row.Body.Id), row[key, period]);
                                var mine = body == reader ? truth.Where(one => one.Body == reader && Counts(one.Option, one.Day)).Sum(one => one.Value) : 0;
                                var lumps = naive.Lumps.Where(lump => Counts(lump.Option, lump.Day) && (row.Kind == FigureRowKind.Own
                                    ? lump.Body == body && !lump.IsPool && body != reader
                                    : Below(books, body).Contains(lump.Body) && (body != reader || lump.IsPool || lump.Body != reader)));
                                var sum = mine + lumps.Sum(lump => lump.Value);
                                // Of others, what is told here and taken back there may leave little: no number then.
                                var shown = (body == reader && row.Kind != FigureRowKind.Child) || Math.Abs(sum) >= Threshold ? sum : 0;
                                Assert.True((figure.Value ?? 0) == shown, $"{reader} reads {row.Kind} {row.Body.Name} {Keys[key]} {periods[period]}: {figure.Text}");

                                bool Counts(string option, DateOnly day) => (Keys[key].Option is null || Keys[key].Option == option) && periods[period].UpTo(today).Contains(day);
                            }
                }
    }

    // All that she has ever read, in each month of each body after each release, and her own counts, added up and taken away;
    // as if she knew whose counts are in which lump. And what is told of a body alone is never less than the threshold together.
    private static void CannotReckon(Books books, NaivePublisher naive, int reader)
    {
        var (known, alone) = (new RowSpace(), new RowSpace());
        foreach (var own in naive.Counts.Where(count => count.Body == reader))
            known.Add(new() { [own.Number] = BigInteger.One });
        foreach (var lump in naive.Lumps.Where(lump => !lump.IsPool))
            alone.Add(NaivePublisher.SumOf([lump]));
        var below = Below(books, reader);
        foreach (var body in below)
            for (var release = 1; release <= naive.Releases; release++)
                foreach (var told in naive.Lumps.Where(lump => lump.Release <= release && Below(books, body).Contains(lump.Body) && (lump.Body != reader || lump.IsPool)).GroupBy(lump => (lump.Option, lump.Day)))
                    known.Add(NaivePublisher.SumOf(told));

        foreach (var small in naive.Counts.Where(count => count.Body != reader && below.Contains(count.Body) && Math.Abs(count.Value) < Threshold))
            Assert.False(known.Contains(new() { [small.Number] = BigInteger.One }), $"{reader} can reckon {small}");
        foreach (var all in naive.Counts.Where(count => count.Body != reader && below.Contains(count.Body)).GroupBy(count => (count.Body, count.Option, count.Half)))
            if (all.Sum(count => count.Value) is not 0 and > -Threshold and < Threshold)
                Assert.False(alone.Contains(all.ToDictionary(count => count.Number, _ => BigInteger.One)), $"{reader} can reckon {all.Key}");
    }

    private static List<int> Below(Books books, int body) =>
        [.. Enumerable.Range(0, books.City.All.Count).Where(one => books.City.All[one].Path.StartsWith(books.City.All[body].Path, StringComparison.Ordinal))];

    /// <summary>What somebody writes in a month: a new record of that month or of earlier ones, or the removal of an old one.</summary>
    internal sealed record Entry(int Month, int Body, string Option, int Late, int Value, bool Removes);
}
