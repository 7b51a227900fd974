using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Forms;

public sealed class FormPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ACountyMakesALedger_AVillageWritesInIt_AndTheCountySeesTheFigure()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        var edit = await (await county.GetAsync("/forms/new")).Form("form[data-draft=forms-new]").Set("name", "巾帼宣讲").SubmitAsync();
        edit = await (await edit.FollowAsync("加一项")).Form().Set("Input.Name", "主题").Set("Input.InEntry", "true").Set("Input.Required", "true").SubmitAsync();
        edit = await (await edit.FollowAsync("加一项")).Form().Set("Input.Name", "听众人次").Set("Input.Type", "Number").Set("Input.Unit", "人次").Set("Input.InEntry", "true")
            .Set("measure", "宣讲听众人次").Set("definition", "到场听讲的人次。").SubmitAsync();
        edit = await edit.Form("form[action*='handler=Check']").Set("left", "tzrc").Set("sign", "<=").Set("right", "1000").Set("message", "听众超过1000人次，请核对。").SubmitAsync();
        edit = await edit.Form("form[action*='handler=Sentence']").Set("text", "{日期}宣讲{主题}，{听众人次}到场。").SubmitAsync();
        Assert.Contains("计入宣讲听众人次", edit.Text, StringComparison.Ordinal);
        Assert.Contains("听众人次 <= 1000", edit.Text, StringComparison.Ordinal);
        Assert.Contains("{日期}宣讲{主题}，{听众人次}到场。", edit.Text, StringComparison.Ordinal);
        Assert.Equal(3, edit.Document.QuerySelectorAll(".jg-phone .jg-field").Length);

        var shown = await (await edit.FollowAsync("查重并发布")).Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕3号").Set("validTo", "2027-12-31").SubmitAsync("发布");
        Assert.Contains("第1版在用", shown.Text, StringComparison.Ordinal);

        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        var form = await (await village.GetAsync("/ledgers/new")).FollowAsync("巾帼宣讲");
        var saved = await form.Form("form:has([name=key])").Set("f-day", "2026-11-16").Set("f-zt", "好家风").Set("f-tzrc", "52").SubmitAsync("存下这一笔");
        Assert.Contains("宣讲听众人次52人次", saved.Text, StringComparison.Ordinal);
        var figures = await county.GetAsync("/figures?show=巾帼宣讲");
        Assert.Contains("宣讲听众人次", figures.Text, StringComparison.Ordinal);

        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        Assert.DoesNotContain("巾帼宣讲", (await stranger.GetAsync("/ledgers/new")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(shown.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await village.GetAsync(shown.Address + "/edit")).Status);
        Assert.Contains("安妇字〔2026〕3号", (await village.GetAsync(shown.Address)).Text, StringComparison.Ordinal);

        var ended = await (await county.GetAsync(shown.Address)).Form("form[action*='handler=End']").Set("reason", "并入妇女活动").SubmitAsync();
        Assert.Contains("第1版已停用", ended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("巾帼宣讲", (await village.GetAsync("/ledgers/new")).Text, StringComparison.Ordinal);
        Assert.Contains("巾帼宣讲", (await village.GetAsync("/ledgers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheGate_OffersTheFigure_AndAsksForAReasonOrTakesTheFieldAway()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        var edit = await (await county.GetAsync("/forms/new")).Form("form[data-draft=forms-new]").Set("name", "培训情况").SubmitAsync();
        edit = await (await edit.FollowAsync("加一项")).Form().Set("Input.Name", "培训人次").Set("Input.Type", "Number").Set("Input.Unit", "人次").Set("Input.InEntry", "true").SubmitAsync();
        edit = await (await edit.FollowAsync("加一项")).Form().Set("Input.Name", "回访结果").Set("Input.InEntry", "true").SubmitAsync();
        var gate = await edit.FollowAsync("查重并发布");
        Assert.Contains("“培训人次”同名", gate.Text, StringComparison.Ordinal);
        Assert.NotNull(gate.Document.QuerySelector("a[href*='figure=training.participants']"));

        var unanswered = await gate.Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕4号").Set("validTo", "2027-12-31").SubmitAsync("发布");
        Assert.Contains("请改用已有的数，或写明为什么仍要填", unanswered.Text, StringComparison.Ordinal);

        var taken = await unanswered.Form("form:has([name=documentNumber])").Set("answer-pxrc", "take").SubmitAsync("发布");
        Assert.Contains("1项改用已有的数", taken.Text, StringComparison.Ordinal);
        Assert.Contains("没有重复", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACopyOfALedger_IsToldApart_AndWhatIsNewIsAddedToTheLedger()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        var form = await OwnForms.MakeAsync(host, host.City.County);
        var gate = await county.GetAsync($"/forms/{form}/publish");
        Assert.Contains("“妇女培训”已经在填这些内容", gate.Text, StringComparison.Ordinal);
        var added = await gate.Form("form[action*='handler=Addition']").SubmitAsync();
        Assert.Contains("没有重复", added.Text, StringComparison.Ordinal);
        await added.Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕5号").Set("validTo", "2027-12-31").SubmitAsync("发布");

        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        Assert.Contains("学员满意度", (await village.GetAsync("/ledgers/new/training")).Text, StringComparison.Ordinal);
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        Assert.DoesNotContain("学员满意度", (await stranger.GetAsync("/ledgers/new/training")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFile_GoesOutAndComesInAgain_AndAWrongOneIsToldWhere()
    {
        using var county = await host.SignInAsync(Role.Chair, host.City.County);
        var form = await OwnForms.MakeAsync(host, host.City.County);
        var file = await county.Http.GetByteArrayAsync($"/forms/{form}?handler=File");
        var back = await (await county.GetAsync("/forms/new")).Form("form[action*='handler=Import']").Attach("file", "培训.json", file).SubmitAsync();
        Assert.Equal($"/forms/{form}/edit", back.Address);
        Assert.Equal(file, await county.Http.GetByteArrayAsync($"/forms/{form}?handler=File"));

        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("\"hint\"", "\"hnt\"", StringComparison.Ordinal));
        var refused = await (await county.GetAsync("/forms/new")).Form("form[action*='handler=Import']").Attach("file", "培训.json", wrong).SubmitAsync();
        Assert.Contains("没有这个属性，请检查拼写", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRegister_ListsWhatIsInForce_WithTheMinutesAWeekOfAVillage()
    {
        await using var own = await WebHost.StartAsync();
        using var village = await own.SignInAsync(Role.Chair, own.City.Village);
        Assert.Contains("一个村每周约0分钟", (await village.GetAsync("/forms/register")).Text, StringComparison.Ordinal);
        await (await village.GetAsync("/ledgers/new/training")).Form("form:has([name=key])").Set("f-day", "2026-11-16").Set("f-topic", "刺绣").Set("f-participants", "50").SubmitAsync("存下这一笔");
        await StatisticalTables.RequestAsync(own, own.City.County);

        using var county = await own.SignInAsync(Role.Chair, own.City.County);
        var form = await OwnForms.MakeAsync(own, own.City.County);
        var gate = await (await county.GetAsync($"/forms/{form}/publish")).Form("form[action*='handler=Addition']").SubmitAsync();
        await gate.Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕6号").Set("validTo", "2027-12-31").SubmitAsync("发布");

        var register = await county.GetAsync("/forms/register");
        Assert.Contains(register.Texts("tbody tr"), row => row.Contains("妇女培训台账", StringComparison.Ordinal) && row.Contains("4次", StringComparison.Ordinal));
        // 8 seconds for one number, 4 trainings a year: 8 × 4 ÷ 52 ÷ 60.
        Assert.Contains(register.Texts("tbody tr"), row => row.Contains("安妇字〔2026〕6号", StringComparison.Ordinal) && row.EndsWith("2027年12月31日", StringComparison.Ordinal) && row.Contains("0分钟", StringComparison.Ordinal));
        Assert.Contains(register.Texts("tbody tr"), row => row.Contains("报表", StringComparison.Ordinal));
        Assert.DoesNotContain("安妇字〔2026〕6号", (await (await own.SignInAsync(Role.Chair, own.City.Stranger)).GetAsync("/forms/register")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVillage_SeesTheForms_AndMakesNone()
    {
        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        var page = await village.GetAsync("/forms");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("a[href='/forms/new']"));
        var refused = await village.GetAsync("/forms/new");
        Assert.Equal("/forms", refused.Address);
        Assert.Contains("表单由县（市、区）及以上的妇联制定", refused.Text, StringComparison.Ordinal);
    }
}
