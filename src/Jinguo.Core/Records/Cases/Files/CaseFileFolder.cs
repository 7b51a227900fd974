using System.Security.Cryptography;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>Where the sealed contents of files of cases lie: beside the other files, under random names that tell nothing.</summary>
public sealed class CaseFileFolder(FileFolder folder)
{
    private const int PlaceLength = 32;

    /// <summary>A name that was never used.</summary>
    public static string NewPlace() => RandomNumberGenerator.GetHexString(PlaceLength, lowercase: true);

    /// <summary>Writes a sealed content; it is on the disk when this returns, so that a row never points to nothing.</summary>
    /// <param name="place">A name of <see cref="NewPlace"/>.</param>
    /// <param name="sealedContent">The content, sealed.</param>
    /// <param name="cancel">Stops.</param>
    public async Task KeepAsync(string place, ReadOnlyMemory<byte> sealedContent, CancellationToken cancel = default)
    {
        var path = PathOf(place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var target = new FileStream(path, FileMode.CreateNew);
        await target.WriteAsync(sealedContent, cancel);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Takes away a content that has no row, or none any more; one that is gone already is gone.</summary>
    public void Drop(string place)
    {
        var path = PathOf(place);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>Reads a sealed content.</summary>
    /// <exception cref="FileNotFoundException">It is gone from the folder.</exception>
    public Task<byte[]> ReadAsync(CaseFile file, CancellationToken cancel = default) => File.ReadAllBytesAsync(PathOf(file.Place), cancel);

    /// <summary>True where the content of a row is there in its full length.</summary>
    public bool Holds(string place, long size) => new FileInfo(PathOf(place)) is { Exists: true } found && found.Length == size + ContentCipher.Overhead;

    /// <summary>Where a content lies in the file folder, with slashes.</summary>
    internal static string InFolder(string place) => $"cases/{place[..2]}/{place}";

    private string PathOf(string place) => Path.Combine(folder.Path, InFolder(place));
}
