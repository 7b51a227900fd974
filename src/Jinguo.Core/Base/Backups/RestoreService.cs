using System.Data.Common;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Backups;

/// <summary>Where a backup is restored to: nothing may be there.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Database">File in the data folder, or connection string.</param>
/// <param name="Files">The folder of stored files, in the data folder.</param>
/// <param name="Keys">The folder of keys, in the data folder.</param>
/// <param name="Ring">The ring that will be used, before it is put there.</param>
/// <param name="KeyFolder">Folder whose keys are put into the data folder, or null.</param>
/// <param name="PostgresTools">Folder of PostgreSQL's programs; empty to look on the path.</param>
public sealed record RestoreTarget(string Data, string Database, string Files, string Keys, DataKeyStore Ring, string? KeyFolder, string PostgresTools = "");

/// <summary>
/// Puts a backup into an empty place. Everything is checked before anything is written: the target, the keys, every hash. The data
/// folder is written beside its place and renamed once it is whole, the server database restored in one transaction, so that
/// a run that was killed leaves nothing that a start would take for data, and the next begins anew.
/// </summary>
public sealed class RestoreService(RestoreTarget target)
{
    private const string Unfinished = ".jinguo-restore";

    /// <summary>Restores. The schema is as it was: the next start migrates it.</summary>
    /// <param name="backup">Folder of the backup.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>What was restored; or problems, and nothing is there.</returns>
    public async Task<Outcome<BackupManifest>> RunAsync(string backup, CancellationToken cancel = default)
    {
        try
        {
            var read = BackupManifest.Read(backup);
            if (!read.Done)
                return read;
            if ((CheckTarget(read.Value) ?? CheckKeys(read.Value)) is { } problem)
                return problem;
            var database = DatabaseCopy.Of(target.Database, target.PostgresTools);
            if (await database.CheckTargetAsync(target.Database, cancel) is { } unusable)
                return unusable;
            var whole = await BackupCheck.RunAsync(backup, cancel);
            return whole.Done ? await PutAsync(backup, read.Value, database, cancel) : whole;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DbException or InvalidOperationException { InnerException: DbException })
        {
            return new Problem("restore.failed", StorageRefused.Is(problem) ? $"{target.Data} 所在的磁盘满了，或者写不进去，没有恢复。请处理好再来。" : $"没有恢复成：{problem.Message}");
        }
    }

    private Problem? CheckTarget(BackupManifest manifest)
    {
        if (manifest.Kind != DatabaseCopy.Of(target.Database, target.PostgresTools).Kind)
            return new Problem("restore.kind", manifest.Kind == "postgres"
                ? "这份备份是 PostgreSQL 的，请用 --database \"Host=…\" 写明一个空的数据库；有密码的，用环境变量 Jinguo__Database 或 Jinguo__Database_FILE。"
                : "这份备份是数据文件夹里的数据库（SQLite），不能恢复到 PostgreSQL。请不要写 --database，也不要设 Jinguo__Database。");
        using var db = DatabaseSetup.Open(target.Database);
        var known = db.Database.GetMigrations().ToList();
        if (string.CompareOrdinal(manifest.Migration, known[0]) < 0)
            return new Problem("backup.older", $"这份备份由太早的版本（{manifest.Version}）制作，这个版本升级不了它的数据库，没有恢复。请用制作它的版本恢复。");
        if (!known.Contains(manifest.Migration))
            return new Problem("backup.newer", $"这份备份由较新的版本（{manifest.Version}）制作，请用那个版本恢复。");
        return File.Exists(target.Data) || (Directory.Exists(target.Data) && Directory.EnumerateFileSystemEntries(target.Data).Any())
            ? new Problem("restore.data.used", $"{target.Data} 不是空的，没有恢复。请用 --data 写一个还没有的文件夹。")
            : null;
    }

    private Problem? CheckKeys(BackupManifest manifest)
    {
        if (manifest.Marks.Count == 0)
            return null;
        if (!target.Ring.Exists)
            return new Problem("restore.keys.missing", $"这份备份里有加密的内容，要用原来的数据密钥才能打开，没有恢复。请用 --keys 写明存放密钥的文件夹（里面有 {KeyCopies.RingName}）。");
        try
        {
            KeyMarks.Check(manifest.Marks, target.Ring);
            return null;
        }
        catch (DataKeysException problem)
        {
            return new Problem("restore.keys.others", $"密钥不是这份备份的，没有恢复。{problem.Message}");
        }
    }

    private async Task<Outcome<BackupManifest>> PutAsync(string backup, BackupManifest manifest, DatabaseCopy database, CancellationToken cancel)
    {
        var draft = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target.Data)) + Unfinished;
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        try
        {
            Directory.CreateDirectory(draft);
            foreach (var file in manifest.Files)
                await FlushedFile.CopyAsync(Path.Combine(BackupFolder.Of(backup).Pool, file.Path), Path.Combine(draft, InData(target.Files), file.Path), cancel);
            foreach (var file in manifest.Own.Skip(1))
                await FlushedFile.CopyAsync(Path.Combine(backup, file.Path), Path.Combine(draft, file.Path), cancel);
            if (target.KeyFolder is { } keys)
                await KeyCopies.RestoreAsync(keys, Path.Combine(draft, InData(target.Keys)), cancel);
            if (await database.RestoreAsync(Path.Combine(backup, manifest.Own[0].Path), DatabaseSetup.IsPostgres(target.Database) ? target.Database : Path.Combine(draft, InData(target.Database)), cancel) is { } problem)
                return problem;
            if (Directory.Exists(target.Data))
                Directory.Delete(target.Data);
            Directory.Move(draft, target.Data);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private string InData(string path) => Path.GetRelativePath(target.Data, path);
}
