using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Backups;

/// <summary>How backups stand.</summary>
/// <param name="Made">The entry of the last good one, or null.</param>
/// <param name="Failed">The entry of the last failure, where it came after that; else null.</param>
public sealed record BackupState(Change? Made, Change? Failed)
{
    /// <summary>A field of the entry of the last good one, or null.</summary>
    /// <param name="field">Name of the field.</param>
    public string? Of(string field) => Made is null ? null : ChangeLog.Fields(Made).FirstOrDefault(one => one.Field == field)?.After;
}

/// <summary>Backups in the trail of the installation: made, failed, restored.</summary>
public sealed class BackupTrail(Db db, ChangeLog changes)
{
    /// <summary>Kind of backups in the history.</summary>
    public const string SubjectKind = "backup";

    /// <summary>Field with the folder of a backup.</summary>
    public const string Folder = "folder";

    /// <summary>Field with the size of a backup, in bytes.</summary>
    public const string Bytes = "bytes";

    /// <summary>Field with the number of stored files that were not there.</summary>
    public const string Lost = "lost";

    private const string MadeAct = "backup.made";
    private const string FailedAct = "backup.failed";
    private const int LongestReason = 1000;

    /// <summary>Writes that one was made. The trail of a database of an earlier version is left alone.</summary>
    public Task RecordAsync(Actor actor, BackupMade made, CancellationToken cancel = default) => RecordAsync(actor, MadeAct, reason: null, cancel,
    [
        new(Folder, null, made.Path), new(Bytes, null, Text(made.Length)), new("files", null, Text(made.Files)),
        new(Lost, null, made.Lost.Count == 0 ? null : Text(made.Lost.Count)), new("removed", null, made.Removed.Count == 0 ? null : string.Join(' ', made.Removed)),
    ]);

    /// <summary>Writes that one failed, and why.</summary>
    public Task RecordAsync(Actor actor, IEnumerable<Problem> problems, CancellationToken cancel = default)
    {
        var reason = string.Join(' ', problems.Select(problem => problem.Text));
        return RecordAsync(actor, FailedAct, CleanText.Of(reason.Length > LongestReason ? reason[..LongestReason] : reason), cancel);
    }

    /// <summary>Writes that the database comes from a backup.</summary>
    public Task RecordAsync(Actor actor, string backup, BackupManifest manifest, CancellationToken cancel = default) =>
        RecordAsync(actor, "backup.restored", reason: null, cancel, new(Folder, null, backup), new("at", null, manifest.At.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>The last good one and the last failure: two queries.</summary>
    public async Task<BackupState> ReadAsync(CancellationToken cancel = default)
    {
        var (made, failed) = (await LastAsync(MadeAct, cancel), await LastAsync(FailedAct, cancel));
        return new(made, failed?.At > (made?.At ?? DateTime.MinValue) ? failed : null);
    }

    private async Task RecordAsync(Actor actor, string act, string? reason, CancellationToken cancel, params FieldChange[] fields)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, region: 0, organisationId: 0, act, SubjectKind, act, reason, fields);
        await write.CommitAsync(cancel);
    }

    private Task<Change?> LastAsync(string act, CancellationToken cancel) => db.Changes.AsNoTracking()
        .Where(change => change.SubjectKind == SubjectKind && change.SubjectId == act).OrderByDescending(change => change.At).FirstOrDefaultAsync(cancel);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
