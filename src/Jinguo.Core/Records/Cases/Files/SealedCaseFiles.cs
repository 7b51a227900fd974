using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>The sealed labels of files of cases, which hold the keys of their contents, and the lists of evidence, for a change of the key.</summary>
public sealed class SealedCaseFiles(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "信访个案的材料";

    /// <inheritdoc/>
    public async Task<int> CountOldAsync(CancellationToken cancel) => await OldFiles().CountAsync(cancel) + await OldEvidence().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var files = await OldFiles().OrderBy(file => file.Id).Take(most).ToListAsync(cancel);
        foreach (var file in files)
        {
            file.Label = seal.SealLabel(file.CaseId, file.Id, seal.OpenLabel(file));
            file.StruckReason = seal.OpenStruck(file) is { } reason ? seal.SealStruck(file.Id, reason) : null;
        }
        var evidence = await OldEvidence().OrderBy(row => row.CaseId).Take(most - files.Count).ToListAsync(cancel);
        foreach (var row in evidence)
            row.Sealed = seal.SealEvidence(row.CaseId, seal.Open(row));
        await db.SaveChangesAsync(cancel);
        return files.Count + evidence.Count;
    }

    private IQueryable<CaseFile> OldFiles()
    {
        var newest = seal.NewestPrefix;
        return db.CaseFiles.Where(file => !file.Label.StartsWith(newest) || (file.StruckReason != null && !file.StruckReason.StartsWith(newest)));
    }

    private IQueryable<CaseEvidence> OldEvidence()
    {
        var newest = seal.NewestPrefix;
        return db.CaseEvidence.Where(row => !row.Sealed.StartsWith(newest));
    }
}
