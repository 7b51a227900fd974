using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Backups;

/// <summary>A file in the file folder that a row names.</summary>
/// <param name="Path">Where it lies in the file folder, with slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256 in lower-case hex, where the row knows it; else null.</param>
public sealed record StoredContent(string Path, long Length, string? Hash);

/// <summary>The rows of one table that name files of the file folder. Each module that keeps files has one; a file under a path never changes.</summary>
public interface IStoredContents
{
    /// <summary>The table: a database of an earlier version may not have it yet.</summary>
    string Table { get; }

    /// <summary>All of them.</summary>
    /// <param name="copy">The database, or a copy of it.</param>
    IAsyncEnumerable<StoredContent> ListAsync(Db copy);
}

/// <summary>Files kept by their hash.</summary>
public sealed class StoredFileContents : IStoredContents
{
    /// <inheritdoc/>
    public string Table => "stored_files";

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredContent> ListAsync(Db copy) =>
        copy.StoredFiles.Select(file => new { file.Hash, file.Size }).Distinct().OrderBy(file => file.Hash)
            .Select(file => new StoredContent(FileStore.PathOf(file.Hash), file.Size, file.Hash)).AsAsyncEnumerable();
}
