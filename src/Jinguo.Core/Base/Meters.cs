using System.Diagnostics.Metrics;

namespace Jinguo.Core.Base;

/// <summary>
/// What this process counts of itself since its start, for whoever keeps the servers (docs/operations.md): numbers without
/// bodies, persons or records. An act is told by its first word alone, so that a count never stands for one matter.
/// </summary>
public static class Meters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Jinguo";

    private const string SignIn = "sign-in";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Acts = Meter.CreateCounter<long>("jinguo.acts", description: "Acts done, by what they were done to.");
    private static readonly Counter<long> SignIns = Meter.CreateCounter<long>("jinguo.sign_ins", description: "Sign-ins, by how they ended.");
    private static readonly Counter<long> Facts = Meter.CreateCounter<long>("jinguo.facts.posted", description: "Facts posted, reversals among them.");
    private static readonly Counter<long> Hidden = Meter.CreateCounter<long>("jinguo.figures.hidden", description: "Sensitive figures answered without their number: <5 or 未公布.");

    /// <summary>An act has committed.</summary>
    /// <param name="acts">Its entries in the trail, dotted: <c>record.returned</c>.</param>
    /// <param name="facts">How many facts it posted.</param>
    internal static void Done(IEnumerable<string> acts, int facts)
    {
        foreach (var act in acts)
        {
            var dot = act.IndexOf('.', StringComparison.Ordinal);
            var (thing, step) = dot < 0 ? (act, "") : (act[..dot], act[(dot + 1)..]);
            if (thing == SignIn)
                SignIns.Add(1, new KeyValuePair<string, object?>("outcome", step));
            else
                Acts.Add(1, new KeyValuePair<string, object?>("thing", thing));
        }
        if (facts > 0)
            Facts.Add(facts);
    }

    /// <summary>A sensitive figure was answered without its number.</summary>
    internal static void Hide() => Hidden.Add(1);
}
