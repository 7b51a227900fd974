using System.Net;
using System.Net.Http.Headers;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Posts;

/// <summary>届、任职 in the browser. Today is 20 November 2026. Each test has a body of its own.</summary>
public sealed class PostPagesTests(WebHost host) : IClassFixture<WebHost>
{
    private Organisation Village => host.City.Village;

    [Fact]
    public async Task AVillage_EntersItsTermAndSeveralHoldersOnOneForm_AndSeesWhatIsVacant()
    {
        using var village = await host.SignInAsync(Role.Chair, Village);
        var empty = await (await village.GetAsync($"/organisations/{Village.Id}")).FollowAsync("任职");
        Assert.Contains("还没有登记这一届", empty.Text, StringComparison.Ordinal);

        var begun = await (await empty.FollowAsync("登记这一届")).Form().Set("Input.From", "2022-03-08").Set("Input.Number", "3").SubmitAsync("存下");
        Assert.Equal("登记当选", begun.Title);
        var form = begun.Form().Set("Input.Holders[0].Name", "张某某").Set("Input.Holders[0].IsInVillageCommittee", "true")
            .Set("Input.Holders[1].Name", "李某某").Set("Input.Holders[1].Kind", "PartTimeVice").Set("Input.Holders[3].Name", "王某某");
        var page = await form.SubmitAsync("存下");

        Assert.Contains("已登记3人", page.Text, StringComparison.Ordinal);
        Assert.Contains("还有3个月换届", page.Text, StringComparison.Ordinal);
        Assert.Equal(["张某某", "李某某", "王某某"], page.Texts("table[aria-label='任职的人'] tbody th"));
        Assert.Equal(["1", "1", "—", "2", "1", "缺1", "11", "3", "缺8"], page.Texts("table[aria-label='职数'] tbody td"));

        var left = await (await page.FollowAsync("李某某")).Form().Set("Input.Departure", "Retired").SubmitAsync("登记离任");
        Assert.Contains("李某某已登记离任", left.Text, StringComparison.Ordinal);
        Assert.Contains("退休", (await left.FollowAsync("中途离任1")).Text, StringComparison.Ordinal);
        var restored = await (await village.GetAsync(left.Address)).FollowAsync("在任2");
        Assert.Equal(["张某某", "王某某"], restored.Texts("table[aria-label='任职的人'] tbody th"));
    }

    [Fact]
    public async Task ALeaving_IsUndoneByTheMessage()
    {
        var body = host.City.All[6];
        var term = await TermsOfOffice.MakeAsync(host, body);
        using var village = await host.SignInAsync(Role.Officer, body);

        var left = await (await village.GetAsync($"/posts/{term.Post}")).Form().SubmitAsync("登记离任");
        var undone = await left.Form("form[action*='Restore']").SubmitAsync();

        Assert.Contains("已撤回，张某某仍在任", undone.Text, StringComparison.Ordinal);
        Assert.Equal(["张某某", "李某某"], undone.Texts("table[aria-label='任职的人'] tbody th"));
    }

    [Fact]
    public async Task AWrongRow_IsMarked_AndMoreRowsKeepWhatWasTyped()
    {
        var body = host.City.Township;
        await TermsOfOffice.MakeAsync(host, body);
        using var township = await host.SignInAsync(Role.Chair, body);
        var form = (await township.GetAsync($"/organisations/{body.Id}/posts/elect")).Form().Set("Input.Day", "2026-05-04").Set("Input.Holders[2].Name", "王某某").Set("Input.Holders[2].Kind", "Chair");

        var more = await form.SubmitAsync("再加5人");
        Assert.Equal("王某某", more.Form().Value("Input.Holders[2].Name"));
        Assert.Contains("Input.Holders[9].Name", more.Form().Names);
        var refused = await more.Form().SubmitAsync("存下");

        Assert.Contains("主席只有一位，这一天还有人在任", string.Concat(refused.Texts(".jg-field.is-wrong")), StringComparison.Ordinal);
        Assert.Equal(("王某某", "2026-05-04"), (refused.Form().Value("Input.Holders[0].Name"), refused.Form().Value("Input.Day")));
    }

