using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Data;

/// <summary>Work over all rows of large tables, which may take longer than any page would wait.</summary>
public static class LongStatements
{
    /// <summary>Lets statements of this context run as long as they need, until the result is disposed.</summary>
    public static IDisposable AllowLongStatements(this Db db)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(0);
        return new Patience(db, usual);
    }

    private sealed class Patience(Db db, int? usual) : IDisposable
    {
        public void Dispose() => db.Database.SetCommandTimeout(usual);
    }
}
