using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Ledgers;

public sealed class LedgerPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AVillageChair_RecordsATrainingWithSixInputs_AndItCountsEverywhereAtOnce()
    {
        var village = host.City.All[4];
        using var chair = await host.SignInAsync(Role.Chair, village);
        var page = await chair.GetAsync("/ledgers/new/training");
        Assert.Equal("记一笔：妇女培训", page.Title);
        var first = page.Document.QuerySelectorAll("main form > .jg-field");
        Assert.True(first.Length <= 6, $"{first.Length} inputs");
        var form = page.Form().Set("f-topic", "刺绣").Set("f-place", "妇女之家").Set("f-participants", "50").Set("f-participants-hedge", "余").Attach("f-photos-new", "签到表.jpg", SamplePictures.Jpeg);
        Assert.Equal("2026-11-20", form.Value("f-day"));
        var shown = await form.SubmitAsync("存下这一笔");
        Assert.Equal("刺绣培训", shown.Title);
        Assert.Contains("已存下，各级数字加上培训期数1期、培训人次50余人次。", shown.Text, StringComparison.Ordinal);
        Assert.Contains("待审核 已计入", string.Join(' ', shown.Texts(".jg-status")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync(shown.One(".jg-pictures a").GetAttribute("href")!)).Status);

        // The next form offers what was written last.
        var again = await chair.GetAsync("/ledgers/new/training");
        Assert.Equal(("妇女之家", ""), (again.Form().Value("f-place"), again.Form().Value("f-topic")));
        Assert.Contains("刺绣", again.Texts(".jg-chip"));

        var undone = await shown.Form(".jg-message form").SubmitAsync();
        Assert.Contains("已经撤回", undone.Text, StringComparison.Ordinal);
        Assert.Contains("还没有计入任何数。", undone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameForm_SentTwiceOrFromTheBackButton_SavesOneRecord()
    {
        var village = host.City.All[10];
        using var chair = await host.SignInAsync(Role.Chair, village);
        var form = (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "双击").Set("f-participants", "20");
        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();
        var third = await form.Set("f-participants", "21").SubmitAsync();
        Assert.Equal([first.Address, first.Address], [second.Address, third.Address]);
        Assert.Contains("先前已经存下", third.Text, StringComparison.Ordinal);
        Assert.Contains("20人次", third.Text, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        Assert.Equal(1, await db.Records.CountAsync(record => record.OrganisationId == village.Id));
    }

    [Fact]
    public async Task AWrongForm_ComesBackWithEverythingTypedAndSaysWhere()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var form = (await chair.GetAsync("/ledgers/new/training")).Form()
            .Set("f-participants", "五十来个吧").Set("f-day", "2026-12-01").Set("f-notes", "雨天").Attach("f-photos-new", "签到表.jpg", SamplePictures.Jpeg);
        var page = await form.SubmitAsync();
        Assert.Equal("/ledgers/new/training", page.Address);
        Assert.Equal(3, page.Texts(".jg-message.is-bad li").Count);
        Assert.Equal("true", page.One("#f-participants").GetAttribute("aria-invalid"));
        var back = page.Form();
        Assert.Equal(("五十来个吧", "2026-12-01", "雨天"), (back.Value("f-participants"), back.Value("f-day"), back.Value("f-notes")));
        Assert.Contains("签到表.jpg", page.Texts(".jg-photos label"));

        var saved = await back.Set("f-topic", "刺绣").Set("f-day", "2026-11-01").Set("f-participants", "50").SubmitAsync();
        Assert.Single(saved.Document.QuerySelectorAll(".jg-pictures img"));
    }

    [Fact]
    public async Task AFileThatIsNoPicture_IsRefused()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var page = await (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "刺绣").Set("f-participants", "5").Attach("f-photos-new", "照片.jpg", "<html>"u8.ToArray()).SubmitAsync();
        Assert.Contains("不是照片或PDF", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameWorkAgain_NeedsATick()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        await RecordAsync(chair, "重复的");
        var asked = await RecordAsync(chair, "重复的");
        Assert.Contains("已经记过一笔", asked.Text, StringComparison.Ordinal);
        var saved = await asked.Form().Set("confirmed", "true").SubmitAsync();
        Assert.StartsWith("已存下", saved.Texts(".jg-message")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStaleEdit_ShowsBothVersionsAndWhoWasFaster_AndOverwritesNothingUnseen()
    {
        await using var db = host.Database.Open();
        using var other = host.SignIn(await AccountRows.AddAsync(db, "faster", "李某某", [(host.City.Village, Role.Officer, RoleScope.Own)]), host.City.Village.Id);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var record = await RecordAsync(chair, "两人同改");
        var mine = (await chair.GetAsync(record.Address + "/edit")).Form().Set("f-participants", "31");
        var theirs = (await other.GetAsync(record.Address + "/edit")).Form().Set("f-participants", "32");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("32人次", (await theirs.SubmitAsync("存下")).Text, StringComparison.Ordinal);
        var stale = await mine.SubmitAsync("存下");
        Assert.Matches("李某某 在 11月20日 09:4[0-9] 改过", stale.Text);
        Assert.Equal(["到场人次32人次31人次"], stale.Texts("main table tbody tr"));
        Assert.Contains("32人次", (await chair.GetAsync(record.Address)).Text, StringComparison.Ordinal);
        var chosen = await stale.Form().SubmitAsync("用我填的存下");
        Assert.Contains("31人次", chosen.Text, StringComparison.Ordinal);
        Assert.Contains("到场人次：32人次 → 31人次", chosen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReviewer_AcceptsTogetherTakesItBackAndReturnsWithAReason()
    {
        var (village, township) = (host.City.All[7], host.City.All[5]);
        using var chair = await host.SignInAsync(Role.Chair, village);
        using var reviewer = await host.SignInAsync(Role.Reviewer, township);
        var first = await RecordAsync(chair, "反家庭暴力法", place: "村小学", participants: "32");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(chair, "普法宣传", place: "村小学", participants: "32");
        var queue = await reviewer.GetAsync("/ledgers/review");
        Assert.Contains("待审核2条", queue.Text, StringComparison.Ordinal);
        var ids = queue.Document.QuerySelectorAll("input[name=ids]").Select(box => box.GetAttribute("value")!).ToList();
        var accepted = await queue.Form().Set("ids", ids[0]).Set("ids", ids[1]).SubmitAsync("接受选上的");
        Assert.Contains("已接受2条", accepted.Text, StringComparison.Ordinal);
        Assert.Contains("没有等您审核的记录", accepted.Text, StringComparison.Ordinal);
        var reopened = await accepted.Form(".jg-message form").SubmitAsync();
        Assert.Contains("待审核2条", reopened.Text, StringComparison.Ordinal);

        var card = await reopened.FollowAsync("反家庭暴力法培训");
        Assert.Contains("第1条，共2条", card.Text, StringComparison.Ordinal);
        Assert.Contains("可能是同一件事", card.Text, StringComparison.Ordinal);
        Assert.Contains("培训人次32人次；退回就减去", card.Text, StringComparison.Ordinal);
        var refused = await card.Form("#return").SubmitAsync("退回");
        Assert.Contains("请写一句为什么退回", refused.Text, StringComparison.Ordinal);
        var next = await card.Form("#return").Set("reason", "日期和签到表对不上").SubmitAsync("退回");
        Assert.Contains("已退回1条", next.Text, StringComparison.Ordinal);
        Assert.Equal("审核", next.Title);

        var returned = await chair.GetAsync(first.Address);
        Assert.Contains("日期和签到表对不上", returned.Text, StringComparison.Ordinal);
        Assert.Contains("还没有计入任何数", returned.Text, StringComparison.Ordinal);
        var corrected = await (await chair.GetAsync(first.Address + "/edit")).Form().Set("f-participants", "30").SubmitAsync("存下");
        Assert.Contains("培训人次30人次", string.Concat(corrected.Texts(".jg-facts")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATownship_RecordsForAVillage_MarkedAndAccepted()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        var form = (await chair.GetAsync("/ledgers/new/training")).Form();
        var saved = await form.Set("body", host.City.Village.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).Set("f-topic", "代记的").Set("f-participants", "9").SubmitAsync();
        Assert.Contains($"{host.City.Township.Name}代录", saved.Text, StringComparison.Ordinal);
        Assert.Contains("已入账", saved.Texts(".jg-status"));
    }

    [Fact]
    public async Task AStranger_FindsNothing()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var form = (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "只给本村看").Set("f-participants", "5").Attach("f-photos-new", "签到表.jpg", SamplePictures.Jpeg);
        var record = await form.SubmitAsync();
        var picture = record.One(".jg-pictures a").GetAttribute("href")!;
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        foreach (var address in new[] { record.Address, record.Address + "/edit", picture, $"/ledgers/new/training?body={host.City.Village.Id}", $"/ledgers/list?body={host.City.Village.Id}", $"/api/v1{record.Address.Replace("ledgers", "ledgers/records", StringComparison.Ordinal)}" })
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await stranger.GetAsync(address)).Status));
        Assert.DoesNotContain("只给本村看", (await stranger.GetAsync("/ledgers/list")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatPeopleType_IsNeverMarkup()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        const string Nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var record = await RecordAsync(chair, Nasty, place: Nasty);
        var township = await host.SignInAsync(Role.Chair, host.City.Township);
        var pages = new[] { record, await chair.GetAsync("/ledgers/list"), await chair.GetAsync("/ledgers/new/training"), await chair.GetAsync(record.Address + "/edit"), await township.GetAsync("/ledgers/review"), await township.GetAsync(record.Address.Replace("/ledgers/", "/ledgers/review/", StringComparison.Ordinal)) };
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("img[src=x]"));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }
        Assert.Contains(Nasty, record.Title, StringComparison.Ordinal);
        township.Dispose();
    }

    [Fact]
    public async Task TheLists_FilterSearchAndSayWhatToDoWhenEmpty()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.All[11]);
        Assert.Contains("这段时间还没有记录", (await chair.GetAsync("/ledgers/list?type=training")).Text, StringComparison.Ordinal);
        await RecordAsync(chair, "种植魔芋", place: "村委会", participants: "38");
        await RecordAsync(chair, "电商直播", place: "镇创业基地", participants: "24");
        var list = await chair.GetAsync("/ledgers/list?type=training");
        Assert.Contains("2笔，已计入62人次", list.Text, StringComparison.Ordinal);
        Assert.Equal(["种植魔芋培训"], (await chair.GetAsync("/ledgers/list?q=村委会")).Texts(".jg-record-title"));
        Assert.Contains("没有符合条件的记录", (await chair.GetAsync("/ledgers/list?q=没有这个")).Text, StringComparison.Ordinal);
        Assert.Contains("2笔", (await chair.GetAsync("/ledgers")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync("/ledgers/list?type=nothing")).Status);
    }

    [Fact]
    public async Task AHighlight_IsOfferedFromTheSentences_CanBeChanged_AndIsReadOnceMarked()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var record = await RecordAsync(chair, "亮点刺绣", place: "妇女之家", participants: "50");
        var form = record.Form("form[action*=ighlight], form:has(#highlight)");
        Assert.Equal("2026年11月20日在妇女之家举办亮点刺绣培训，50人次参加。", form.Value("highlight"));
        using var reader = await host.SignInAsync(Role.Reader, host.City.Township);
        Assert.DoesNotContain("50人次参加", (await reader.GetAsync(record.Address)).Text, StringComparison.Ordinal);
        var marked = await form.Set("highlight", "芙蓉村办起刺绣班。").SubmitAsync("标为亮点");
        Assert.Contains("亮点已存下", marked.Text, StringComparison.Ordinal);
        Assert.Contains("芙蓉村办起刺绣班。", (await reader.GetAsync(record.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("亮点刺绣培训", string.Concat((await chair.GetAsync("/ledgers/list?state=Highlights")).Texts(".jg-record-title")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ledgers")]
    [InlineData("/ledgers/list")]
    [InlineData("/ledgers/list?type=training")]
    [InlineData("/ledgers/new")]
    [InlineData("/ledgers/new/training")]
    [InlineData("/ledgers/review")]
    [InlineData("/ledgers/registers")]
    public async Task EachPage_NeedsAtMostTwelveStatements(string address)
    {
        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        await RecordAsync(village, "数语句" + Guid.NewGuid().ToString("N")[..6]);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        await chair.GetAsync(address);
        host.Statements.Clear();
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync(address)).Status);
        Assert.InRange(host.Statements.Statements.Count, 1, 12);
    }

    private static async Task<Page> RecordAsync(PageClient client, string topic, string place = "妇女之家", string participants = "20") =>
        await (await client.GetAsync("/ledgers/new/training")).Form().Set("f-topic", topic).Set("f-place", place).Set("f-participants", participants).SubmitAsync();
}
