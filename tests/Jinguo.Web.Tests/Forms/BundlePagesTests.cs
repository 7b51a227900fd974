using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Forms;

public sealed class BundlePagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ACountyOfficerMakesABundle_TheVillagePrintsIt_AndAnOldVersionStaysReadable()
    {
        using var county = await host.SignInAsync(Role.Officer, host.City.County);
        var edit = await (await county.GetAsync("/forms/new")).Form("form[data-draft=forms-bundle]").Set("bundleName", "一簿一册").SubmitAsync();
        Assert.Contains("至少要有一本", edit.Text, StringComparison.Ordinal);
        edit = await Book(edit, "妇女培训登记簿", "training").SubmitAsync();
        edit = await Book(edit, "巾帼志愿者花名册", "volunteer-team").SubmitAsync();
        edit = await edit.Form("form:has([aria-label='下移：妇女培训登记簿'])").SubmitAsync("下移");
        edit = await edit.Form("form[action*='handler=Head']").Set("basis", "安妇字〔2026〕7号").SubmitAsync();
        Assert.Equal(["1　巾帼志愿者花名册", "2　妇女培训登记簿"], edit.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        var refused = await edit.Form("form[action*='handler=Book']").Set("bookName", "空的").SubmitAsync();
        Assert.Contains("请选至少一种台账", refused.Text, StringComparison.Ordinal);

        var shown = await (await edit.FollowAsync("发布")).Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕7号").Set("validTo", "2027-12-31").SubmitAsync("发布");
        Assert.Contains("第1版在用", shown.Text, StringComparison.Ordinal);

        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        await (await village.GetAsync("/ledgers/new/training")).Form("form:has([name=key])").Set("f-day", "2026-11-16").Set("f-topic", "绒花").Set("f-participants", "50").SubmitAsync("存下这一笔");
        var address = (await village.GetAsync(shown.Address)).Document.QuerySelector("a[href^='/ledgers/books']")!.GetAttribute("href")!;
        var book = await village.GetAsync(address);
        Assert.Contains("1 巾帼志愿者花名册", book.Text, StringComparison.Ordinal);
        Assert.Contains("绒花培训", book.Text, StringComparison.Ordinal);
        Assert.Contains("一簿一册", (await village.GetAsync("/ledgers/books")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await village.GetAsync(shown.Address + "/bundle")).Status);

        edit = await (await county.GetAsync(shown.Address + "/bundle?place=1")).Form("form[action*='handler=Book']").Set("bookName", "培训和活动登记簿").Set("types", "activity").SubmitAsync();
        Assert.Contains("妇女活动、妇女培训", edit.Text, StringComparison.Ordinal);
        shown = await (await edit.FollowAsync("发布")).Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕8号").Set("validTo", "2027-12-31").SubmitAsync("发布");
        Assert.Contains("第2版在用", shown.Text, StringComparison.Ordinal);
        var before = await village.GetAsync(address);
        Assert.Contains("这是第1版，现在不用了。", before.Text, StringComparison.Ordinal);
        Assert.Contains("2 妇女培训登记簿", before.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await village.Http.GetAsync(before.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!)).StatusCode);

        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(shown.Address)).Status);
    }

    [Fact]
    public async Task ABundle_GoesOutAsAPack_AndComesInAgain()
    {
        using var county = await host.SignInAsync(Role.Officer, host.City.County);
        var form = await OwnForms.MakeBundleAsync(host, host.City.County);
        var file = await county.Http.GetByteArrayAsync($"/forms/{form}?handler=File");
        Assert.Contains("\"bundles\"", Encoding.UTF8.GetString(file), StringComparison.Ordinal);

        var back = await (await county.GetAsync("/forms/new")).Form("form[action*='handler=Import']").Attach("file", "簿册.json", file).SubmitAsync();

        Assert.Equal($"/forms/{form}/bundle", back.Address);
        Assert.Equal(file, await county.Http.GetByteArrayAsync($"/forms/{form}?handler=File"));
        // The designer of fields has nothing to do with it.
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/forms/{form}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/forms/{form}/field")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/forms/{await OwnForms.MakeAsync(host, host.City.County)}/bundle")).Status);
    }

    private static Form Book(Page edit, string name, string type) => edit.Form("form[action*='handler=Book']").Set("bookName", name).Set("types", type);
}
