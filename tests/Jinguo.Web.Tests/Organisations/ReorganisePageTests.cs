using System.Net;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Organisations;

/// <summary>An administrator moves a township to another county in the browser, after looking at what that does.</summary>
public sealed class ReorganisePageTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ATownship_IsMovedAfterALookAtWhatItDoes_AndStandsInTheHistory()
    {
        var (town, county) = (host.City.Township, host.City.All[8]);
        await PostAsync(new("training.participants", "skills", new(2025, 3, 1), 50));
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await (await browser.GetAsync($"/organisations/{town.Id}")).FollowAsync("调整隶属");

        var tried = await page.Form().Set("Input.Target", county.Name).Set("Input.From", "2026-07-01").Set("Input.Document", "云政发〔2026〕8号").SubmitAsync("看影响");

        Assert.Contains("还没有办理", tried.Text, StringComparison.Ordinal);
        Assert.Contains("3 个组织", tried.Text, StringComparison.Ordinal);
        Assert.Equal(host.City.County.Id, await ParentAsync(town.Id));

        var done = await tried.Form().SubmitAsync("确定办理");

        Assert.Contains("已办理：划转，2026年7月1日起生效。", done.Text, StringComparison.Ordinal);
        Assert.Contains("上级 安和县妇联 → 宣平市妇联", done.Text, StringComparison.Ordinal);
        Assert.Equal(county.Id, await ParentAsync(town.Id));
        using var reader = await host.SignInAsync(Role.Reader, host.City.Top);
        Assert.Contains("还没有记录", (await reader.GetAsync($"/figures?organisation={county.Id}&period=2025")).Text, StringComparison.Ordinal);
        Assert.Contains("东山1镇", (await reader.GetAsync($"/figures?organisation={county.Id}&period=2025&tree=now")).Texts("main tbody th a"));
    }

    [Fact]
    public async Task WhatIsMissing_IsAskedForAtItsField_AndNothingTypedIsLost()
    {
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await (await browser.GetAsync($"/organisations/{host.City.Stranger.Id}/reorganise")).Form().Set("Input.Document", "云政发〔2026〕9号").SubmitAsync("看影响");

        Assert.Contains("请填到哪个组织", string.Concat(page.Texts(".jg-field.is-wrong")), StringComparison.Ordinal);
        Assert.Equal("云政发〔2026〕9号", page.Form().Value("Input.Document"));
    }

    [Fact]
    public async Task TheTopOfTheTree_AndBodiesOutOfReach_CannotBeReorganised()
    {
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.County);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{host.City.Top.Id}/reorganise")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{host.City.Stranger.Id}/reorganise")).Status);
    }

    private async Task PostAsync(FactDraft fact)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var write = await scope.ServiceProvider.GetRequiredService<Db>().BeginWriteAsync();
        await scope.ServiceProvider.GetRequiredService<FactBook>().PostAsync(new Posting(new(RecordRef.Ledger, Guid.CreateVersion7()), host.City.Village.Id, [fact]), Actor.CommandLine);
        await write.CommitAsync();
    }

    private async Task<int?> ParentAsync(int id)
    {
        await using var db = host.Database.Open();
        return (await db.FindAsync<Core.Base.Organisations.Organisation>(id))!.ParentId;
    }
}
