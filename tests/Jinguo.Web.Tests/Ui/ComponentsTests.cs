using System.Net;
using System.Net.Http.Headers;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Ui;

/// <summary>The components as the page that shows them all renders them.</summary>
public sealed class ComponentsTests(WebHost host) : IClassFixture<WebHost>
{
    private static async Task<Page> ShowAsync(PageClient visitor, string query = "")
    {
        var page = await visitor.GetAsync("/components" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    [Fact]
    public async Task AWrongField_SaysWhatIsWrongBesideItAndAtTheTop()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor);
        var input = page.One("#Attendance");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Attendance-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("五十多", input.GetAttribute("value"));
        Assert.Equal("#Attendance", page.One(".jg-message.is-bad li a").GetAttribute("href"));
        Assert.StartsWith("到场人次：", page.Texts(".jg-message.is-bad li a")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryVisibleControl_HasALabelThatExists()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor);
        var without = page.Document.QuerySelectorAll("main :is(input:not([type=hidden]), select, textarea)")
            .Where(control => control.Closest("label") is null
                && control.GetAttribute("aria-label") is null
                && page.Document.QuerySelector($"label[for='{control.Id}']") is null)
            .Select(control => control.OuterHtml);
        Assert.Empty(without);
    }

    [Fact]
    public async Task NoPagePart_NeedsAnExceptionFromAStrictContentPolicy()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onchange]"));
    }

    [Fact]
    public async Task SortingAndPaging_KeepTheQuery()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor, "?q=%E5%88%BA%E7%BB%A3&sort=name&p=3");
        var sorted = page.One("th[aria-sort]");
        Assert.Equal("ascending", sorted.GetAttribute("aria-sort"));
        Assert.Equal("/components?q=%E5%88%BA%E7%BB%A3&sort=-name", sorted.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(page.Document.QuerySelectorAll(".jg-pager a"), link => Assert.Contains("sort=name", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal("name", page.One(".jg-filter input[name=sort]").GetAttribute("value"));
    }

    [Fact]
    public async Task ASmallSensitiveNumber_IsNowhereOnThePage()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor);
        var cell = page.Document.QuerySelectorAll("td[data-column=petitions]")[1];
        Assert.Equal("<5", cell.TextContent.Trim());
        Assert.DoesNotContain(">3<", cell.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASavedForm_SaysSoOnceAndOffersToTakeItBack()
    {
        using var visitor = host.Visit();
        var form = (await ShowAsync(visitor)).Form("form[data-draft]");
        var saved = await form.Set("Attendance", "52").SubmitAsync("存下");
        Assert.Contains("is-saved", saved.One("body").ClassName!, StringComparison.Ordinal);
        Assert.StartsWith("已存下，培训人次加52。", saved.Texts("main > .jg-message")[0], StringComparison.Ordinal);
        var undone = await saved.Form("main > .jg-message form").SubmitAsync();
        Assert.Equal("已撤回。", undone.Texts("main > .jg-message")[0]);
        Assert.DoesNotContain("已撤回。", (await ShowAsync(visitor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheElderVersion_IsTurnedOnAndOffWithoutScript()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor, "?q=a");
        var elder = await page.Form(".jg-top form[action='/elder']").SubmitAsync();
        Assert.Equal("/components?q=a", elder.Address);
        Assert.True(elder.One("html").ClassList.Contains("jg-elder"));
        var back = await elder.Form(".jg-top form[action='/elder']").SubmitAsync();
        Assert.False(back.One("html").ClassList.Contains("jg-elder"));
    }

    [Fact]
    public async Task TheElderVersion_NeverLeadsToAnotherSite()
    {
        using var visitor = host.Visit();
        var page = await ShowAsync(visitor);
        var answer = await page.Form(".jg-top form[action='/elder']").Set("back", "https://example.org/").SubmitAsync();
        // Home, where a stranger is asked to sign in.
        Assert.Equal("/sign-in?from=%2F", answer.Address);
    }

    [Theory]
    [InlineData("link[rel=stylesheet]", "href", 10_000)]
    [InlineData("script[src]", "src", 20_000)]
    public async Task StylesAndScripts_AreSmallCompressedAndKeptForEver(string selector, string attribute, int most)
    {
        using var visitor = host.Visit();
        var address = (await ShowAsync(visitor)).One(selector).GetAttribute(attribute)!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await visitor.Http.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.InRange(answer.Content.Headers.ContentLength ?? 0, 1, most);
    }
}