    [Fact]
    public async Task TheNextTerm_EndsTheOneBefore_WhichStaysToBeRead()
    {
        var body = host.City.All[9];
        await TermsOfOffice.MakeAsync(host, body);
        using var township = await host.SignInAsync(Role.Chair, body);

        var begin = await (await township.GetAsync($"/organisations/{body.Id}/posts")).FollowAsync("换届");
        Assert.Contains("在任的2人都登记为届满", begin.Text, StringComparison.Ordinal);
        await begin.Form().Set("Input.From", "2026-11-01").SubmitAsync("存下");
        var page = await township.GetAsync($"/organisations/{body.Id}/posts");
        Assert.Contains("还没有登记在任的人", page.Text, StringComparison.Ordinal);
        var former = await page.FollowAsync("第1届，2024年3月8日至2026年11月1日");
        Assert.Equal(["张某某", "李某某"], former.Texts("table[aria-label='任职的人'] tbody th"));

        var edit = await (await township.GetAsync($"/organisations/{body.Id}/posts")).FollowAsync("改届次职数");
        var ended = await edit.Form("form[action*='End']").Set("Ending.Reason", "停止活动").SubmitAsync("结束这一届");
        Assert.Contains("没有现任的一届", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayOnlyRead_SeesNamesAndNoActs_AndStrangersAndAdministratorsSeeNothing()
    {
        var body = host.City.All[7];
        var term = await TermsOfOffice.MakeAsync(host, body);
        using var reader = await host.SignInAsync(Role.Reader, host.City.Top);
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);

        var page = await reader.GetAsync($"/organisations/{body.Id}/posts");
        Assert.Contains("张某某", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登记当选", page.Text, StringComparison.Ordinal);
        Assert.Empty((await reader.GetAsync($"/posts/{term.Post}")).Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/organisations/{body.Id}/posts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/posts/{term.Post}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync($"/organisations/{body.Id}/posts")).Status);
        Assert.DoesNotContain("任职", (await administrator.GetAsync($"/organisations/{body.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASuperior_FindsWhoHasNoTerm_AndAFigureOpensToThePost()
    {
        var body = host.City.All[13];
        await TermsOfOffice.MakeAsync(host, body);
        using var city = await host.SignInAsync(Role.Chair, host.City.Top);
        var (county, name) = (host.City.All[8], body.Name.PlaceName);

        var list = await city.GetAsync($"/posts?organisation={county.Id}&level=Village&filter=Vacant");
        Assert.Contains(name, list.Texts("tbody th"));
        Assert.Contains("班子缺2，执委缺9", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await city.GetAsync($"/posts?organisation={county.Id}&filter=None")).Texts("tbody th"));
        Assert.Contains("没有登记", (await city.GetAsync($"/posts?organisation={county.Id}")).Text, StringComparison.Ordinal);

        var rows = await city.GetAsync($"/figures/rows?organisation={body.Id}&figure=posts.executives:chair&period=2026");
        Assert.Equal("张某某 主席", (await rows.FollowAsync("看任职")).Title);
        var bodies = await city.GetAsync($"/figures/rows?organisation={body.Id}&figure=posts.bodies&period=2026");
        Assert.Equal($"{body.Name}任职", (await bodies.FollowAsync("看届次")).Title);
    }

    [Fact]
    public async Task ABodyThatIsToEnd_TellsHowManyPostsEndWithIt_AndNoNames()
    {
        var body = host.City.All[11];
        await TermsOfOffice.MakeAsync(host, body);
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);

        var tried = await (await administrator.GetAsync($"/organisations/{body.Id}/reorganise")).Form().Set("Input.Act", "abolish").Set("Input.From", "2026-11-01").Set("Input.Document", "云政发〔2026〕8号").SubmitAsync("看影响");

        Assert.Contains($"{body.Name}这一届随着结束，2 个职务到生效日期为止", tried.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("李某某", tried.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgram_ReadsTheTermOnceAndThePostsByThePage()
    {
        var body = host.City.All[10];
        await TermsOfOffice.MakeAsync(host, body);
        using var chair = await host.SignInAsync(Role.Chair, body);

        var term = await chair.Http.GetAsync($"/api/v1/organisations/{body.Code}/term");
        Assert.Contains("\"number\":1", await term.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/organisations/{body.Code}/term");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse($"{term.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, (await chair.Http.SendAsync(again)).StatusCode);
        var posts = await chair.Http.GetAsync($"/api/v1/organisations/{body.Code}/posts?pageSize=1");
        Assert.Contains("\"name\":\"张某某\",\"kind\":\"Chair\"", await posts.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", string.Concat(posts.Headers.GetValues("Link")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.Http.GetAsync($"/api/v1/organisations/{host.City.Stranger.Code}/posts")).StatusCode);
    }
}
