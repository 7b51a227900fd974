using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jinguo.Core.Base.Data;

/// <summary>Tells that an act failed because nothing more can be written: the disk is full, a quota is used up, or the disk has become read-only.</summary>
public static class StorageRefused
{
    // SQLITE_FULL; SQLITE_READONLY; SQLITE_IOERR_WRITE, which stands for a quota and for a disk that the system took away from writers.
    private const int SqliteFull = 13;
    private const int SqliteReadOnly = 8;
    private const int SqliteWrite = 778;

    // ENOSPC, EFBIG, EDQUOT, EROFS; on Windows ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL and ERROR_WRITE_PROTECT.
    private static readonly int[] FileCodes = [28, 27, 122, 30, unchecked((int)0x80070070), unchecked((int)0x80070027), unchecked((int)0x80070013)];

    /// <summary>True when this exception, or one that caused it, says so.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteFull or SqliteReadOnly || sqlite.SqliteExtendedErrorCode == SqliteWrite,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError } => true,
        IOException io when FileCodes.Contains(io.HResult) => true,
        _ => Is(exception.InnerException),
    };
}
