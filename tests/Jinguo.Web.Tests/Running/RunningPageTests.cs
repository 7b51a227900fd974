using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Facts;
using Jinguo.Testing.Web;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Running;

/// <summary>运行情况, and the night's verification that stands on it.</summary>
public sealed class RunningPageTests
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
}
