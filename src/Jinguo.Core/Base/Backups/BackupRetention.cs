namespace Jinguo.Core.Base.Backups;

/// <summary>Takes away what is older than the backups to keep, and stored files that no backup names any more.</summary>
internal static class BackupRetention
{
    /// <summary>Does it. The newest backups stay; what cannot be read is not counted and not touched.</summary>
    /// <param name="folder">The folder, locked by the caller.</param>
    /// <param name="kept">How many stay, at least one.</param>
    /// <returns>Names of those taken away.</returns>
    public static IReadOnlyList<string> Run(BackupFolder folder, int kept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, 1);
        var all = folder.List().Select(name => (Name: name, Manifest: BackupManifest.Read(folder.PathOf(name)).Value)).ToList();
        var readable = all.Where(one => one.Manifest is not null).ToList();
        var old = readable.Take(Math.Max(0, readable.Count - kept)).Select(one => one.Name).ToList();
        foreach (var name in old)
            folder.Remove(name);
        // A manifest that cannot be read may name any file.
        if (readable.Count == all.Count)
            Sweep(folder, readable.Skip(old.Count).SelectMany(one => one.Manifest!.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
        return old;
    }

    private static void Sweep(BackupFolder folder, HashSet<string> named)
    {
        if (!Directory.Exists(folder.Pool))
            return;
        foreach (var file in Directory.GetFiles(folder.Pool, "*", SearchOption.AllDirectories))
            if (!named.Contains(Path.GetRelativePath(folder.Pool, file).Replace(Path.DirectorySeparatorChar, '/')))
                File.Delete(file);
    }
}
