using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running.Watching;

/// <summary>How the installation stands, the same whichever node is asked.</summary>
/// <param name="Waiting">Jobs that wait for a node.</param>
/// <param name="Running">Jobs at which a node works.</param>
/// <param name="WaitingSince">When the one was asked for that waits longest (UTC); null where none waits.</param>
/// <param name="Backup">The last backups.</param>
/// <param name="Verified">The last verification of the books, with what is open; null before the first.</param>
/// <param name="Seal">The last seal of the trail; null before the first.</param>
/// <param name="Unsealed">Entries of the trail after it.</param>
/// <param name="DatabaseBytes">Size of the database.</param>
/// <param name="DatabaseKind">Which database, with its version.</param>
public sealed record InstallationState(
    int Waiting, int Running, DateTime? WaitingSince, BackupState Backup, Verified? Verified, Seal? Seal, long Unsealed, long DatabaseBytes, string DatabaseKind);

/// <summary>Acts of a day.</summary>
/// <param name="Acts">Entries of the trail, sign-ins apart.</param>
/// <param name="SignIns">Sign-ins that succeeded.</param>
/// <param name="Refused">Sign-ins that failed.</param>
public sealed record ActsOfDay(int Acts, int SignIns, int Refused);

/// <summary>Reads how the installation stands.</summary>
public sealed class InstallationReader(Db db, Settings settings, BackupTrail backups, VerificationTrail verifications, SealService seals, TimeProvider time)
{
    /// <summary>Jobs, backup, verification, seal, size: eight short statements.</summary>
    public async Task<InstallationState> ReadAsync(CancellationToken cancel)
    {
        var jobs = await db.Jobs.Where(job => job.State == JobState.Waiting || job.State == JobState.Running)
            .GroupBy(job => job.State).Select(group => new { State = group.Key, Count = group.Count(), Oldest = group.Min(job => job.CreatedAt) }).ToListAsync(cancel);
        var (waiting, running) = (jobs.Find(one => one.State == JobState.Waiting), jobs.Find(one => one.State == JobState.Running));
        var unsealed = await db.ChainHeads.Where(head => head.Number != head.SealedNumber).SumAsync(head => head.Number - head.SealedNumber, cancel);
        var (bytes, kind) = await DatabaseAsync(cancel);
        return new(
            waiting?.Count ?? 0, running?.Count ?? 0, waiting?.Oldest, await backups.ReadAsync(cancel), await verifications.LastAsync(cancel), await seals.LastAsync(cancel), unsealed, bytes, kind);
    }

    /// <summary>What has been done today (in China), by the trail: one statement over a day of it.</summary>
    public async Task<ActsOfDay> ReadTodayAsync(CancellationToken cancel)
    {
        var first = TrailReader.KeyAt(China.Start(time.Today()));
        var acts = await db.Changes.Where(change => change.Id >= first).GroupBy(change => change.Act).Select(group => new { Act = group.Key, Count = group.Count() }).ToListAsync(cancel);
        var signIns = acts.Where(act => act.Act.StartsWith("sign-in.", StringComparison.Ordinal)).ToList();
        return new(
            acts.Sum(act => act.Count) - signIns.Sum(act => act.Count),
            signIns.Where(act => act.Act == SignInTrail.SignedInAct).Sum(act => act.Count),
            signIns.Where(act => act.Act is not (SignInTrail.SignedInAct or SignInTrail.SignedOutAct)).Sum(act => act.Count));
    }

    /// <summary>When the first act was done that the trail still has (UTC); null before it: the end of an index. An archive takes what is older than half a year.</summary>
    public async Task<DateTime?> ReadBeginningAsync(CancellationToken cancel) =>
        await db.Changes.OrderBy(change => change.Id).Select(change => (DateTime?)change.At).FirstOrDefaultAsync(cancel);

    /// <summary>Names of the changes of the schema that the database has had, in their order.</summary>
    public async Task<IReadOnlyList<string>> ListMigrationsAsync(CancellationToken cancel) =>
        await db.Database.SqlQuery<string>($"SELECT \"MigrationId\" AS \"Value\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"").ToListAsync(cancel);

    /// <summary>Bytes that the disk of the data folder still takes.</summary>
    public long FreeBytes => new DriveInfo(Path.GetFullPath(settings.Data)).AvailableFreeSpace;

    /// <summary>Bytes of that disk in all.</summary>
    public long DiskBytes => new DriveInfo(Path.GetFullPath(settings.Data)).TotalSize;

    private async Task<(long Bytes, string Kind)> DatabaseAsync(CancellationToken cancel)
    {
        if (db is PostgresDb)
        {
            var told = await db.Database.SqlQuery<PostgresState>($"SELECT pg_database_size(current_database()) AS \"Bytes\", current_setting('server_version') AS \"Version\"").SingleAsync(cancel);
            return (told.Bytes, $"PostgreSQL {told.Version.Split(' ')[0]}");
        }
        var file = db.Database.GetDbConnection().DataSource;
        var files = new[] { file, file + "-wal" }.Select(name => new FileInfo(name)).Where(one => one.Exists);
        return (files.Sum(one => one.Length), $"SQLite {new Microsoft.Data.Sqlite.SqliteConnection().ServerVersion}");
    }

    private sealed record PostgresState(long Bytes, string Version);
}
