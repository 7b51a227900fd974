using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>The sealed contents of files of cases, for backups: they are copied as they lie, and nothing is opened.</summary>
public sealed class CaseFileContents : IStoredContents
{
    /// <inheritdoc/>
    public string Table => "case_files";

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredContent> ListAsync(Db copy) =>
        copy.CaseFiles.OrderBy(file => file.Place).Select(file => new { file.Place, file.Size })
            .Select(file => new StoredContent(CaseFileFolder.InFolder(file.Place), file.Size + ContentCipher.Overhead, null)).AsAsyncEnumerable();
}
