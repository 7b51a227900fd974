using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Cases;

/// <summary>归档、调阅、保管、销毁, page by page.</summary>
public sealed class ArchivePagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task ACase_IsArchivedWithATerm_AndItsHandlerThenAsksToReadIt()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var id = await ReceivedCases.MakeAsync(host, host.City.County);
        var page = await chair.GetAsync($"/cases/{id}");
        Assert.Null((await chair.GetAsync($"/cases/{id}/write")).Document.QuerySelector("[name=Retention]"));
        await (await chair.GetAsync($"/cases/{id}/write?act=Answer")).Form().Set("Text", "已答复本人").SubmitAsync("记下");

        var archived = await (await chair.GetAsync($"/cases/{id}/write?act=Archive")).Form().Set("Text", "材料齐全，归档").Set("Retention", "TenYears").SubmitAsync("记下");

        Assert.Contains("现在是“已归档”", archived.Text, StringComparison.Ordinal);
        Assert.Null(archived.Document.QuerySelector("a[href*='/write']"));
        Assert.Contains("档案保管", (await chair.GetAsync("/cases?list=Archived")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/cases/archive")).Status);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task TheTableOfTerms_IsKept_AndAClassWithoutOne_HasNone()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        await ReceivedCases.MakeAsync(host, host.City.Township);

        var kept = await (await chair.GetAsync("/cases/office")).Form("form[action*='Retention']").Set("marriage", "Permanent").SubmitAsync("存下保管期限");

        Assert.Contains("保管期限表存好了", kept.Text, StringComparison.Ordinal);
        Assert.Equal("Permanent", kept.One("select[name=marriage] option[selected]").GetAttribute("value"));
        Assert.Null(kept.Document.QuerySelector("select[name=property] option[selected]"));
    }

    [Fact]
    public async Task WhatWasKeptLongEnough_GoesOnAList_AndASecondSupervisorDestroysIt_AfterSheSaidThatSheLooked()
    {
        var (_, id) = await ArchivedCases.MakeAsync(host, host.City.Village);
        using var first = await host.SignInAsync(Role.Chair, host.City.Village);
        using var second = await host.SignInAsync(Role.Chair, host.City.Village);
        var archive = await first.GetAsync("/cases/archive");
        Assert.Contains("请勾选要处理的事项", (await archive.Form("form:has(.jg-records)").SubmitAsync("列入销毁清册")).Text, StringComparison.Ordinal);

        var list = await archive.Form("form:has(.jg-records)").Set("ids", $"{id}").SubmitAsync("列入销毁清册");
        Assert.Contains("清册是您列的", list.Text, StringComparison.Ordinal);
        Assert.Null(list.Document.QuerySelector("button.is-grave"));
        var theirs = await second.GetAsync(list.Address);
        Assert.Contains("请先逐件核对", (await theirs.Form("form[action*='Judge']").SubmitAsync("核准销毁")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已经销毁", (await second.GetAsync($"/cases/{id}")).Text, StringComparison.Ordinal);
        var done = await theirs.Form("form[action*='Judge']").Set("sure", "true").SubmitAsync("核准销毁");

        Assert.Contains("已销毁，清册留着", done.Text, StringComparison.Ordinal);
        var gone = await first.GetAsync($"/cases/{id}");
        Assert.Contains("保管期满，已经销毁", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("家暴", gone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync($"/cases/{id}/receipt")).Status);
        Assert.Contains("已销毁", (await first.GetAsync(list.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasKeptLongEnough_MayBeKeptLonger()
    {
        var (_, id) = await ArchivedCases.MakeAsync(host, host.City.Top);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Top);

        var kept = await (await chair.GetAsync("/cases/archive")).Form("form:has(.jg-records)").Set("ids", $"{id}").Set("term", "Permanent").SubmitAsync("继续保管");

        Assert.Contains("1件再保管永久", kept.Text, StringComparison.Ordinal);
        Assert.Contains("没有保管期满的案卷", kept.Text, StringComparison.Ordinal);
    }
}
