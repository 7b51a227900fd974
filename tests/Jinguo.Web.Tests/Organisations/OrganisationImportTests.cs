using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Organisations;

public sealed class OrganisationImportTests : IAsyncLifetime
{
    private const string Csv = """
        上级,全称,类别,级别,代码
        ,北山镇妇联,,乡镇,990101150000
        北山镇,沙坪村妇联,妇联,村,990101150201
        北山镇妇联,沙坪村妇女小组,妇女小组,,
        ,县教育局妇委会,妇委会,,
        ,县财政局妇委会,妇委会,,
        没有的镇,某村妇联,妇联,村,990101150202
        ,坏码镇妇联,妇联,乡镇,123
        东山1镇,芙蓉11村妇联,妇联,村,990101101201
        """;

    private WebHost host = null!;
    private PageClient administrator = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync();
        administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
    }

    public async Task DisposeAsync()
    {
        administrator.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task GoodRowsAreAdded_BelowEachOtherToo_AndTheOthersAreNamed()
    {
        var page = await PreviewAsync();
        Assert.Contains("共8行，新加5个，已有1个不变，2行要改", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到组织“没有的镇”", page.Text, StringComparison.Ordinal);
        Assert.Contains("请填写12位统计用区划代码", page.Text, StringComparison.Ordinal);
        page = await page.Form().SubmitAsync("只加没有问题的5个");
        Assert.Contains("已加5个组织", page.Text, StringComparison.Ordinal);

        await using var db = host.Database.Open();
        var group = await db.Organisations.SingleAsync(body => body.Name == "沙坪村妇女小组");
        Assert.Equal(("990101150000-001", Level.Group, host.City.Top.Id), (group.Code, group.Level, group.Region));
        Assert.StartsWith(host.City.County.Path, group.Path, StringComparison.Ordinal);
        Assert.Equal(group.Path, (await db.OrganisationEdges.SingleAsync(edge => edge.OrganisationId == group.Id)).Path);
        Assert.Equal(["990101000000-001", "990101000000-002"], await db.Organisations.Where(body => body.Kind == OrganisationKind.Committee).OrderBy(body => body.Code).Select(body => body.Code).ToListAsync());
    }

    [Fact]
    public async Task ImportedAgain_NothingChanges()
    {
        await (await PreviewAsync()).Form().SubmitAsync();
        var page = await PreviewAsync();
        Assert.Contains("新加0个，已有6个不变", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTemplate_IsAWorkbookThatCanBeImported()
    {
        using var response = await administrator.Http.GetAsync($"/organisations/{host.City.County.Id}/import?handler=Template");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await (await administrator.GetAsync($"/organisations/{host.City.County.Id}/import")).Form().Attach("file", "模板.xlsx", await response.Content.ReadAsByteArrayAsync()).SubmitAsync();
        Assert.Contains("表头下面没有内容", page.Text, StringComparison.Ordinal);
    }

    private async Task<Page> PreviewAsync() =>
        await (await administrator.GetAsync($"/organisations/{host.City.County.Id}/import")).Form().Attach("file", "组织.csv", System.Text.Encoding.UTF8.GetBytes(Csv)).SubmitAsync();
}
