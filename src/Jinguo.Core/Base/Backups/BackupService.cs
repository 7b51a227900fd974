using System.Data.Common;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Backups;

/// <summary>A backup that was made.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="At">When the copy of the database was begun (UTC).</param>
/// <param name="Length">Everything it holds, in bytes.</param>
/// <param name="Files">How many stored files it holds.</param>
/// <param name="Lost">Stored files that the database names and the data folder does not hold whole.</param>
/// <param name="Removed">Names of older backups that were taken away.</param>
public sealed record BackupMade(string Path, DateTime At, long Length, int Files, IReadOnlyList<string> Lost, IReadOnlyList<string> Removed);

/// <summary>
/// Makes backups while the product runs: first the database as it is at one instant, then the files that this copy names. A file
/// is written before its row, so every row of the copy finds its file. Keys are never in it.
/// </summary>
public sealed class BackupService(Db db, BackupSource source, IEnumerable<IStoredContents> contents, TimeProvider time)
{
    /// <summary>
    /// Makes one. It bears its name once it is whole; on the way, and where it fails, it is no backup. Problems: the folder lies in
    /// the data folder, somebody else writes into it, the tools of the database, a full disk.
    /// </summary>
    /// <param name="path">The folder of backups.</param>
    /// <param name="kept">How many backups stay; null to take none away.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<BackupMade>> MakeAsync(string path, int? kept = null, CancellationToken cancel = default)
    {
        if (Folders.IsWithin(path, source.Data))
            return new Problem("backup.folder.within", $"备份文件夹 {path} 在数据文件夹里面：磁盘坏了，备份也就没有了。请换一个文件夹，最好在别的磁盘上。");
        try
        {
            var folder = new BackupFolder(path);
            await using var mine = folder.Lock();
            if (mine is null)
                return new Problem("backup.busy", $"另一个备份正在写入 {folder.Path}，请等它做完。");
            folder.Clear();
            var (name, draft) = folder.Begin(time.GetUtcNow().UtcDateTime);
            try
            {
                var manifest = await WriteAsync(folder, draft, cancel);
                if (!manifest.Done)
                    return Outcome<BackupMade>.Refused(manifest.Problems);
                folder.Finish(name, draft);
                return new BackupMade(folder.PathOf(name), manifest.Value.At, manifest.Value.Length, manifest.Value.Files.Count, manifest.Value.Lost, kept is { } most ? BackupRetention.Run(folder, most) : []);
            }
            finally
            {
                if (Directory.Exists(draft))
                    Directory.Delete(draft, recursive: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DbException or InvalidOperationException { InnerException: DbException })
        {
            return new Problem("backup.failed", StorageRefused.Is(problem)
                ? $"备份文件夹 {path} 所在的磁盘满了，或者写不进去，没有备份。请腾出空间，或减少保留的份数。"
                : $"没有备份成：{problem.Message}");
        }
    }

    private async Task<Outcome<BackupManifest>> WriteAsync(BackupFolder folder, string draft, CancellationToken cancel)
    {
        var database = DatabaseCopy.Of(source.Database, source.PostgresTools);
        var (at, copy) = (time.Instant(), Path.Combine(draft, database.FileName));
        var rows = await database.MakeAsync(db, copy, one => CopiedRows.ReadAsync(one, contents, cancel), cancel);
        if (!rows.Done)
            return Outcome<BackupManifest>.Refused(rows.Problems);
        var (length, hash) = await FlushedFile.SettleAsync(copy, cancel);
        var own = new List<BackupFile> { new(database.FileName, length, hash) };
        foreach (var file in source.Beside.Where(File.Exists))
        {
            (length, hash) = await FlushedFile.CopyAsync(file, Path.Combine(draft, Path.GetFileName(file)), cancel);
            own.Add(new(Path.GetFileName(file), length, hash));
        }
        var (files, missing) = await KeepFilesAsync(folder, rows.Value.Contents, cancel);
        var manifest = new BackupManifest(BackupManifest.Newest, BackupSource.Version, at, database.Kind, rows.Value.Migration, own, files, await LostAsync(missing, cancel), rows.Value.Marks);
        manifest.Write(draft);
        return manifest;
    }

    private async Task<(List<BackupFile> Files, List<string> Missing)> KeepFilesAsync(BackupFolder folder, IReadOnlyList<StoredContent> named, CancellationToken cancel)
    {
        var (files, missing) = (new List<BackupFile>(), new List<string>());
        var pool = new BackupPool(folder, source.Files);
        foreach (var content in named)
            if (await pool.KeepAsync(content, cancel) is { } file)
                files.Add(file);
            else
                missing.Add(content.Path);
        return (files, missing);
    }

    // What no row names any more went with a case that was destroyed meanwhile: that is as it should be.
    private async Task<IReadOnlyList<string>> LostAsync(List<string> missing, CancellationToken cancel)
    {
        if (missing.Count == 0)
            return missing;
        var now = (await CopiedRows.ReadAsync(db, contents, cancel)).Contents.Select(content => content.Path).ToHashSet(StringComparer.Ordinal);
        return [.. missing.Where(now.Contains)];
    }
}
