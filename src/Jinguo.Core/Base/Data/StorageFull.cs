using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jinguo.Core.Base.Data;

/// <summary>Tells that an act failed because nothing more can be written: the disk is full, or a quota is used up.</summary>
public static class StorageFull
{
    // SQLITE_FULL; SQLITE_IOERR_WRITE, which stands for a quota.
    private const int SqliteFull = 13;
    private const int SqliteWrite = 778;

    // ENOSPC, EFBIG, EDQUOT; on Windows ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] FileCodes = [28, 27, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>True when this exception, or one that caused it, says so.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull || sqlite.SqliteExtendedErrorCode == SqliteWrite,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException io when FileCodes.Contains(io.HResult) => true,
        _ => Is(exception.InnerException),
    };
}
