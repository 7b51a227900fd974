using Jinguo.Core.Base.Encryption;

namespace Jinguo.Core.Base.Backups;

/// <summary>Keys are kept apart from backups: whoever has both reads everything. They are written, and put back, by themselves.</summary>
public static class KeyCopies
{
    /// <summary>Name of the ring in a folder of keys.</summary>
    public const string RingName = "data-keys.json";

    private const string CookieKeys = "*.xml";

    /// <summary>
    /// Writes the ring and the keys that sign cookies into a folder. Problems: it lies within the folder of backups, or that
    /// within it; it holds keys of another installation.
    /// </summary>
    /// <param name="store">The ring.</param>
    /// <param name="cookieKeys">Folder of the keys that sign cookies.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="backups">The folder of backups.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Outcome<string>> WriteAsync(DataKeyStore store, string cookieKeys, string folder, string backups, CancellationToken cancel = default)
    {
        if (CheckPlace(folder, backups) is { } problem)
            return problem;
        var ring = Path.Combine(folder, RingName);
        if (File.Exists(ring) && DataKeys.Parse(await File.ReadAllTextAsync(ring, cancel)).All.Any(key => store.Keys.Find(key.Id) is null))
            return new Problem("backup.keys.others", $"{ring} 里有这个平台没有的密钥，没有覆盖它。请换一个文件夹。");
        Folders.Make(folder);
        new DataKeyStore(ring).Keep(store.Keys);
        await CopyCookieKeysAsync(cookieKeys, folder, cancel);
        return ring;
    }

    /// <summary>Why keys must not be written there; null where they may.</summary>
    /// <param name="folder">Folder for keys.</param>
    /// <param name="backups">The folder of backups.</param>
    public static Problem? CheckPlace(string folder, string backups) => Folders.IsWithin(folder, backups) || Folders.IsWithin(backups, folder)
        ? new Problem("backup.keys.within", $"密钥不能和备份放在一起：{folder} 与备份文件夹 {backups} 一个在另一个里面。谁同时拿到两样，谁就能打开全部加密内容。请换一个地方，最好是别的介质。")
        : null;

    /// <summary>Puts keys into the folder of keys of an installation.</summary>
    internal static async Task RestoreAsync(string folder, string keys, CancellationToken cancel)
    {
        await FlushedFile.CopyAsync(Path.Combine(folder, RingName), Path.Combine(keys, RingName), cancel);
        await CopyCookieKeysAsync(folder, keys, cancel);
    }

    private static async Task CopyCookieKeysAsync(string from, string to, CancellationToken cancel)
    {
        if (Directory.Exists(from))
            foreach (var key in Directory.GetFiles(from, CookieKeys))
                await FlushedFile.CopyAsync(key, Path.Combine(to, Path.GetFileName(key)), cancel);
    }
}
