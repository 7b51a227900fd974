namespace Jinguo.Testing.Weight;

/// <summary>What opening a page costs, whoever opens it however often: no clock is involved.</summary>
/// <param name="Visitor">Who opened it.</param>
/// <param name="Page">Its route.</param>
/// <param name="Address">Path and query that were opened.</param>
/// <param name="Statements">SQL statements of the request, with catalogs already read.</param>
/// <param name="Html">Bytes of the page in brotli.</param>
/// <param name="Assets">Bytes in brotli of the styles, scripts and icons it needs, chart scripts apart.</param>
/// <param name="Unkept">Of these, bytes that a browser does not keep and fetches again each time.</param>
public sealed record PageWeight(string Visitor, string Page, string Address, int Statements, int Html, int Assets, int Unkept)
{
    /// <summary>Most SQL statements of a page.</summary>
    public const int MostStatements = 12;

    /// <summary>Most bytes of a first visit.</summary>
    public const int MostFirst = 250 * 1024;

    /// <summary>Most bytes of each later visit.</summary>
    public const int MostNext = 60 * 1024;

    /// <summary>Bytes when nothing is in the browser's cache.</summary>
    public int First => Html + Assets;

    /// <summary>Bytes when the browser has kept what it may keep.</summary>
    public int Next => Html + Unkept;

    /// <summary>What is more than it may be, in words; empty when all is well.</summary>
    public IEnumerable<string> Excesses()
    {
        if (Statements > MostStatements)
            yield return $"{Address} as {Visitor}: {Statements} SQL statements, at most {MostStatements}";
        if (First > MostFirst)
            yield return $"{Address} as {Visitor}: {First} bytes on a first visit, at most {MostFirst}";
        if (Next > MostNext)
            yield return $"{Address} as {Visitor}: {Next} bytes on the next visit, at most {MostNext}";
    }
}
