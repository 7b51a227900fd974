using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jinguo.Core.Base.Encryption;

namespace Jinguo.Core.Base.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Where it lies, from its folder on, with slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256 of it, in lower-case hex.</param>
public sealed record BackupFile(string Path, long Length, string Hash);

/// <summary>What a backup holds. It never holds a key: the marks only tell which keys are needed and whether they are the right ones.</summary>
/// <param name="Format">Version of this layout.</param>
/// <param name="Version">Version of the product that made it.</param>
/// <param name="At">When the copy of the database was begun (UTC).</param>
/// <param name="Kind">Kind of database: <c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">The last migration of the database.</param>
/// <param name="Own">Files in the folder of the backup: the copy of the database first, then what lies beside it in the data folder.</param>
/// <param name="Files">Stored files, in the pool that all backups of the folder share.</param>
/// <param name="Lost">Stored files that the database names and the data folder did not hold whole.</param>
/// <param name="Marks">What the keys left in the database.</param>
public sealed record BackupManifest(int Format, string Version, DateTime At, string Kind, string Migration, IReadOnlyList<BackupFile> Own, IReadOnlyList<BackupFile> Files, IReadOnlyList<string> Lost, IReadOnlyList<KeyMark> Marks)
{
    /// <summary>The layout that this version writes.</summary>
    public const int Newest = 1;

    /// <summary>Its name in the folder of a backup.</summary>
    public const string FileName = "manifest.json";

    // As sha256sum writes and reads it.
    private const string HashName = "manifest.sha256";

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Everything it holds, in bytes.</summary>
    [JsonIgnore]
    public long Length => Own.Concat(Files).Sum(file => file.Length);

    /// <summary>Writes it, with its own hash beside it.</summary>
    /// <param name="backup">The folder of the backup.</param>
    internal void Write(string backup)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, Layout);
        FlushedFile.Write(Path.Combine(backup, FileName), bytes);
        FlushedFile.Write(Path.Combine(backup, HashName), System.Text.Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {FileName}\n"));
    }

    /// <summary>Reads it. Problems: there is none, it was changed, or it is of a version after this one.</summary>
    /// <param name="backup">The folder of the backup.</param>
    public static Outcome<BackupManifest> Read(string backup)
    {
        var (file, hash) = (Path.Combine(backup, FileName), Path.Combine(backup, HashName));
        if (!File.Exists(file) || !File.Exists(hash))
            return new Problem("backup.manifest.missing", $"{backup} 里没有 {FileName} 和 {HashName}，不是完整的备份。请写一份备份的文件夹，例如 /backup/20261123T020000Z。");
        var bytes = File.ReadAllBytes(file);
        if (File.ReadAllText(hash).Split(' ')[0] != Convert.ToHexStringLower(SHA256.HashData(bytes)))
            return Damaged(file);
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Layout) ?? throw new JsonException();
            if (manifest.Format > Newest)
                return new Problem("backup.newer", $"这份备份由较新的版本（{manifest.Version}）制作，请用那个版本恢复。");
            return manifest.Own.Count > 0 && manifest.Own.Concat(manifest.Files).All(one => IsWithin(one.Path)) ? manifest : Damaged(file);
        }
        catch (JsonException)
        {
            return Damaged(file);
        }
    }

    private static Problem Damaged(string file) => new("backup.manifest.damaged", $"{file} 被改动或已损坏，请用另一份备份。");

    // A path that leads out of its folder was not written by us.
    private static bool IsWithin(string path) => path.Length > 0 && !Path.IsPathRooted(path) && path.Split('/').All(part => part is not ("" or "." or "..")) && !path.Contains('\\', StringComparison.Ordinal);
}
