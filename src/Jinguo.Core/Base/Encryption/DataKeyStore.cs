using System.Text;

namespace Jinguo.Core.Base.Encryption;

/// <summary>
/// Where the key ring lies: in a file outside the database or, where an installation is given its secrets from outside, in a
/// setting. The file is read again when it has changed, so that nodes follow a rotation while they run.
/// </summary>
/// <param name="file">Path of the file; made with mode 0600 at the first start.</param>
/// <param name="given">The ring as text; empty to use the file.</param>
public sealed class DataKeyStore(string file, string given = "")
{
    private readonly Lock access = new();
    private DataKeys? keys;
    private DateTime readAt;

    /// <summary>True where the ring is given by a setting, which the product cannot change.</summary>
    public bool IsGiven => given.Length > 0;

    /// <summary>Path of the file.</summary>
    public string File => file;

    /// <summary>True where there is a ring.</summary>
    public bool Exists => IsGiven || System.IO.File.Exists(file);

    /// <summary>The ring.</summary>
    /// <exception cref="DataKeysException">There is none, or it is damaged.</exception>
    public DataKeys Keys
    {
        get
        {
            lock (access)
            {
                if (IsGiven)
                    return keys ??= DataKeys.Parse(given);
                if (!System.IO.File.Exists(file))
                    throw Missing();
                var written = System.IO.File.GetLastWriteTimeUtc(file);
                if (keys is null || written != readAt)
                    (keys, readAt) = (DataKeys.Parse(System.IO.File.ReadAllText(file)), written);
                return keys;
            }
        }
    }

    /// <summary>What is said where the data is encrypted and the ring is not there.</summary>
    public DataKeysException Missing() => new(
        $"找不到数据密钥 {file}：数据库里有加密的个人信息，没有密钥就打不开。请把备份的密钥文件放回原处（权限 0600），或用 Jinguo__DataKeysFile 指明位置。不会自动换新密钥。"
        + $"(The data keys {file} are missing, and the database holds data sealed with them. Put the file back from the backup; no new key is made.)");

    /// <summary>Keeps a ring: written beside the old one and put in its place, readable for the owner only.</summary>
    /// <exception cref="InvalidOperationException">The ring is given by a setting.</exception>
    public void Keep(DataKeys ring)
    {
        if (IsGiven)
            throw new InvalidOperationException("Keys given by a setting are not the product's to change.");
        lock (access)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var beside = file + ".new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(ring.ToText()));
                stream.Flush(flushToDisk: true);
            }
            System.IO.File.Move(beside, file, overwrite: true);
            (keys, readAt) = (ring, System.IO.File.GetLastWriteTimeUtc(file));
        }
    }
}
