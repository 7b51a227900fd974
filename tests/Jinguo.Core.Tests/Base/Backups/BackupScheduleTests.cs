using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Jobs;

namespace Jinguo.Core.Tests.Base.Backups;

public class BackupScheduleTests
{
    private static readonly BackupSchedule Nightly = new("/backup", new(2, 0), 14);

    // 02:00 in China is 18:00 of the day before in UTC.
    [Theory]
    [InlineData("2026-11-20T18:00:00Z", "2026-11-20T18:00:00Z")]
    [InlineData("2026-11-20T17:59:59Z", "2026-11-19T18:00:00Z")]
    [InlineData("2026-11-21T17:00:00Z", "2026-11-20T18:00:00Z")]
    public void ABackup_IsDueAtItsHourInChina(string now, string due) =>
        Assert.Equal(Instant(due), Nightly.LastDue(Instant(now)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("Waiting", null)]
    [InlineData("Running", null)]
    [InlineData("Done", null)]
    [InlineData("Failed 59", null)]
    [InlineData("Failed 60", 1)]
    [InlineData("Failed 180;Failed 61", 2)]
    [InlineData("Failed 180;Done", null)]
    public void AFailure_IsTriedAgainAnHourLater_AndWhatIsMadeIsNotMadeTwice(string jobs, int? attempt)
    {
        var now = Instant("2026-11-20T22:00:00Z");
        var since = jobs.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Select(one => new Job
        {
            Kind = "backup",
            Input = "",
            State = Enum.Parse<JobState>(one[0]),
            EndedAt = one.Length > 1 ? now.AddMinutes(-int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture)) : null,
        });
        Assert.Equal(attempt, BackupSchedule.Attempt([.. since], now));
    }

    private static DateTime Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
