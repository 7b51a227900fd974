namespace Jinguo.Web.Running.Watching;

/// <summary>How long requests took, counted in fixed steps. Not safe for several threads.</summary>
public sealed class Durations
{
    /// <summary>Upper bounds of the steps, in seconds: those that OpenTelemetry advises for requests. What took longer has a step of its own.</summary>
    public static readonly IReadOnlyList<double> Bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly long[] counts = new long[Bounds.Count + 1];

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>Seconds of all together.</summary>
    public double Sum { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(double seconds)
    {
        var step = 0;
        while (step < Bounds.Count && seconds > Bounds[step])
            step++;
        counts[step]++;
        Count++;
        Sum += seconds;
    }

    /// <summary>Counts those of another.</summary>
    public void Add(Durations other)
    {
        for (var step = 0; step < counts.Length; step++)
            counts[step] += other.counts[step];
        Count += other.Count;
        Sum += other.Sum;
    }

    /// <summary>How many took at most the bound of this step; of the last, all.</summary>
    public long UpTo(int step) => counts.Take(step + 1).Sum();

    /// <summary>
    /// The seconds within which this share of them was done, reckoned within its step as if they lay evenly in it; null for none, and
    /// the last bound for what took longer.
    /// </summary>
    /// <param name="share">Between 0 and 1.</param>
    public double? Within(double share)
    {
        if (Count == 0)
            return null;
        var (wanted, before) = (share * Count, 0L);
        for (var step = 0; step < Bounds.Count; step++)
        {
            if (before + counts[step] >= wanted && counts[step] > 0)
            {
                var from = step == 0 ? 0 : Bounds[step - 1];
                return from + ((Bounds[step] - from) * (wanted - before) / counts[step]);
            }
            before += counts[step];
        }
        return Bounds[^1];
    }
}
