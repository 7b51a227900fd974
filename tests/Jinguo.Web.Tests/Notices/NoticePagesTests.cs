using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Circulars;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Posts;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Notices;

/// <summary>提醒 in the browser. Today is 20 November 2026.</summary>
public sealed class NoticePagesTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    private Organisation Village => host.City.Village;

    private Organisation Township => host.City.Township;

    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Records.AnyAsync())
            return;
        db.Records.AddRange(
            Record(Village, "编织培训", ReviewState.Waiting),
            Record(Village, "待补的走访", ReviewState.Returned, reason: "缺到场人数"),
            Record(Village, "妇女之家甲", ReviewState.Accepted, visit: new(2026, 11, 18)),
            Record(Village, "妇女之家乙", ReviewState.Accepted, visit: new(2026, 11, 25)),
            Record(Village, "妇女之家丙", ReviewState.Accepted, visit: new(2027, 3, 1)),
            Record(host.City.Stranger, "别处的培训", ReviewState.Returned));
        db.Terms.Add(new Term { Region = Township.Region, Id = Guid.CreateVersion7(), OrganisationId = Township.Id, Number = 3, From = new(2021, 11, 1), Years = 5, Due = new(2026, 11, 1), Seats = new(25, 0, 1, 0, 2) });
        db.Terms.Add(new Term { Region = Village.Region, Id = Guid.CreateVersion7(), OrganisationId = Village.Id, Number = 3, From = new(2022, 1, 8), Years = 5, Due = new(2027, 1, 8), Seats = new(11, 0, 0, 0, 2) });
        await db.SaveChangesAsync();
        await using var scope = host.ScopeAs(new(null, "张某某", Township.Id, Township.Region, Township.Path, [new(Role.Chair, RoleScope.Subtree)]));
        var circulars = scope.ServiceProvider.GetRequiredService<CircularService>();
        Assert.True((await circulars.SendAsync(new(Guid.CreateVersion7(), "报送妇女之家", "请报送。", Level.Village, []) { NeedsAnswer = true, Due = new(2026, 11, 22) })).Done);
        Assert.True((await circulars.SendAsync(new(Guid.CreateVersion7(), "请知悉", "请知悉。", Level.Village, []))).Done);
        await StatisticalTables.RequestAsync(host, Township);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AVillage_SeesWhatWaitsForIt_InFourGroups_AndNothingOfOthers()
    {
        using var chair = await host.SignInAsync(Role.Chair, Village, RoleScope.Own);
        var page = await chair.GetAsync("/notices");

        Assert.Equal("提醒", page.Title);
        Assert.Contains("走访 妇女之家甲", Group(page, "逾期"), StringComparison.Ordinal);
        Assert.Contains("逾期2天", Group(page, "逾期"), StringComparison.Ordinal);
        Assert.All(["走访 妇女之家乙", "通知 报送妇女之家", "换届"], text => Assert.Contains(text, Group(page, "快到期"), StringComparison.Ordinal));
        Assert.Contains("缺到场人数", Group(page, "退回"), StringComparison.Ordinal);
        Assert.Contains("通知 请知悉", Group(page, "等着办"), StringComparison.Ordinal);
        Assert.Contains("报表 ", page.Text, StringComparison.Ordinal);
        Assert.All(["妇女之家丙", "别处的培训", "编织培训"], text => Assert.DoesNotContain(text, page.Text, StringComparison.Ordinal));
        Assert.Equal("7", Bell(page));
    }

    [Fact]
    public async Task EachLine_LeadsToWhereItIsDone()
    {
        using var chair = await host.SignInAsync(Role.Chair, Village, RoleScope.Own);
        var page = await chair.GetAsync("/notices");

        Assert.Equal(6, page.Document.QuerySelectorAll(".jg-list li a").Length - 1);
        foreach (var address in page.Document.QuerySelectorAll(".jg-list li a").Select(link => link.GetAttribute("href")!))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await chair.GetAsync(address)).Status);
    }

    [Fact]
    public async Task ATownship_SeesItsOverdueTerm_ItsVillagesTerms_AndWhatToReview()
    {
        using var chair = await host.SignInAsync(Role.Chair, Township);
        var page = await chair.GetAsync("/notices");

        Assert.Contains("换届", Group(page, "逾期"), StringComparison.Ordinal);
        Assert.Contains("换届", Group(page, "快到期"), StringComparison.Ordinal);
        Assert.Contains("待审核1笔", Group(page, "等着办"), StringComparison.Ordinal);
        Assert.DoesNotContain("待补的走访", page.Text, StringComparison.Ordinal);
        Assert.Equal("3", Bell(page));
        Assert.Equal("3", Bell(await chair.GetAsync("/account")));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.AuditAdministrator)]
    public async Task WhoHasNothingToDo_IsToldSo(Role role)
    {
        using var visitor = await host.SignInAsync(role, Village, RoleScope.Own);
        var page = await visitor.GetAsync("/notices");

        Assert.Contains("现在没有要办的事", page.Text, StringComparison.Ordinal);
        Assert.Equal("", Bell(page));
    }

    [Fact]
    public async Task TheHomePage_ListsTablesAndTermsToo()
    {
        using var chair = await host.SignInAsync(Role.Chair, Village, RoleScope.Own);
        var page = await chair.GetAsync("/");

        var duties = Group(page, "要办的事");
        Assert.Contains("换届", duties, StringComparison.Ordinal);
        Assert.Contains("报表 ", duties, StringComparison.Ordinal);
        Assert.Contains("逾期1", page.Text, StringComparison.Ordinal);
    }

    private static string Group(Page page, string name) =>
        page.Document.QuerySelectorAll(".jg-panel").Single(panel => panel.QuerySelector("h2")!.TextContent.Trim() == name).TextContent;

    private static string Bell(Page page) =>
        page.Document.QuerySelector(".jg-top-acts a[href='/notices']")!.TextContent.Replace("提醒", "", StringComparison.Ordinal).Trim();

    private static Core.Records.Ledgers.Record Record(Organisation body, string title, ReviewState review, string? reason = null, DateOnly? visit = null) => new()
    {
        Region = body.Region,
        Id = Guid.CreateVersion7(),
        TypeCode = "training",
        TypeVersion = 1,
        OrganisationId = body.Id,
        FirstDay = new(2026, 11, 10),
        Day = new(2026, 11, 10),
        NextVisit = visit,
        Title = title,
        Values = "{}",
        SearchText = title,
        PersonalText = "",
        Review = review,
        Counted = review != ReviewState.Returned,
        ReturnReason = reason,
        CreatedAt = new(2026, 11, 19, 1, 0, 0, DateTimeKind.Utc),
        CreatedByName = "张某某",
        UpdatedAt = new(2026, 11, 19, 1, 0, 0, DateTimeKind.Utc),
    };
}
