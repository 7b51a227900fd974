using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Jobs;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Backups;

/// <summary>The daily backup, and what the system administrator reads of it on her home page.</summary>
public sealed class BackupJobTests
{
    [Fact]
    [Trait("Needs", "pg_dump")]
    public async Task ADailyBackup_IsMadeOnceForAllNodes_AndStandsOnTheAdministratorsPage()
    {
        await using var one = await BackedUp.StartAsync(folder => new() { ["Jinguo:BackupFolder"] = folder, ["Jinguo:BackupAt"] = "02:30" });
        using var administrator = await one.Host.SignInAsync(Role.SystemAdministrator, one.Host.City.Top);
        Assert.Contains("还没有备份。", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        var job = one.Host.Services.GetRequiredService<BackupJob>();
        Assert.True(await job.AskAsync(CancellationToken.None));
        Assert.False(await job.AskAsync(CancellationToken.None));
        await one.Host.RunJobsAsync();

        var name = Assert.Single(new BackupFolder(one.Folder).List());
        var page = await administrator.GetAsync("/");
        Assert.Contains(Path.Combine(one.Folder, name), page.Text, StringComparison.Ordinal);
        Assert.Contains("每天02:30，保留14份", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("最近两天没有备份成功", page.Text, StringComparison.Ordinal);
        using var below = await one.Host.SignInAsync(Role.SystemAdministrator, one.Host.City.County);
        Assert.DoesNotContain(one.Folder, (await below.GetAsync("/")).Text, StringComparison.Ordinal);

        Assert.False(await job.AskAsync(CancellationToken.None));
        one.Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await job.AskAsync(CancellationToken.None));
        one.Host.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await one.Host.SignInAsync(Role.SystemAdministrator, one.Host.City.Top);
        Assert.Contains("最近两天没有备份成功", (await later.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "pg_dump")]
    public async Task AFailure_IsTold_AndTriedAgainAnHourLater()
    {
        await using var one = await BackedUp.StartAsync(folder => new() { ["Jinguo:BackupFolder"] = folder });
        await File.WriteAllTextAsync(one.Folder, "no folder can be made here");
        var job = one.Host.Services.GetRequiredService<BackupJob>();
        Assert.True(await job.AskAsync(CancellationToken.None));
        await one.Host.RunJobsAsync();
        await using (var db = one.Host.Database.Open())
            Assert.Equal(JobState.Failed, (await db.Jobs.SingleAsync(row => row.Kind == "backup")).State);
        using (var administrator = await one.Host.SignInAsync(Role.SystemAdministrator, one.Host.City.Top))
            Assert.Contains("没有备份成", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.False(await job.AskAsync(CancellationToken.None));

        File.Delete(one.Folder);
        one.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await job.AskAsync(CancellationToken.None));
        await one.Host.RunJobsAsync();
        Assert.Single(new BackupFolder(one.Folder).List());
        using var again = await one.Host.SignInAsync(Role.SystemAdministrator, one.Host.City.Top);
        Assert.DoesNotContain("没有备份成", (await again.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClockThatWentAYearAhead_AndIsPutRight_LeavesNoDayWithoutBackup()
    {
        await using var one = await BackedUp.StartAsync(folder => new() { ["Jinguo:BackupFolder"] = folder });
        var job = one.Host.Services.GetRequiredService<BackupJob>();
        one.Host.Clock.Advance(TimeSpan.FromDays(365));
        Assert.True(await job.AskAsync(CancellationToken.None));
        one.Host.Clock.Advance(TimeSpan.FromDays(-365));

        Assert.True(await job.AskAsync(CancellationToken.None));
        Assert.False(await job.AskAsync(CancellationToken.None));
    }

    [Fact]
    public async Task WithoutAFolder_NothingIsAskedFor_AndTheAdministratorIsWarned()
    {
        await using var host = await Testing.Web.WebHost.StartAsync();
        Assert.False(await host.Services.GetRequiredService<BackupJob>().AskAsync(CancellationToken.None));
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        Assert.Contains("没有安排", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
