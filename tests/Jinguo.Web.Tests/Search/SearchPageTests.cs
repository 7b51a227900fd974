using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Jinguo.Web.Pages.Search;

namespace Jinguo.Web.Tests.Search;

public sealed class SearchPageTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task TheBoxAtTheTop_FindsRecordsBodiesAndFigures()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        await (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "芙蓉刺绣").Set("f-place", "妇女之家").Set("f-participants", "50").SubmitAsync();
        using var township = await host.SignInAsync(Role.Reader, host.City.Township);

        var form = (await township.GetAsync("/figures")).Form("form[role=search]").Set("q", "芙蓉");
        var page = await form.SubmitAsync();

        Assert.Equal("搜索", page.Title);
        Assert.Contains("芙蓉刺绣培训", page.Texts("main li a"));
        Assert.Contains("芙蓉11村妇联", page.Texts("main li a"));
        Assert.Contains("培训人次", (await township.GetAsync("/search?q=培训")).Texts("main li a"));
        Assert.Equal("芙蓉刺绣培训", (await page.FollowAsync("芙蓉刺绣培训")).Title);
    }

    [Fact]
    public async Task NothingFound_SaysWhatToDo_AndAnEmptySearchIsNoError()
    {
        using var reader = await host.SignInAsync(Role.Reader, host.City.Township);

        Assert.Contains("没有找到", (await reader.GetAsync("/search?q=不存在的字词")).Text, StringComparison.Ordinal);
        Assert.Equal("搜索", (await reader.GetAsync("/search")).Title);
        Assert.Equal("搜索", (await reader.GetAsync("/search?q=%20&p=-3")).Title);
    }

    [Fact]
    public async Task AnAdministrator_FindsBodiesOnly()
    {
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await administrator.GetAsync("/search?q=芙蓉");

        Assert.NotEmpty(page.Texts("main li a"));
        Assert.DoesNotContain(page.Texts("main li a"), text => text.Contains("培训", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHit_ShowsTheTextAsItWasWritten_WithTheWordsMarked_AndNotItsTitleAgain()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        await (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "Excel入门").Set("f-place", "妇女之家e栋").Set("f-participants", "51").SubmitAsync();

        var byTitle = await chair.GetAsync("/search?q=excel");
        Assert.Contains("Excel", byTitle.Texts("main li a mark"));
        var byPlace = await chair.GetAsync("/search?q=E栋");

        var line = Assert.Single(byPlace.Texts("main .jg-list-line"));
        Assert.Contains("妇女之家e栋", line, StringComparison.Ordinal);
        Assert.DoesNotContain("EXCEL", line, StringComparison.Ordinal);
        Assert.Equal(["e栋"], byPlace.Texts("main .jg-list-line mark"));
    }

    [Theory]
    [InlineData("在妇女之家举办刺绣培训", "刺绣", "在妇女之家举办[刺绣]培训")]
    [InlineData("Excel和excel入门", "EXCEL 入门", "[Excel]和[excel入门]")]
    [InlineData("<b>刺绣", "刺绣", "<b>[刺绣]")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十刺绣", "刺绣", "…五六七八九十一二三四五六七八九十[刺绣]")]
    [InlineData("没有", "刺绣", "")]
    public void AroundTheWord_AFewOthersAreShown(string text, string words, string shown) =>
        Assert.Equal(shown, string.Concat(FoundText.Around(text, words).Select(piece => piece.IsFound ? $"[{piece.Text}]" : piece.Text)));
}
