using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Home;

public sealed class HomeTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    private const int MostStatements = 12;

    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Records.AnyAsync())
            return;
        await host.PostAsync(host.City.Village, "training.participants", "2026-03-01", 1386, "余");
        await host.PostAsync(host.City.Village, "training.participants", "2025-03-01", 1204);
        db.Records.AddRange(
            Record(host.City.Village, "编织培训", ReviewState.Waiting, counted: true),
            Record(host.City.Village, "待补的走访", ReviewState.Returned, counted: false, "缺到场人数"),
            Record(host.City.Village, "接受才计的培训", ReviewState.Waiting, counted: false),
            Record(host.City.Village, "芙蓉村妇女之家", ReviewState.Accepted, counted: true, visit: new(2026, 11, 18)),
            Record(host.City.Stranger, "别处的培训", ReviewState.Waiting, counted: true));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ATownship_SeesWhatToReview_ItsFiguresAndItsVillages()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        var page = await chair.GetAsync("/");

        Assert.Equal("工作台", page.Title);
        Assert.Contains("待审核2笔", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("别处的培训", page.Text, StringComparison.Ordinal);
        Assert.Contains("约1,386", string.Concat(page.Text.Split()), StringComparison.Ordinal);
        Assert.Contains("1,204增15.1%", string.Concat(page.Text.Split()), StringComparison.Ordinal);
        Assert.Contains("安迪11村", page.Text, StringComparison.Ordinal);
        Assert.Contains("今年还没有", page.Text, StringComparison.Ordinal);
        Assert.Equal(["—", "—", "约1,386"], page.Texts("#months tbody tr:first-child td").Take(3));
        Assert.Equal(["2件待办"], page.Texts(".jg-nav .jg-count"));
    }

    [Fact]
    public async Task TheElderVersion_ShowsLargeDoors_AndNoTables()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        chair.SetCookie("jg-elder", "1");

        var page = await chair.GetAsync("/");

        Assert.Equal(["记一笔", "要办的事", "退回来的", "记过的", "通知"], page.Texts(".jg-door > b"));
        Assert.Equal("1笔，请改", page.One(".jg-door.is-bad > span").TextContent);
        Assert.Null(page.Document.QuerySelector("main table"));
    }

    [Fact]
    public async Task AVillage_SeesWhatIsReturned_WhatDoesNotCountYet_DueVisits_AndItsLastRecords()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village, RoleScope.Own);
        var page = await chair.GetAsync("/");

        Assert.Contains("缺到场人数", page.Text, StringComparison.Ordinal);
        Assert.Contains("待审核1笔，未计", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期2天", page.Text, StringComparison.Ordinal);
        Assert.Contains("编织培训", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("去审核", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1件待办"], page.Texts(".jg-nav .jg-count"));
    }

    [Fact]
    public async Task ABodyWithoutWork_IsToldHowToBegin()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.All[^2], RoleScope.Own);
        var page = await chair.GetAsync("/");

        Assert.Contains("现在没有要办的事", page.Text, StringComparison.Ordinal);
        Assert.Contains("还没有记录", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#months"));
    }

    [Fact]
    public async Task AnAdministrator_SeesBodiesAndAccounts_AndNoBusinessData()
    {
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await administrator.GetAsync("/");

        Assert.Contains("村（社区）8", page.Text, StringComparison.Ordinal);
        Assert.Contains("还没有登录过", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1,386", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("要办的事", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAdministratorOfATownship_CountsOnlyItsBodies()
    {
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Township);

        Assert.Contains("村（社区）2", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Level.City)]
    [InlineData(Level.Township)]
    [InlineData(Level.Village)]
    public async Task TheHomePage_NeedsFewStatements(Level level)
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.All.First(body => body.Level == level));
        await chair.GetAsync("/");
        host.Statements.Clear();
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync("/")).Status);
        Assert.InRange(host.Statements.Statements.Count, 1, MostStatements);
    }

    private static Core.Records.Ledgers.Record Record(Organisation body, string title, ReviewState review, bool counted, string? reason = null, DateOnly? visit = null) => new()
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
        Counted = counted,
        ReturnReason = reason,
        CreatedAt = new(2026, 11, 19, 1, 0, 0, DateTimeKind.Utc),
        CreatedByName = "张某某",
        UpdatedAt = new(2026, 11, 19, 1, 0, 0, DateTimeKind.Utc),
    };
}
