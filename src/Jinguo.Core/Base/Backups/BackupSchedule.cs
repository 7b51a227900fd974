using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Backups;

/// <summary>When backups are made by themselves. Pure.</summary>
/// <param name="Folder">The folder of backups; empty for none.</param>
/// <param name="At">The time of the day in China.</param>
/// <param name="Kept">How many backups stay.</param>
public sealed record BackupSchedule(string Folder, TimeOnly At, int Kept)
{
    /// <summary>Fewest backups that stay.</summary>
    public const int LeastKept = 2;

    /// <summary>Most backups that stay.</summary>
    public const int MostKept = 400;

    /// <summary>A failure is tried again after so long.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>A last good backup that is older needs somebody's attention.</summary>
    public static readonly TimeSpan Worrying = TimeSpan.FromDays(2);

    /// <summary>True where backups are made by themselves.</summary>
    public bool IsOn => Folder.Length > 0;

    /// <summary>The last instant (UTC) at which a backup was due.</summary>
    /// <param name="now">Now (UTC).</param>
    public DateTime LastDue(DateTime now)
    {
        var today = China.Start(China.Day(now)) + At.ToTimeSpan();
        return today <= now ? today : today.AddDays(-1);
    }

    /// <summary>Which attempt at the backup that was due is to be begun now, from 0; null for none: it is made, under way, or failed less than an hour ago.</summary>
    /// <param name="since">Jobs asked for since it was due.</param>
    /// <param name="now">Now (UTC).</param>
    public static int? Attempt(IReadOnlyCollection<Job> since, DateTime now) =>
        since.All(job => job.State == JobState.Failed && job.EndedAt + Again <= now) ? since.Count : null;
}
