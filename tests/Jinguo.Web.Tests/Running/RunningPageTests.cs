using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Facts;
using Jinguo.Testing.Web;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Running;

/// <summary>运行情况, and the night's verification that stands on it.</summary>
public sealed partial class RunningPageTests
{
    [Fact]
    public async Task TheSystemAdministratorOfTheTopBody_ReadsHowItRuns_AndNobodyElse()
    {
        await using var host = await WebHost.StartAsync();
        using var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        Assert.Equal("/running", (await keeper.GetAsync("/")).Document.QuerySelector("a[href='/running']")?.GetAttribute("href"));
        var page = await keeper.GetAsync("/running");
        Assert.Contains("还没有备份。", page.Text, StringComparison.Ordinal);
        Assert.Contains("还没有核对过", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有排队的", page.Text, StringComparison.Ordinal);
        Assert.Contains("与版本相符", page.Text, StringComparison.Ordinal);
        Assert.Contains("工作台", (await keeper.GetAsync("/running")).Document.QuerySelector("table.jg-records")!.TextContent, StringComparison.Ordinal);

        foreach (var (role, body) in new[] { (Role.SystemAdministrator, host.City.County), (Role.Chair, host.City.Top), (Role.SecurityAdministrator, host.City.Top) })
        {
            using var other = await host.SignInAsync(role, body);
            using var answer = await other.Http.GetAsync("/running");
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task EachNight_TheBooksAreVerifiedOnce_AndWhatIsWrongIsTold()
    {
        await using var host = await WebHost.StartAsync();
        await host.PostAsync(host.City.Village, "training.participants", "2026-03-01", 50);
        await using var db = host.Database.Open();
        var job = host.Services.GetRequiredService<VerificationJob>();
        await VerifyAsync();
        using (var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top))
            Assert.Contains("全部一致", (await keeper.GetAsync("/running")).Text, StringComparison.Ordinal);
        await db.Sums.Where(sum => sum.OrganisationId == host.City.County.Id).ExecuteUpdateAsync(set => set.SetProperty(sum => sum.Value, sum => sum.Value + 1));
        var wrong = (await new FactVerification(db).RunAsync()).Differences.Count;
        Assert.True(wrong > 0);

        await VerifyAsync();
        Assert.Equal(1, await db.Jobs.CountAsync(row => row.Kind == "figures.verify" && row.State == JobState.Done));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await VerifyAsync();

        Assert.Equal(2, await db.Jobs.CountAsync(row => row.Kind == "figures.verify" && row.State == JobState.Done));
        using var later = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        Assert.Contains($"核对汇总数时发现{wrong}处不符。", (await later.GetAsync("/running")).Text, StringComparison.Ordinal);

        async Task VerifyAsync()
        {
            Assert.True(await job.AskAsync(CancellationToken.None));
            await host.RunJobsAsync();
        }
    }

    [Fact]
    public async Task WhatWasFoundInOneSeventh_IsStillToldAfterTheNext()
    {
        await using var host = await WebHost.StartAsync();
        await RecordAsync(2, new(0, 7));
        await RecordAsync(0, new(1, 7));

        using var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await keeper.GetAsync("/running");
        Assert.Contains("核对汇总数时发现2处不符。", page.Text, StringComparison.Ordinal);
        Assert.Contains("这是第2部分），全部一致；以前发现的2处还没有重新核对", page.Text, StringComparison.Ordinal);

        await RecordAsync(0, RegionPart.Whole);
        var after = await keeper.GetAsync("/running");
        Assert.DoesNotContain("处不符", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("以前发现的", after.Text, StringComparison.Ordinal);

        async Task RecordAsync(int problems, RegionPart part)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await using var scope = host.ScopeAs(Actor.CommandLine);
            await scope.ServiceProvider.GetRequiredService<VerificationTrail>().RecordAsync(
                Actor.CommandLine, new(10, 20, [], [.. Enumerable.Range(0, problems).Select(_ => new FactFault(Guid.CreateVersion7(), "冲销与被冲销的一笔对不上"))]), part);
        }
    }

    [Fact]
    public async Task WhereNothingWasVerifiedOrSealedInTime_ThePageSaysSo_ButNotOnTheFirstDay()
    {
        await using var host = await WebHost.StartAsync();
        await BackUpAsync();
        using (var first = await host.SignInAsync(Role.SystemAdministrator, host.City.Top))
        {
            var page = await first.GetAsync("/running");
            Assert.DoesNotContain("还没有核对过汇总数。", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("操作记录没有按时封存。", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("核对、封存都按时做了", page.Text, StringComparison.Ordinal);
            host.Clock.Advance(TimeSpan.FromMinutes(11));
            Assert.Contains("操作记录没有按时封存。", (await first.GetAsync("/running")).Text, StringComparison.Ordinal);
        }

        host.Clock.Advance(TimeSpan.FromDays(1));
        await BackUpAsync();
        await using (var scope = host.ScopeAs(Actor.CommandLine))
            await scope.ServiceProvider.GetRequiredService<SealService>().SealAsync();
        using var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var late = await keeper.GetAsync("/running");
        Assert.Contains("还没有核对过汇总数。", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有要处理的。", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("操作记录没有按时封存。", late.Text, StringComparison.Ordinal);

        Assert.True(await host.Services.GetRequiredService<VerificationJob>().AskAsync(CancellationToken.None));
        await host.RunJobsAsync();
        Assert.DoesNotContain("还没有核对过", (await keeper.GetAsync("/running")).Text, StringComparison.Ordinal);

        async Task BackUpAsync()
        {
            await using var scope = host.ScopeAs(Actor.CommandLine);
            await scope.ServiceProvider.GetRequiredService<BackupTrail>().RecordAsync(Actor.CommandLine, new BackupMade("backup", host.Clock.GetUtcNow().UtcDateTime, 1, 1, [], []));
        }
    }

    [Fact]
    public async Task WhatThisServerPosted_IsTold()
    {
        await using var host = await WebHost.StartAsync();
        using var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var before = Posted(await keeper.GetAsync("/running"));
        await host.PostAsync(host.City.Village, "training.participants", "2026-03-01", 50);

        // Other tests of this process post as well.
        Assert.True(Posted(await keeper.GetAsync("/running")) > before);

        static int Posted(Page page) => PostedFacts().Match(page.Text) is { Success: true } told ? int.Parse(told.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex("入账(?<count>[0-9,]+)笔，冲销的也算", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostedFacts();
}
