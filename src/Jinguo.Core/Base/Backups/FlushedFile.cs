using System.Security.Cryptography;

namespace Jinguo.Core.Base.Backups;

/// <summary>Files that are on the disk, not only in its cache, once these return.</summary>
internal static class FlushedFile
{
    private const int Buffer = 1 << 20;

    /// <summary>Writes a new file that its owner alone may read.</summary>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        using var target = Create(file);
        target.Write(content);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Copies a file and tells what was copied.</summary>
    public static async Task<(long Length, string Hash)> CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = File.OpenRead(from);
        Folders.Make(Path.GetDirectoryName(to)!);
        await using var target = Create(to);
        var found = await HashAsync(source, target, cancel);
        target.Flush(flushToDisk: true);
        return found;
    }

    /// <summary>Flushes what another program has written, leaves it to its owner alone, and tells what it is.</summary>
    public static async Task<(long Length, string Hash)> SettleAsync(string file, CancellationToken cancel)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
        return await HashAsync(stream, Stream.Null, cancel);
    }

    /// <summary>Length and SHA-256 of a file.</summary>
    public static async Task<(long Length, string Hash)> ReadAsync(string file, CancellationToken cancel)
    {
        await using var source = File.OpenRead(file);
        return await HashAsync(source, Stream.Null, cancel);
    }

    private static async Task<(long Length, string Hash)> HashAsync(Stream source, Stream target, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        long length = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            length += read;
        }
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(file, options);
    }
}
