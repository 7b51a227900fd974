using System.Globalization;
using System.Text;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.HostileInput;

/// <summary>
/// Runs a reader over many generated inputs. A few hundred in the tests; <c>./jinguo fuzz</c> sets
/// <c>JINGUO_FUZZ_CASES</c> and <c>JINGUO_FUZZ_SEED</c> for a long run. An input that breaks the reader is kept in
/// <c>artifacts/fuzz</c>, so that it can become a test of its own.
/// </summary>
internal static class FuzzRun
{
    private static readonly int Cases = Setting("JINGUO_FUZZ_CASES", 2_000);
    private static readonly int Seed = Setting("JINGUO_FUZZ_SEED", 20261122);

    /// <summary>Reads <paramref name="share"/> of the cases of this run.</summary>
    /// <param name="name">Names the kept input.</param>
    /// <param name="share">Part of all cases, in hundredths.</param>
    /// <param name="make">Makes the input of one case.</param>
    /// <param name="read">Reads it: any exception it lets out, or assertion that fails, is a defect.</param>
    /// <returns>How many were read.</returns>
    internal static int Over(string name, int share, Func<Random, byte[]> make, Action<byte[]> read)
    {
        var cases = Math.Max(1, Cases * share / 100);
        for (var number = 0; number < cases; number++)
        {
            var input = make(new Random(Seed + number));
            try
            {
                // A reader that never ends leaves its input behind before anybody ends the run.
                using var slow = new Timer(_ => Keep(name, number, "slow", input), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
                read(input);
            }
            catch (Exception fault)
            {
                Assert.Fail($"Case {number} of seed {Seed}, kept as {Keep(name, number, "bad", input)}:\n{fault}");
            }
        }
        return cases;
    }

    /// <summary>The same over text.</summary>
    internal static int OverText(string name, int share, Func<Random, string> make, Action<string> read) =>
        Over(name, share, random => Encoding.Unicode.GetBytes(make(random)), bytes => read(Encoding.Unicode.GetString(bytes)));

    private static string Keep(string name, int number, string ending, byte[] input)
    {
        var file = RepositoryFolder.At("artifacts", "fuzz", $"{name}-{Seed + number}.{ending}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, input);
        return file;
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
