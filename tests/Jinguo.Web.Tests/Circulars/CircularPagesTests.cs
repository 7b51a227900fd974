using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Circulars;

public sealed class CircularPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ACountyAsks_ATownshipAnswers_AndTheCountySeesWhoHasNot()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        using var township = await host.SignInAsync(Role.Officer, host.City.Township);
        var form = (await county.GetAsync("/circulars/new")).Form().Set("Input.Title", "关于报送妇女之家的通知").Set("Input.Number", "安妇〔2026〕7号").Set("Input.Text", "请于期限前报送。\n附表见附件。")
            .Set("Input.Level", "Township").Set("Input.NeedsAnswer", "true").Set("Input.Due", "2026-11-25").Attach("files", "附表.csv", Encoding.UTF8.GetBytes("单位,数量\n"));
        var sent = await form.SubmitAsync("发出");
        Assert.Contains("2个单位，签收0个，回复0个", sent.Text, StringComparison.Ordinal);

        var home = await township.GetAsync("/");
        Assert.Contains("通知 关于报送妇女之家的通知", home.Text, StringComparison.Ordinal);
        var page = await home.FollowAsync("去回复：通知 关于报送妇女之家的通知");
        Assert.Equal(["请于期限前报送。", "附表见附件。"], page.Texts(".jg-prose p"));
        Assert.Equal(HttpStatusCode.OK, (await township.Http.GetAsync(page.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href"))).StatusCode);
        var answered = await page.Form("form[action*='Answer']").Set("answer", "已有3个妇女之家。").SubmitAsync();
        Assert.Contains("已回复", answered.Text, StringComparison.Ordinal);

        var open = await county.GetAsync(sent.Address + "?filter=NotAnswered");
        Assert.Equal(["西河1镇"], open.Texts("tbody th"));
        Assert.Contains("已有3个妇女之家。", (await county.GetAsync(sent.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("1/2", string.Join(' ', (await county.GetAsync("/circulars?list=sent")).Texts("tbody td")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongForm_ComesBackWithWhatWasTyped_AndItsFilesKept()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await (await county.GetAsync("/circulars/new")).Form().Set("Input.Text", "请知悉。").Set("Input.Level", "Village").Attach("files", "附表.csv", Encoding.UTF8.GetBytes("a,b\n")).SubmitAsync();

        Assert.Contains("请填写标题", page.Text, StringComparison.Ordinal);
        Assert.Contains("已传上来1个", page.Text, StringComparison.Ordinal);
        var sent = await page.Form().Set("Input.Title", "通知一则").SubmitAsync();
        Assert.Contains("附表.csv", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACircularOfOthers_IsNotThere()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        var sent = await (await county.GetAsync("/circulars/new")).Form().Set("Input.Title", "通知两则").Set("Input.Text", "请知悉。").Set("Input.Level", "Township").SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(sent.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(sent.Address + $"?handler=File&file={Guid.NewGuid()}")).Status);
    }
}
