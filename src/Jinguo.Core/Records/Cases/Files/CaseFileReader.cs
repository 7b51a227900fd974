using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>A file of a case in its list.</summary>
/// <param name="File">The row.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Evidence">The kind of evidence under which it is filed, or null.</param>
/// <param name="StruckReason">Why it was struck out, or null.</param>
public sealed record CaseFileLine(CaseFile File, string Name, string MediaType, string? Evidence, string? StruckReason);

/// <summary>The files of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="MayAct">True where the reader may put in files and strike them out.</param>
/// <param name="Files">The files, the oldest first.</param>
public sealed record CaseFilesView(Case Case, string Number, bool MayAct, IReadOnlyList<CaseFileLine> Files);

/// <summary>A file of a case, opened.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its content.</param>
public sealed record OpenedCaseFile(string Name, string MediaType, byte[] Content);

/// <summary>Reads files of cases, for who may read what the case says. Every look at the list and every file opened is in the trail.</summary>
public sealed class CaseFileReader(Db db, CaseAccess access, CaseSeal seal, CaseFileFolder folder, ChangeLog changes)
{
    /// <summary>The files of a case; null where there is none whose texts she may read.</summary>
    public async Task<CaseFilesView?> ListAsync(Guid caseId, CancellationToken cancel = default)
    {
        var offices = db.CaseOffices;
        var found = await access.Readable.AsNoTracking().Where(one => one.Id == caseId).Select(one => new { Case = one, Office = offices.First(office => office.OrganisationId == one.OrganisationId) }).SingleOrDefaultAsync(cancel);
        if (found is not { Case: { } one, Office: { } office } || !await access.MayReadTextsAsync(one, cancel))
            return null;
        var files = await db.CaseFiles.AsNoTracking().Where(file => file.Region == one.Region && file.CaseId == caseId).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(cancel);
        await CaseLooks.WriteAsync(db, changes, access.Actor, (one.Region, one.OrganisationId, one.Id), fullFor: null, cancel);
        return new(one, office.NumberOf(one), access.MayAct(one), files.ConvertAll(Line));
    }

    /// <summary>Opens a file; null where there is none that she may read. That she opened it is in the trail before she has it.</summary>
    /// <exception cref="FileNotFoundException">The content is gone from the folder.</exception>
    /// <exception cref="DataKeysException">The content was changed, or the key is missing.</exception>
    public async Task<OpenedCaseFile?> OpenAsync(Guid caseId, Guid fileId, CancellationToken cancel = default)
    {
        if (await access.Readable.AsNoTracking().SingleOrDefaultAsync(one => one.Id == caseId, cancel) is not { } one || !await access.MayReadTextsAsync(one, cancel)
            || await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId && file.CaseId == caseId, cancel) is not { } file)
            return null;
        var label = seal.OpenLabel(file);
        var content = ContentCipher.Open(await folder.ReadAsync(file, cancel), label.Key, CaseFileSeal.Bound(caseId, file.Id));
        await CaseLooks.WriteOpenedAsync(db, changes, access.Actor, one, file.Id, cancel);
        return new(label.Name, label.MediaType, content);
    }

    private CaseFileLine Line(CaseFile file)
    {
        var label = seal.OpenLabel(file);
        return new(file, label.Name, label.MediaType, label.Evidence, seal.OpenStruck(file));
    }
}
