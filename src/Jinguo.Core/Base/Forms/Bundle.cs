namespace Jinguo.Core.Base.Forms;

/// <summary>
/// 簿册: a named, versioned set of ledgers that a body keeps and prints as one book, such as 五簿五册 of a village's 妇女之家
/// (domain-rules §8.1: 5+5, 6+6 …, as the body above defines it).
/// </summary>
/// <param name="Code">Lower-case code: five-books.</param>
/// <param name="Name">五簿五册.</param>
/// <param name="Version">Counts up with every change that users can see.</param>
/// <param name="Basis">On what it rests; empty where on nothing written.</param>
/// <param name="Ledgers">The books and rosters, in order.</param>
public sealed record Bundle(string Code, string Name, int Version, string Basis, IReadOnlyList<BundleLedger> Ledgers)
{
    /// <summary>The record types in it, each once.</summary>
    public IReadOnlyList<string> Types => [.. Ledgers.SelectMany(ledger => ledger.Types).Distinct(StringComparer.Ordinal)];
}

/// <summary>One book or roster of a bundle.</summary>
/// <param name="Name">工作活动记录簿.</param>
/// <param name="Types">Codes of the record types whose records stand in it; none where they are kept elsewhere.</param>
/// <param name="Note">Where its content is kept, where it is no ledger.</param>
public sealed record BundleLedger(string Name, IReadOnlyList<string> Types, string Note);
