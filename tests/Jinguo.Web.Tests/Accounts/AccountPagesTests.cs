using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Office.Excel;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Accounts;

public sealed class AccountPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ANewAccount_SignsInWithThePasswordShownOnce()
    {
        using var administrator = await AdministratorAsync();
        var userName = Unique();
        var form = (await administrator.GetAsync("/accounts/new")).Form().Set("Input.Name", "张某某").Set("Input.UserName", userName)
            .Set("Input.Roles[0].Body", host.City.Village.Name).Set("Input.Roles[0].Role", "Officer").Set("Input.Roles[0].Scope", "Own");
        var page = await form.SubmitAsync();
        Assert.Contains("只在这一页出现一次", page.Text, StringComparison.Ordinal);
        var password = page.Texts("main tbody td b")[0];
        Assert.StartsWith("data:application/vnd.openxmlformats", page.One("main a[download]").GetAttribute("href"), StringComparison.Ordinal);

        Assert.Contains("已显示过", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        await SignsInAsync(userName, password);
        Assert.Contains(host.City.Village.Name + " 干事", (await administrator.GetAsync($"/accounts?q={userName}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountOutsideOnesSubtree_IsNeitherListedNorThere()
    {
        using var administrator = await AdministratorAsync(host.City.Township);
        var stranger = await AddAsync(host.City.Stranger);
        Assert.DoesNotContain(stranger.UserName, (await administrator.GetAsync($"/accounts?q={stranger.UserName}")).Texts("main tbody td"));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/accounts/{stranger.Id}")).Status);
        var page = await (await administrator.GetAsync("/accounts/new")).Form().Set("Input.Name", "张某某").Set("Input.UserName", Unique()).Set("Input.Roles[0].Body", host.City.Stranger.Code).SubmitAsync();
        Assert.Contains("没有找到组织", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyIsChosen_FromTheNearestBodies_WhileTyping_OrFromWhatAHalfNameMayMean()
    {
        using var administrator = await AdministratorAsync(host.City.County);
        var page = await administrator.GetAsync("/accounts/new");
        Assert.Equal([host.City.County.Code, .. host.City.All.Where(body => body.ParentId == host.City.County.Id).Select(body => body.Code)], page.Document.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")));

        var typed = await administrator.Http.GetStringAsync(new Uri(page.One("#Input_Roles_0__Body").GetAttribute("data-bodies") + "&q=fr11c", UriKind.Relative));
        Assert.Equal($$"""[{"code":"{{host.City.Village.Code}}","text":"芙蓉11村妇联（东山1镇妇联）"}]""", System.Text.RegularExpressions.Regex.Unescape(typed));
        Assert.Equal("[]", await administrator.Http.GetStringAsync(new Uri("/accounts/new?handler=Bodies&q=" + host.City.Stranger.Code, UriKind.Relative)));

        var userName = Unique();
        page = await page.Form().Set("Input.Name", "张某某").Set("Input.UserName", userName).Set("Input.Roles[0].Body", "芙蓉").SubmitAsync();
        Assert.Equal(["芙蓉11村妇联（东山1镇妇联）", "芙蓉12村妇联（西河1镇妇联）"], page.Texts("fieldset label"));
        page = await page.Form().Set("Input.Roles[0].Chosen", host.City.Village.Code).SubmitAsync();
        Assert.Contains("只在这一页出现一次", page.Text, StringComparison.Ordinal);
        Assert.Contains(host.City.Village.Name, (await administrator.GetAsync($"/accounts?q={userName}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARoleOnAnotherBody_IsAddedByTheForm_AndKeptInTheHistory()
    {
        using var administrator = await AdministratorAsync();
        var account = await AddAsync(host.City.Village);
        var page = await (await administrator.GetAsync($"/accounts/{account.Id}")).Form("main form:not([action*='handler'])")
            .Set("Input.Roles[1].Body", host.City.Stranger.Code).Set("Input.Roles[1].Role", "Reviewer").SubmitAsync();
        Assert.Contains("已存下", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{host.City.Stranger.Name} 审核 本单位及下级", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AResetPassword_ReplacesTheOldOne_AndEndsOpenSignIns()
    {
        using var administrator = await AdministratorAsync();
        var account = await AddAsync(host.City.Village);
        using var open = host.SignIn(account, host.City.Village.Id);
        Assert.Equal("我的账号", (await open.GetAsync("/account")).Title);
        var page = await (await administrator.GetAsync($"/accounts/{account.Id}")).Form("main form[action*='reset' i]").SubmitAsync();
        Assert.Equal("登录", (await open.GetAsync("/account")).Title);
        await SignsInAsync(account.UserName, page.Texts("main tbody td b")[0]);
    }

    [Fact]
    public async Task ADisabledAccount_IsEnabledAgain()
    {
        using var administrator = await AdministratorAsync();
        var account = await AddAsync(host.City.Village);
        var page = await (await administrator.GetAsync($"/accounts/{account.Id}")).Form("main form[action*='state' i]").Set("reason", "调离").SubmitAsync();
        Assert.Contains("已停用", page.Text, StringComparison.Ordinal);
        Assert.Contains("原因 调离", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='state' i]").SubmitAsync("启用这个账号");
        Assert.Contains("已启用", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAdministrator_CannotDisableHerself_NorTouchOneWhoAlsoServesElsewhere()
    {
        await using var db = host.Database.Open();
        var both = await AccountRows.AddAsync(db, Unique(), "张某某", [(host.City.Township, Role.Officer, RoleScope.Own), (host.City.Stranger, Role.Officer, RoleScope.Own)]);
        var own = await AccountRows.AddAsync(db, Unique(), "张某某", [(host.City.Township, Role.SystemAdministrator, RoleScope.Subtree)]);
        using var administrator = host.SignIn(own, host.City.Township.Id);
        var page = await (await administrator.GetAsync($"/accounts/{own.Id}")).Form("main form[action*='state' i]").SubmitAsync();
        Assert.Contains("不能停用自己的账号", page.Text, StringComparison.Ordinal);
        page = await administrator.GetAsync($"/accounts/{both.Id}");
        Assert.DoesNotContain(host.City.Stranger.Name, page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='reset' i]").SubmitAsync();
        Assert.Contains("管理范围以外也有角色", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoHundredVillages_AreImported_WrongRowsAreNamed_AndAgainNothingChanges()
    {
        using var administrator = await AdministratorAsync();
        var stem = Unique();
        var file = Sheet([.. Enumerable.Range(1, 20).Select(number => new[] { "张某某", $"{stem}{number}", host.City.All[number % 15].Code, "干事", "本单位" }),
            ["张某某", $"{stem}x", "没有这个村", "村官", ""], ["张某某", $"{stem}1", host.City.Stranger.Code, "审核", ""]]);
        var page = await (await administrator.GetAsync("/accounts/import")).Form().Attach("file", "账号.xlsx", file).SubmitAsync();
        Assert.Contains("新建20个账号", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到组织“没有这个村”", page.Text, StringComparison.Ordinal);
        Assert.Contains("角色“村官”看不懂", page.Text, StringComparison.Ordinal);

        page = await page.Form().SubmitAsync("只建没有问题的20个账号");
        Assert.Equal("已建好20个账号", page.Title);
        var passwords = page.Texts("main tbody td b");
        Assert.Equal(20, passwords.Distinct().Count());
        await SignsInAsync($"{stem}1", passwords[0]);

        page = await (await administrator.GetAsync("/accounts/import")).Form().Attach("file", "账号.xlsx", file).SubmitAsync();
        Assert.Contains("新建0个账号，已有21行不变", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithoutTheColumns_IsRefusedWithTheReason()
    {
        using var administrator = await AdministratorAsync();
        var page = await (await administrator.GetAsync("/accounts/import")).Form().Attach("file", "x.csv", "a,b\n1,2\n"u8.ToArray()).SubmitAsync();
        Assert.Contains("文件里没有找到这些列：姓名、账号、单位、角色", page.Text, StringComparison.Ordinal);
    }

    private static string Unique() => $"u{Guid.NewGuid():N}"[..12];

    private static byte[] Sheet(string[][] rows)
    {
        using var content = new MemoryStream();
        using (var book = new WorkbookWriter(content))
        using (var sheet = book.AddSheet(new("账号", [new("姓名") { IsRequired = true }, new("账号"), new("单位"), new("角色"), new("范围")])))
            foreach (var row in rows)
                sheet.Row([.. row.Select(text => (CellValue)text)]);
        return content.ToArray();
    }

    private async Task<PageClient> AdministratorAsync(Organisation? body = null) => await host.SignInAsync(Role.SystemAdministrator, body ?? host.City.Top);

    private async Task<Account> AddAsync(Organisation body)
    {
        await using var db = host.Database.Open();
        return await AccountRows.AddAsync(db, Unique(), "张某某", [(body, Role.Officer, RoleScope.Own)]);
    }

    private async Task SignsInAsync(string userName, string password)
    {
        using var browser = host.Visit();
        var page = await (await browser.GetAsync("/sign-in?from=/account")).Form().Set("UserName", userName).Set("password", password).SubmitAsync();
        Assert.Equal("我的账号", page.Title);
        Assert.Contains("还是初始密码", page.Text, StringComparison.Ordinal);
    }
}
