using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Audit;

public sealed class AuditPageTests : IAsyncLifetime
{
    private WebHost host = null!;
    private PageClient audit = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync(isSeparated: true);
        audit = await host.SignInAsync(Role.AuditAdministrator, host.City.Top);
    }

    public async Task DisposeAsync()
    {
        audit.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task WhatTheOthersDid_IsRead_ByThePerson_TheKind_AndAsTheActsOfTheThree()
    {
        using var system = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        await (await system.GetAsync("/accounts/new")).Form().Set("Input.Name", "李某某").Set("Input.UserName", "lihua")
            .Set("Input.Roles[0].Body", host.City.Village.Code).Set("Input.Roles[0].Role", "Officer").SubmitAsync();
        await ActAsync(host.City.Village, "record.corrected", "record", [new("participants", "30", "32")]);

        var page = await audit.GetAsync($"/audit?body={host.City.Top.Code}");
        Assert.Equal(["修改", "新建"], page.Texts("tbody td:nth-child(3)"));
        Assert.Contains("30 → 32", page.Text, StringComparison.Ordinal);
        Assert.Contains("账号 lihua", page.Text, StringComparison.Ordinal);
        Assert.Equal(["新建"], (await audit.GetAsync("/audit?officers=true")).Texts("tbody td:nth-child(3)"));
        Assert.Equal(["新建"], (await audit.GetAsync("/audit?kind=account")).Texts("tbody td:nth-child(3)"));
        Assert.Equal(["新建"], (await audit.GetAsync("/audit?what=lihua")).Texts("tbody td:nth-child(3)"));
        Assert.Equal(["修改"], (await audit.GetAsync("/audit?who=命令行&kind=record")).Texts("tbody td:nth-child(3)"));
        Assert.Equal(["修改", "新建"], (await audit.GetAsync($"/audit?body={host.City.Township.Code}")).Texts("tbody td:nth-child(3)"));
        Assert.Contains("没有符合条件", (await audit.GetAsync($"/audit?body={host.City.Stranger.Code}")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到组织", (await audit.GetAsync("/audit?body=没有这个")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Persons_AreMasked_InTheDifferenceAndTheReason()
    {
        await ActAsync(host.City.Village, "record.corrected", "record", [new("recipient", "王小某", "李小某")], "电话13812345678写错了");
        var page = await audit.GetAsync("/audit");
        Assert.DoesNotContain("小某", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", page.Text, StringComparison.Ordinal);
        Assert.Contains("138****5678", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePages_GoOnByKey_AndHoldEveryEntryOnce()
    {
        for (var number = 0; number < 120; number++)
            await ActAsync(host.City.Village, "record.saved", "record", [], $"第{number}条");
        var reasons = new List<string>();
        var page = await audit.GetAsync("/audit?kind=record");
        while (true)
        {
            reasons.AddRange(page.Texts("tbody td .jg-under").Where(text => text.StartsWith("原因", StringComparison.Ordinal)));
            if (!page.Text.Contains("更早的50条", StringComparison.Ordinal))
                break;
            page = await page.FollowAsync("更早的50条");
        }
        Assert.Equal([.. Enumerable.Range(0, 120).Reverse().Select(number => $"原因：第{number}条")], reasons);
    }

    [Fact]
    public async Task ADay_IsADayInChina()
    {
        await ActAsync(host.City.Village, "record.saved", "record", []);
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        Assert.Single((await audit.GetAsync($"/audit?kind=record&from={today:O}&to={today:O}")).Texts("tbody tr"));
        Assert.Contains("没有符合条件", (await audit.GetAsync($"/audit?to={today.AddDays(-1):O}")).Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件", (await audit.GetAsync($"/audit?from={today.AddDays(1):O}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAuditorOfATownship_ReadsItsEntriesAlone()
    {
        await ActAsync(host.City.Stranger, "record.saved", "record", [], "别处的");
        await ActAsync(host.City.Village, "record.saved", "record", [], "本镇的");
        using var township = await host.SignInAsync(Role.AuditAdministrator, host.City.Township);
        var page = await township.GetAsync("/audit");
        Assert.Contains("本镇的", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("别处的", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&format=csv")]
    public async Task AnExport_SaysWhoTookIt_AndIsInTheTrailItself(string format)
    {
        await ActAsync(host.City.Village, "record.saved", "record", [], "第一条");
        using var response = await audit.Http.GetAsync(new Uri("/audit?handler=Export&kind=record" + format, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        if (format.Length > 0)
        {
            var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split('\n');
            Assert.Contains("操作记录，注意保密。张某某", lines[0], StringComparison.Ordinal);
            Assert.Contains("第一条", lines[2], StringComparison.Ordinal);
        }
        var page = await audit.GetAsync("/audit?kind=trail");
        Assert.Contains("导出操作记录", page.Text, StringComparison.Ordinal);
        Assert.Contains("行数 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVerification_RunsAsAJob_AndWhatItFoundIsShown()
    {
        await ActAsync(host.City.Village, "record.saved", "record", []);
        var page = await audit.GetAsync("/audit");
        Assert.Contains("还没有核验过", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='Verify' i]").SubmitAsync();
        Assert.Contains("正在核验操作记录", page.Text, StringComparison.Ordinal);
        await host.RunJobsAsync();
        page = await audit.GetAsync("/audit");
        Assert.Contains("没有发现改动", page.Text, StringComparison.Ordinal);
        Assert.Contains("核验操作记录", page.Texts("tbody td:nth-child(3)"));

        await using (var db = host.Database.Open())
        {
            if (db is SqliteDb)
                await db.Database.ExecuteSqlRawAsync("DROP TRIGGER trail_changes_update");
            else
                await db.Database.ExecuteSqlRawAsync("ALTER TABLE changes DISABLE TRIGGER USER");
            await db.Changes.Where(change => change.OrganisationId == host.City.Village.Id).ExecuteUpdateAsync(set => set.SetProperty(change => change.ActorName, "别人"));
        }
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await page.Form("main form[action*='Verify' i]").SubmitAsync();
        await host.RunJobsAsync();
        page = await audit.GetAsync("/audit");
        Assert.Contains("发现1处问题", page.Text, StringComparison.Ordinal);
        Assert.Contains($"被改动：{host.City.Village.Name}第1号", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAuditor_SeesNoBusinessPage_AndNobodyElseTheTrail()
    {
        foreach (var address in new[] { "/ledgers", "/figures", "/tables", "/reports", "/circulars", "/accounts", "/security" })
            Assert.Equal(HttpStatusCode.Forbidden, (await audit.GetAsync(address)).Status);
        Assert.Equal(["工作台", "组织", "审计"], (await audit.GetAsync("/")).Texts(".jg-nav a"));
        foreach (var role in new[] { Role.Chair, Role.SystemAdministrator, Role.SecurityAdministrator })
        {
            using var other = await host.SignInAsync(role, host.City.Top);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/audit")).Status);
        }
    }

    private async Task ActAsync(Organisation body, string act, string kind, IReadOnlyList<FieldChange> fields, string? reason = null)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var write = await db.BeginWriteAsync();
        scope.ServiceProvider.GetRequiredService<ChangeLog>().Add(Actor.CommandLine, body.Region, body.Id, act, kind, $"{Guid.NewGuid()}", reason, fields);
        await write.CommitAsync();
    }
}
