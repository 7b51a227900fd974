namespace Jinguo.Core.Base.Backups;

/// <summary>Holds every file of a backup against its hash.</summary>
public static class BackupCheck
{
    /// <summary>Reads everything. Problems: what is missing, and what is not what was written.</summary>
    /// <param name="backup">Folder of the backup.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The manifest.</returns>
    public static async Task<Outcome<BackupManifest>> RunAsync(string backup, CancellationToken cancel = default)
    {
        var read = BackupManifest.Read(backup);
        if (!read.Done)
            return read;
        var problems = new List<Problem>();
        foreach (var (folder, file) in read.Value.Own.Select(file => (backup, file)).Concat(read.Value.Files.Select(file => (BackupFolder.Of(backup).Pool, file))))
            if (await CheckAsync(Path.Combine(folder, file.Path), file, cancel) is { } problem)
                problems.Add(problem);
        return problems.Count == 0 ? read : problems;
    }

    private static async Task<Problem?> CheckAsync(string place, BackupFile file, CancellationToken cancel)
    {
        try
        {
            return await FlushedFile.ReadAsync(place, cancel) == (file.Length, file.Hash) ? null : new Problem("backup.file.damaged", $"备份里的文件被改动或已损坏：{place}");
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Problem("backup.file.missing", $"备份里缺少文件：{place}");
        }
    }
}
