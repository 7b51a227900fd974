namespace Jinguo.Testing.Faults;

/// <summary>How much of an act is there.</summary>
public enum Extent
{
    /// <summary>Nothing of it.</summary>
    Absent,

    /// <summary>A part: what must never be.</summary>
    Part,

    /// <summary>All of it, once.</summary>
    Whole,
}

/// <summary>One act that is under way while its process is killed.</summary>
public interface IAttempt : IAsyncDisposable
{
    /// <summary>The process that does it: the platform, or a verb.</summary>
    Processes.ProductProcess Process { get; }

    /// <summary>The options by which a verb finds what it works on.</summary>
    IReadOnlyList<string> Options { get; }

    /// <summary>Does it, or does it again as it was.</summary>
    /// <returns>True once it was acknowledged; false where nobody answered.</returns>
    Task<bool> SendAsync();

    /// <summary>Waits for what an acknowledged act still does by itself.</summary>
    Task SettleAsync(CancellationToken cancel);

    /// <summary>What of it is there.</summary>
    Task<Extent> LookAsync();
}

/// <summary>A kind of act.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="ByPlatform">True where the platform does it, which is then started again.</param>
/// <param name="BeginAsync">Makes what one attempt needs.</param>
public sealed record FaultAct(string Name, bool ByPlatform, Func<FaultPlace, Task<IAttempt>> BeginAsync);

/// <summary>What the kills of one act found.</summary>
public sealed class FaultTally(string act)
{
    /// <summary>The act.</summary>
    public string Act => act;

    public int Runs { get; set; }

    /// <summary>Killed before it was acknowledged and done.</summary>
    public int KilledWithin { get; set; }

    public int Acknowledged { get; set; }

    /// <summary>Not acknowledged, and yet all of it there: as it must be sometimes.</summary>
    public int DoneUnsaid { get; set; }

    /// <summary>Acknowledged and not there.</summary>
    public int Lost { get; set; }

    /// <summary>A part is there, or it could not be sent again.</summary>
    public int HalfDone { get; set; }

    /// <summary>Start-ups that needed a hand.</summary>
    public int ByHand { get; set; }

    /// <summary>Times that verify or audit verify found something.</summary>
    public int Unsound { get; set; }

    /// <summary>What was wrong, with the run.</summary>
    public List<string> Faults { get; } = [];

    public bool IsSound => Lost + HalfDone + ByHand + Unsound == 0;

    public override string ToString() => $"{Act}: {Runs} runs, killed within {KilledWithin}, acknowledged {Acknowledged}, done unsaid {DoneUnsaid}, lost {Lost}, half-done {HalfDone}, start-ups by hand {ByHand}, unsound {Unsound}{string.Concat(Faults.Select(fault => $"\n  {fault}"))}";
}
