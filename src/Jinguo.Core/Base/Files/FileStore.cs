using System.Security.Cryptography;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files.Pictures;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Files;

/// <summary>Where file contents lie: a folder shared by all nodes.</summary>
/// <param name="Path">The folder, made when missing.</param>
public sealed record FileFolder(string Path);

/// <summary>Keeps file contents by their hash, so that the same content lies there once, and who owns which.</summary>
public sealed class FileStore(Db db, TimeProvider time, FileFolder folder)
{
    /// <summary>Largest file taken: 50 MiB.</summary>
    public const long LargestSize = 50L * 1024 * 1024;

    /// <summary>Longest name kept, in letters.</summary>
    public const int LongestName = 200;

    /// <summary>So many bytes of the beginning tell what a file is.</summary>
    internal const int HeadLength = 512;

    /// <summary>
    /// Keeps a file. The content is on disk before the row is added, so that a row never points to nothing; the caller
    /// saves and commits. Of a picture only the picture is kept (<see cref="PictureMetadata"/>).
    /// </summary>
    /// <returns>The row added, or a problem (<see cref="FileChecks"/>).</returns>
    public async Task<Outcome<StoredFile>> AddAsync(Actor actor, Organisation owner, string name, Stream content, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder.Path);
        var draft = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.part");
        try
        {
            var (hash, size, head) = await CopyAsync(content, draft, cancel);
            if (FileChecks.Check(name, size, head) is { } problem)
                return problem;
            var mediaType = MediaTypes.Sniff(head, name);
            if (MediaTypes.IsPicture(mediaType))
            {
                if (PictureMetadata.Without(mediaType, await File.ReadAllBytesAsync(draft, cancel)) is not { } clean)
                    return FileChecks.BrokenPicture(name);
                (hash, size, _) = await CopyAsync(new MemoryStream(clean), draft, cancel);
            }
            var place = PlaceOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(draft, place, overwrite: true);
            var row = new StoredFile
            {
                Region = owner.Region,
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                OrganisationId = owner.Id,
                Name = FileChecks.NameOf(name),
                MediaType = mediaType,
                Size = size,
                Hash = hash,
                CreatedAt = time.Instant(),
                CreatedBy = actor.AccountId,
            };
            db.StoredFiles.Add(row);
            return row;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens the content of a file kept.</summary>
    /// <exception cref="FileNotFoundException">The content is gone from the folder.</exception>
    public Stream Open(StoredFile file) => File.OpenRead(PlaceOf(file.Hash));

    /// <summary>The file, if the actor may see it by this right.</summary>
    public static Task<StoredFile?> FindAsync(Visible visible, Right right, Guid id, CancellationToken cancel = default) =>
        visible.Of<StoredFile>(right).AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, cancel);

    /// <summary>Where a content lies in the folder, with slashes.</summary>
    internal static string PathOf(string hash) => $"{hash[..2]}/{hash}";

    private string PlaceOf(string hash) => Path.Combine(folder.Path, PathOf(hash));

    private static async Task<(string Hash, long Size, byte[] Head)> CopyAsync(Stream content, string draft, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = File.Create(draft);
        var buffer = new byte[81920];
        byte[]? head = null;
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0 && size <= LargestSize)
        {
            head ??= buffer[..Math.Min(read, HeadLength)];
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            size += read;
        }
        target.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size, head ?? []);
    }
}
