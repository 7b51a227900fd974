using System.Net;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Posts;
using Jinguo.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Persons;

public sealed class PersonPagesTests : IAsyncLifetime
{
    private const string IdNumber = "11010519491231002X";
    private const string Phone = "13800001234";

    private WebHost host = null!;
    private PageClient chair = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync();
        chair = await host.SignInAsync(Role.Chair, host.City.Village);
        await GrantAsync(host.City.Village, "2026-11-02");
        await GrantAsync(host.City.Village, "2026-11-09");
    }

    public async Task DisposeAsync()
    {
        chair.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task APersonOfTwoRecords_IsOneEntry_Masked()
    {
        var page = await chair.GetAsync("/persons");
        Assert.Equal(["张**", "110105********002X", "138****1234", "2"], page.Texts("tbody tr > *").Take(4));
        Assert.DoesNotContain("张某某", page.One("main").TextContent, StringComparison.Ordinal);
        Assert.Single((await chair.GetAsync("/persons?q=张某某")).Texts("tbody tr"));
        Assert.Contains("没有找到这个姓名", (await chair.GetAsync("/persons?q=张某")).Text, StringComparison.Ordinal);
        page = await page.FollowAsync("张**");
        Assert.Equal(2, page.Document.QuerySelectorAll("main .jg-list li").Length);
        Assert.DoesNotContain(IdNumber, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IdNumber, true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("138 0000 1234", true)]
    [InlineData("110105194912310", false)]
    [InlineData("13800001235", false)]
    public async Task TheWholeNumber_LeadsToHer_AndStandsInNoAddress(string number, bool isFound)
    {
        var page = await (await chair.GetAsync("/persons")).Form("main form[action*='Find' i]").Set("number", number).SubmitAsync();
        Assert.Equal(isFound ? "张**" : "人员", page.Title);
        Assert.DoesNotContain(number, page.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSearch_TakesAWholeNumberToHer_ForHerOwnBodyAlone()
    {
        Assert.Equal("张**", (await (await chair.GetAsync($"/search?q={Phone}")).FollowAsync("张**")).Title);
        using var above = await host.SignInAsync(Role.Chair, host.City.Township);
        Assert.DoesNotContain("张**", (await above.GetAsync($"/search?q={Phone}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherBodies_AlsoThoseAbove_DoNotSeeHer()
    {
        var address = (await (await chair.GetAsync("/persons")).FollowAsync("张**")).Address;
        foreach (var body in new[] { host.City.Township, host.City.Stranger })
        {
            using var other = await host.SignInAsync(Role.Chair, body);
            Assert.Contains("还没有人员", (await other.GetAsync("/persons")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task HerPosts_AreShown_AndDoNotLeadToHerWholeName()
    {
        var page = await (await chair.GetAsync("/persons")).FollowAsync("张**");
        await using (var db = host.Database.Open())
        {
            var body = host.City.Village;
            db.Posts.Add(new() { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, TermId = Guid.NewGuid(), ElectionId = Guid.NewGuid(), PersonId = Guid.Parse(page.Address.Split('/')[^1]), Kind = PostKind.Executive, Entry = PostEntry.Election, From = new(2024, 3, 8) });
            await db.SaveChangesAsync();
        }
        page = await chair.GetAsync(page.Address);
        Assert.Contains($"执委{host.City.Village.Name}2024年3月8日起，在任", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/posts/", page.One("main").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWholeExport_IsAskedForWithAReason_AndComesFromTheFormOfTheList()
    {
        var page = await chair.GetAsync("/ledgers/list?type=grant");
        var refused = await page.Form("form[action*='handler=Export']").SubmitAsync();
        Assert.NotEmpty(refused.Texts("details[open] .jg-field.is-wrong"));

        using var request = page.Form("form[action*='handler=Export']").Set("reason", "年终核对").Request();
        using var answer = await chair.Http.SendAsync(request);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task WhyAPersonIsLookedAt_IsAskedForAtItsOwnField()
    {
        var record = await chair.GetAsync((await chair.GetAsync("/ledgers/list?type=grant")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        var refused = await record.Form("form[action*='Reveal']").SubmitAsync();

        Assert.Equal("为什么要看", refused.One(".jg-field.is-wrong label").TextContent);
        Assert.Contains("为什么要看：", refused.One("main [role=alert]").TextContent, StringComparison.Ordinal);
    }

    private async Task GrantAsync(Organisation body, string day)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var types = await scope.ServiceProvider.GetRequiredService<RecordTypeCatalogCache>().GetAsync(scope.ServiceProvider.GetRequiredService<Db>());
        var type = types.Find("grant")!.Type;
        var values = RecordJson.Read(type, JsonSerializer.SerializeToElement(new { day, name = "慰问", project = "mothers", persons = new { value = 1 }, recipient = "张某某", recipientId = IdNumber, recipientPhone = Phone })).Values.WithDefaults(type);
        var saved = await scope.ServiceProvider.GetRequiredService<LedgerService>().SaveAsync(new(Guid.CreateVersion7(), type.Code, body.Id, values, Confirmed: true), Actor.CommandLine);
        Assert.True(saved.Done, string.Join(" ", saved.Problems.Select(problem => problem.Text)));
    }
}
