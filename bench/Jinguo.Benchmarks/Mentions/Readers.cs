using Jinguo.Benchmarks.Harness;
using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;
using Jinguo.Testing;
using Jinguo.Testing.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>Our reader as the product uses it, and the three ways that run in this process, timed by turns on one thread.</summary>
internal static class Readers
{
    private static readonly MentionReader Reader = new(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));

    public static TextReading Read(string text) => Reader.ReadAll(text);

    public static IReadOnlyList<Relation> ReadWithRelations(string text) => RelationFinder.Find(text, Reader.ReadAll(text).Mentions);

    /// <summary>
    /// What it found. Its own word that something is an age or announces a list is not used: the other finders cannot tell,
    /// and are counted by the same rule.
    /// </summary>
    public static IReadOnlyList<FoundFigure> Find(string text) => [.. Reader.Read(text).Select(one => new FoundFigure(one.Start, one.End, one.Value, one.Unit))];

    /// <summary>Median milliseconds of reading, of reading with relations, and of the regular expression.</summary>
    public static async Task<(double Reading, double Relations, double Expression)> TimeAsync(string text, int rounds)
    {
        var times = await SideBySide.RunAsync(rounds, () => Run(() => Read(text)), () => Run(() => ReadWithRelations(text)), () => Run(() => PlainFinder.Find(text)));
        return (times[0], times[1], times[2]);
    }

    private static Task Run(Func<object> way)
    {
        GC.KeepAlive(way());
        return Task.CompletedTask;
    }
}
