using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Circulars;
using Jinguo.Testing.Web;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Notices;

/// <summary>推送到群. It is Friday, 20 November 2026, 09:42 in China. Each test has a host and a robot of its own.</summary>
public sealed class HookTests : IAsyncLifetime, IAsyncDisposable
{
    private Robot robot = null!;
    private WebHost host = null!;

    private Organisation Village => host.City.Village;

    public async Task InitializeAsync()
    {
        robot = await Robot.StartAsync();
        host = new WebHost { HookHosts = robot.Origin };
        await host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await robot.DisposeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task AChairSetsIt_TriesIt_AndTheAddressIsNeverShownAgain()
    {
        using var chair = await host.SignInAsync(Role.Chair, Village);
        var page = await (await (await chair.GetAsync("/notices")).FollowAsync("推送到群")).Form().Set("Input.Address", robot.Address).Set("Input.IsOn", "true").SubmitAsync("存下");
        Assert.Contains("已打开，还没有发过", page.Text, StringComparison.Ordinal);
        Assert.Contains("…a1b2", page.Text, StringComparison.Ordinal);

        var tried = await page.Form("form[action*='Try']").SubmitAsync();
        Assert.Contains("试发成功", tried.Text, StringComparison.Ordinal);
        Assert.Contains("这是试发的提醒", Assert.Single(robot.Messages).Body, StringComparison.Ordinal);

        await using var db = host.Database.Open();
        var kept = await db.NoticeHooks.SingleAsync();
        Assert.StartsWith("s1.", kept.Address, StringComparison.Ordinal);
        var trail = await Trail(db);
        Assert.Equal(["notice-hook.set", "notice-hook.tried"], trail.Select(change => change.Act));
        Assert.All(trail, change => Assert.DoesNotContain("verysecretkey", change.Fields ?? "", StringComparison.Ordinal));
        Assert.DoesNotContain("verysecretkey", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var removed = await tried.Form("form[action*='Remove']").SubmitAsync();
        Assert.Contains("没有设置，不推送", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrialSentTwice_SendsOneMessage()
    {
        await SetAsync(isOn: false);
        using var chair = await host.SignInAsync(Role.Chair, Village);
        var form = (await chair.GetAsync("/notices/hook")).Form("form[action*='Try']");
        await form.SubmitAsync();
        await form.SubmitAsync();

        Assert.Single(robot.Messages);
    }

    [Fact]
    public async Task WhereSomethingWaits_TheGroupIsToldOnceADay_CountsAlone()
    {
        await SetAsync();
        await AskAsync("报送李某某家情况");

        Assert.Equal(1, await RunAsync());
        Assert.Equal(0, await RunAsync());
        host.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, await RunAsync());
        var body = Assert.Single(robot.Messages).Body;
        Assert.Contains($"{Village.Name}：快到期1件。打开平台办理：", body, StringComparison.Ordinal);
        Assert.DoesNotContain("李某某", body, StringComparison.Ordinal);

        host.Clock.Set(new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync());
        host.Clock.Set(new(2026, 11, 23, 0, 59, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync());
        host.Clock.Set(new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task WhereNothingWaits_OrItIsOff_NothingIsSent()
    {
        await SetAsync();
        Assert.Equal(0, await RunAsync());

        host.Clock.Set(new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        await SetAsync(isOn: false, version: 1);
        await AskAsync("通知");
        Assert.Equal(0, await RunAsync());
        Assert.Empty(robot.Messages);
    }

    [Fact]
    public async Task OfTwoNodes_OneSends()
    {
        await SetAsync();
        await AskAsync("通知");
        await using var one = host.Services.CreateAsyncScope();
        await using var other = host.Services.CreateAsyncScope();
        var (first, second) = (one.ServiceProvider.GetRequiredService<HookTurn>(), other.ServiceProvider.GetRequiredService<HookTurn>());
        var (seen, alsoSeen) = (Assert.Single(await first.ListDueAsync()), Assert.Single(await second.ListDueAsync()));

        Assert.True(await first.TakeAsync(seen));
        Assert.False(await second.TakeAsync(alsoSeen));
        Assert.Empty(await second.ListDueAsync());
    }

    [Fact]
    public async Task AFailure_IsTriedAgainWithGrowingGaps_ThenShownInWords()
    {
        await SetAsync();
        await AskAsync("通知");
        robot.Answer = """{"errcode":93000,"errmsg":"invalid webhook url"}""";

        Assert.Equal(0, await RunAsync());
        foreach (var gap in HookTurn.Gaps)
        {
            host.Clock.Advance(gap - TimeSpan.FromMinutes(1));
            await RunAsync();
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await RunAsync();
        }
        host.Clock.Advance(TimeSpan.FromHours(6));
        await RunAsync();
        Assert.Equal(1 + HookTurn.Gaps.Count, robot.Messages.Count);

        using var chair = await host.SignInAsync(Role.Chair, Village);
        var page = await chair.GetAsync("/notices/hook");
        Assert.Contains("企业微信说地址里的key不对", page.Text, StringComparison.Ordinal);
        Assert.Contains("今天不再试", page.Text, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        Assert.Equal(1 + HookTurn.Gaps.Count, (await Trail(db)).Count(change => change.Act == "notice-hook.failed"));
    }

    [Fact]
    public async Task AfterAFailure_AMessageThatArrives_ClearsIt()
    {
        await SetAsync();
        await AskAsync("通知");
        robot.Answer = "<html>";
        await RunAsync();
        robot.Answer = """{"errcode":0}""";
        host.Clock.Advance(HookTurn.Gaps[0]);

        Assert.Equal(1, await RunAsync());
        await using var db = host.Database.Open();
        Assert.Null((await db.NoticeHooks.SingleAsync()).Failure);
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed()
    {
        await using var inner = await Robot.StartAsync();
        robot.Redirect = inner.Address;
        await SetAsync();
        await AskAsync("通知");

        Assert.Equal(0, await RunAsync());
        Assert.Empty(inner.Messages);
        await using var db = host.Database.Open();
        Assert.Contains("没有照做", (await db.NoticeHooks.SingleAsync()).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongAnswer_IsNotReadToItsEnd()
    {
        robot.Answer = new string('a', 1_000_000);
        await SetAsync();
        await AskAsync("通知");

        Assert.Equal(0, await RunAsync());
        await using var db = host.Database.Open();
        Assert.Contains("看不懂", (await db.NoticeHooks.SingleAsync()).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DingTalk_GetsTheTimeAndASignature()
    {
        await SetAsync(HookProduct.DingTalk, "SECabc123");
        await AskAsync("通知");
        await RunAsync();

        var timestamp = host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Contains($"&timestamp={timestamp}&sign=", Assert.Single(robot.Messages).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressElsewhere_IsRefused_AndComesBackEmpty()
    {
        using var chair = await host.SignInAsync(Role.Chair, Village);
        var page = await (await chair.GetAsync("/notices/hook")).Form().Set("Input.Address", "http://169.254.169.254/latest?key=verysecretkey").Set("Input.IsOn", "true").SubmitAsync("存下");

        Assert.Contains("这个地址不能用", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecretkey", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        Assert.Empty(await db.NoticeHooks.ToListAsync());
    }

    [Fact]
    public async Task AStaleForm_ChangesNothing()
    {
        await SetAsync();
        await using var scope = host.ScopeAs(Chair());
        var outcome = await scope.ServiceProvider.GetRequiredService<NoticeHookService>().SetAsync(new(HookProduct.WeCom, "", null, [NoticeGroup.Overdue], 10, IsOn: true, Version: 0));

        Assert.False(outcome.Done);
        Assert.Equal("stale", outcome.Problems[0].Code);
    }

    private Actor Chair() => new(Guid.CreateVersion7(), "张某某", Village.Id, Village.Region, Village.Path, [new(Role.Chair, RoleScope.Own)]);

    private async Task SetAsync(HookProduct product = HookProduct.WeCom, string? secret = null, bool isOn = true, int version = 0)
    {
        await using var scope = host.ScopeAs(Chair());
        var set = await scope.ServiceProvider.GetRequiredService<NoticeHookService>().SetAsync(new(product, robot.Address, secret, [NoticeGroup.Overdue, NoticeGroup.Soon, NoticeGroup.Returned], 9, isOn, version));
        Assert.True(set.Done, set.Done ? "" : set.Problems[0].Text);
    }

    private async Task AskAsync(string title)
    {
        var township = host.City.Township;
        await using var scope = host.ScopeAs(new(null, "张某某", township.Id, township.Region, township.Path, [new(Role.Chair, RoleScope.Subtree)]));
        Assert.True((await scope.ServiceProvider.GetRequiredService<CircularService>().SendAsync(new(Guid.CreateVersion7(), title, "请报送。", Level.Village, []) { NeedsAnswer = true, Due = new(2026, 11, 24) })).Done);
    }

    private Task<int> RunAsync() => host.Services.GetRequiredService<HookJob>().RunDueAsync(CancellationToken.None);

    private static Task<List<Core.Base.Changes.Change>> Trail(Core.Base.Data.Db db) =>
        db.Set<Core.Base.Changes.Change>().Where(change => change.SubjectKind == NoticeHookService.SubjectKind).OrderBy(change => change.Number).ToListAsync();
}
