using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>Holds the rows of files of cases against the folder: after a backup was restored, both must be there.</summary>
public sealed class CaseFileVerification(Db db, CaseFileFolder folder)
{
    /// <summary>The files whose content is gone or cut, by key, and how many there are in all. No name is opened for it.</summary>
    public async Task<(IReadOnlyList<Guid> Lost, int Files)> RunAsync(CancellationToken cancel = default)
    {
        var (lost, count) = (new List<Guid>(), 0);
        await foreach (var file in db.CaseFiles.OrderBy(file => file.Id).Select(file => new { file.Id, file.Place, file.Size }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (!folder.Holds(file.Place, file.Size))
                lost.Add(file.Id);
        }
        return (lost, count);
    }
}
