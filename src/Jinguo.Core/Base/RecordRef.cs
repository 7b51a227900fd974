namespace Jinguo.Core.Base;

/// <summary>Points to a record of some module without knowing it: what facts and highlights stand on.</summary>
/// <param name="Kind">The module's word: <c>ledger</c>, later <c>case</c>, <c>grant</c>…</param>
/// <param name="Id">Key of the record.</param>
public readonly record struct RecordRef(string Kind, Guid Id)
{
    /// <summary>Kind of ledger records.</summary>
    public const string Ledger = "ledger";

    /// <summary>Kind of terms of office.</summary>
    public const string Term = "term";

    /// <summary>Kind of cases: letters, visits, calls.</summary>
    public const string Case = "case";

    /// <summary>Kind of posts held in a term.</summary>
    public const string Post = "post";

    /// <summary>Kind of what is published of sensitive measures: a lump stands for no single record.</summary>
    public const string Publication = "publication";

    /// <summary>Kind of figures taken from an old document.</summary>
    public const string OldFigure = "old-figure";
}
