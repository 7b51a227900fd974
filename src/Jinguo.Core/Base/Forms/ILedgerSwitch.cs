namespace Jinguo.Core.Base.Forms;

/// <summary>
/// A ledger of counts that some bodies leave on a day, because from then on another record module makes the same figures
/// one by one: nothing may be counted twice. A record module knows another by this alone.
/// </summary>
public interface ILedgerSwitch
{
    /// <summary>Code of the ledger: <c>reception</c>.</summary>
    string TypeCode { get; }

    /// <summary>Where it is recorded instead, in the users' words: 维权.</summary>
    string Instead { get; }

    /// <summary>The first day on which the ledger takes no entries, of those bodies that have switched.</summary>
    Task<IReadOnlyDictionary<int, DateOnly>> SinceAsync(IReadOnlyCollection<int> bodies, CancellationToken cancel);
}
