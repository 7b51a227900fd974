using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Ledgers;

public sealed class BookPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AVillagePrintsItsFiveBooksAndFiveRosters_AndTakesThemAsAWorkbook()
    {
        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        await (await village.GetAsync("/ledgers/new/training")).Form("form:has([name=key])").Set("f-day", "2026-11-16").Set("f-topic", "刺绣").Set("f-participants", "50").SubmitAsync("存下这一笔");

        var book = await village.GetAsync("/ledgers/books");

        Assert.Equal("五簿五册", book.Title);
        Assert.Contains("妇女培训登记簿1笔", book.Text, StringComparison.Ordinal);
        Assert.Contains("刺绣培训", string.Join(' ', book.Texts("#book-2 tbody th")), StringComparison.Ordinal);
        var file = await village.Http.GetAsync(book.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href"));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);

        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/ledgers/books?body={host.City.Village.Id}")).Status);
    }
}
