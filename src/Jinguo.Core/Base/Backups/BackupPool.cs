namespace Jinguo.Core.Base.Backups;

/// <summary>Copies stored files into the pool, each once: what is there in full length is not read again.</summary>
/// <param name="folder">The folder of backups.</param>
/// <param name="files">The file folder of the product.</param>
internal sealed class BackupPool(BackupFolder folder, string files)
{
    private readonly Dictionary<string, BackupFile> known = folder.List().Reverse()
        .Select(name => BackupManifest.Read(folder.PathOf(name))).FirstOrDefault(read => read.Done)?.Value!.Files
        .ToDictionary(file => file.Path, StringComparer.Ordinal) ?? [];

    /// <summary>Sees to it that the pool holds a file.</summary>
    /// <returns>The file; null where the product does not hold it whole.</returns>
    public async Task<BackupFile?> KeepAsync(StoredContent content, CancellationToken cancel)
    {
        var place = Path.Combine(folder.Pool, content.Path);
        if (new FileInfo(place) is { Exists: true } there && there.Length == content.Length)
            return known.TryGetValue(content.Path, out var before) && before.Length == content.Length
                ? before
                : new(content.Path, content.Length, content.Hash ?? (await FlushedFile.ReadAsync(place, cancel)).Hash);
        var draft = place + BackupFolder.UnfinishedFile;
        try
        {
            var (length, hash) = await FlushedFile.CopyAsync(Path.Combine(files, content.Path), draft, cancel);
            if (length != content.Length || hash != (content.Hash ?? hash))
                return null;
            File.Move(draft, place, overwrite: true);
            return new(content.Path, length, hash);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
