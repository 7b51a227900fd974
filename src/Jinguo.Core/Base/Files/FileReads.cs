using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Base.Files;

/// <summary>Reads of files that may name persons in full are in the trail of the body whose file it is.</summary>
public sealed class FileReads(Db db, ChangeLog changes, Actor actor)
{
    /// <summary>The act.</summary>
    public const string Act = "file.opened";

    /// <summary>Kind of files in the history.</summary>
    public const string SubjectKind = "file";

    /// <summary>Writes that the actor opens the file.</summary>
    public async Task RecordAsync(StoredFile file, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, file.Region, file.OrganisationId, Act, SubjectKind, $"{file.Id}", fields: [new("file", null, Masks.InText(file.Name))]);
        await write.CommitAsync(cancel);
    }
}
