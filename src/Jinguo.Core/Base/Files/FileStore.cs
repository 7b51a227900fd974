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

    private const int LongestEnding = 10;
    private const string Nameless = "文件";

    /// <summary>
    /// Keeps a file. The content is on disk before the row is added, so that a row never points to nothing; the caller
    /// saves and commits. Of a picture only the picture is kept (<see cref="PictureMetadata"/>).
    /// </summary>
    /// <returns>The row added, or a problem when the file is empty, larger than <see cref="LargestSize"/>, a program, or a picture that is not whole.</returns>
    public async Task<Outcome<StoredFile>> AddAsync(Actor actor, Organisation owner, string name, Stream content, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder.Path);
        var draft = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.part");
        try
        {
            var (hash, size, head) = await CopyAsync(content, draft, cancel);
            if (size == 0)
                return new Problem("file.empty", $"文件“{name}”是空的，请重新选择。");
            if (size > LargestSize)
                return new Problem("file.large", $"文件“{name}”超过50MB，请压缩后再上传。");
            if (MediaTypes.IsProgram(head, CleanText.Of(name)))
                return new Problem("file.program", $"文件“{NameOf(name)}”是程序、脚本或网页，不能上传。请改传文档、表格、图片或压缩包。");
            var mediaType = MediaTypes.Sniff(head, name);
            if (MediaTypes.IsPicture(mediaType))
            {
                // Where and with what a photo was taken is nobody's business here.
                if (PictureMetadata.Without(mediaType, await File.ReadAllBytesAsync(draft, cancel)) is not { } clean)
                    return new Problem("file.picture", $"图片“{name}”不完整或已经损坏，请换一张。");
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
                Name = NameOf(name),
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

    private string PlaceOf(string hash) => Path.Combine(folder.Path, hash[..2], hash);

    // Without folders, without what nobody typed; a long one loses its middle and keeps its ending.
    private static string NameOf(string sent)
    {
        var name = Path.GetFileName(CleanText.Of(sent).Replace('\\', '/')).Trim();
        if (name.Trim('.').Length == 0)
            return Nameless;
        var ending = Path.GetExtension(name) is { Length: <= LongestEnding } usual ? usual : "";
        return name.Length <= LongestName ? name : CleanText.Of(name[..(LongestName - ending.Length)]) + ending;
    }

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
            head ??= buffer[..Math.Min(read, 512)];
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            size += read;
        }
        target.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size, head ?? []);
    }
}
