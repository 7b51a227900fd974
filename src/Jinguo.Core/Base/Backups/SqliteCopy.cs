using Jinguo.Core.Base.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Backups;

/// <summary>
/// The embedded database, copied by <c>VACUUM INTO</c> in one reading transaction, which no writer waits for. Unlike a copy page by
/// page it leaves behind what was deleted: the words of destroyed cases do not go along.
/// </summary>
internal sealed class SqliteCopy : DatabaseCopy
{
    /// <inheritdoc/>
    public override string Kind => "sqlite";

    /// <inheritdoc/>
    public override string FileName => "database.db";

    /// <inheritdoc/>
    public override async Task<Outcome<CopiedRows>> MakeAsync(Db db, string file, Func<Db, Task<CopiedRows>> read, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        await using var copy = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options);
        var found = await copy.Database.SqlQueryRaw<string>("""SELECT quick_check AS "Value" FROM pragma_quick_check""").ToListAsync(cancel);
        return found is ["ok"] ? await read(copy) : new Problem("backup.database.damaged", $"数据库文件已经损坏（{found[0]}），这次没有备份。请用最近一份好的备份恢复，并检查磁盘。");
    }

    /// <inheritdoc/>
    public override Task<Problem?> CheckTargetAsync(string database, CancellationToken cancel) => Task.FromResult<Problem?>(null);

    /// <inheritdoc/>
    public override async Task<Problem?> RestoreAsync(string copy, string database, CancellationToken cancel)
    {
        await FlushedFile.CopyAsync(copy, database, cancel);
        return null;
    }
}
