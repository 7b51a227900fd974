using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.OldReports;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.OldReports;

/// <summary>An old report becomes figures, without script: read, confirmed as a table, opened to its sentence, struck out. Each test has years of its own.</summary>
public sealed class OldReportPagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Text = "东山镇妇联工作总结\n全年举办妇女培训班42期，受训妇女1300余人次。建成妇女之家12个。受助妇女儿童320人。明年计划培训妇女2000人次。";

    private Organisation Township => host.City.Township;

    [Fact]
    public async Task ATable_IsConfirmed_AndEachFigureLeadsToItsSentenceAndItsDocument()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        var table = await ReadAsync(officer, 2001, "总结.docx", Word(Text));
        Assert.Equal("核对要入账的数", table.Title);
        Assert.Equal(["42期", "1300余人次", "12个", "320人"], table.Texts(".jg-old-number"));
        Assert.Contains("数的是不同的人", table.Text, StringComparison.Ordinal);
        Assert.Contains("是目标，不是做成的", table.Text, StringComparison.Ordinal);
        Assert.Equal("东山镇妇联工作总结", table.Form().Value("Title"));
        Assert.Empty(await ReportsAsync(2001));

        var report = await table.Form().SubmitAsync("确认入账");

        Assert.Equal("东山镇妇联工作总结", report.Title);
        Assert.Contains("3个数已入账", report.Text, StringComparison.Ordinal);
        var rows = await officer.GetAsync($"/figures/rows?organisation={host.City.Top.Id}&figure=training.participants&period=2001");
        using var chair = await host.SignInAsync(Role.Chair, host.City.Top);
        rows = await chair.GetAsync(rows.Address);
        Assert.Equal(["摘自《东山镇妇联工作总结》取自材料，原件附在后面"], rows.Texts("tbody th"));
        Assert.Contains("1,300余人次", rows.Text, StringComparison.Ordinal);
        var opened = await rows.FollowAsync("摘自《东山镇妇联工作总结》");
        Assert.StartsWith("/old-reports/", opened.Address, StringComparison.Ordinal);
        Assert.Contains("受训妇女1300余人次", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFile_IsSaidToBeEmpty()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        Assert.Contains("空", string.Concat((await ReadAsync(officer, 2012, "空.txt", [])).Texts("main .jg-message.is-bad")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherYearInTheName_IsPointedOut()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        Assert.Contains("名称里写的是2011年，现在按2003年入账", (await ReadAsync(officer, 2003, "2011年总结.txt", Encoding.UTF8.GetBytes(Text))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("名称里写的是", (await ReadAsync(officer, 2011, "2011年总结.txt", Encoding.UTF8.GetBytes(Text))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDocument_IsDownloadedAsItWas_WhichIsInTheTrail()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        var bytes = Encoding.UTF8.GetBytes(Text);
        var report = await (await ReadAsync(officer, 2002, "2002年总结.txt", bytes)).Form().SubmitAsync("确认入账");

        using var answer = await officer.Http.GetAsync(new Uri(report.One("main a[href^='/files/']").GetAttribute("href")!, UriKind.Relative));

        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        await using var db = host.Database.Open();
        var changes = db.Set<Change>();
        Assert.True(await changes.AnyAsync(change => change.Act == FileReads.Act && change.OrganisationId == Township.Id));
        Assert.True(await changes.AnyAsync(change => change.Act == "old-report.added"));
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(report.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(report.One("main a[href^='/files/']").GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task ChoicesOfTheTable_AreTaken_AndTheNumberItself_IsTheDocuments()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        var form = (await ReadAsync(officer, 2003, "总结.txt", Encoding.UTF8.GetBytes(Text))).Form();
        var (sessions, participants) = (Text.IndexOf("42期", StringComparison.Ordinal), Text.IndexOf("1300", StringComparison.Ordinal));

        await form.Set($"period.{participants}", "2003H1").Untick("Take").Set("Take", $"{participants}").SubmitAsync("确认入账");

        var report = Assert.Single(await ReportsAsync(2003));
        await using var db = host.Database.Open();
        var told = db.OldFigures;
        var figures = await told.Where(figure => figure.OldReportId == report.Id).OrderBy(figure => figure.Offset).ToListAsync();
        Assert.DoesNotContain(figures, figure => figure.Offset == sessions);
        Assert.Equal((1300, "余", new DateOnly(2003, 6, 30)), (figures[0].Value, figures[0].Hedge, figures[0].To));
    }

    [Fact]
    public async Task WhatIsCountedAlready_IsShownAtItsRow_AndTheTableKeepsItsChoices()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        await (await ReadAsync(officer, 2004, "甲.txt", Encoding.UTF8.GetBytes("甲总结\n培训妇女1300人次。"))).Form().SubmitAsync("确认入账");

        var table = await ReadAsync(officer, 2004, "乙.txt", Encoding.UTF8.GetBytes("乙总结\n培训妇女1500人次。举办妇女培训班20期。"));
        Assert.Contains("台账已有培训人次1300人次", table.Text, StringComparison.Ordinal);
        var refused = await table.Form().Set("Take", "8").SubmitAsync("确认入账");

        Assert.Contains("《甲》", refused.Texts(".jg-reason").Single(), StringComparison.Ordinal);
        Assert.Single(await ReportsAsync(2004));
    }

    [Fact]
    public async Task NothingTicked_ABadYearOrNoFile_AreSaid()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        var empty = await (await officer.GetAsync("/old-reports/new")).Form().Set("Year", "2005").SubmitAsync("读出里面的数");
        Assert.Contains("请选一个文件", empty.Text, StringComparison.Ordinal);
        Assert.Contains("请填材料写的是哪一年", (await (await officer.GetAsync("/old-reports/new")).Form().Set("Year", "2999").SubmitAsync("读出里面的数")).Text, StringComparison.Ordinal);

        var table = await ReadAsync(officer, 2005, "总结.txt", "总结报告\n培训妇女1300人次。"u8.ToArray());
        Assert.Contains("一个数也没有采用", (await table.Form().Untick("Take").SubmitAsync("确认入账")).Text, StringComparison.Ordinal);
        Assert.Contains("没有读出能入账的数", (await ReadAsync(officer, 2005, "总结.txt", "总结报告\n一切顺利。"u8.ToArray())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFigure_IsStruckOutWithAReason_AndRecordsEnteredSince_AreShownAtIt()
    {
        using var officer = await host.SignInAsync(Role.Officer, Township);
        var report = await (await ReadAsync(officer, 2006, "总结.txt", "总结报告\n培训妇女1300人次。走访慰问家庭18户。"u8.ToArray())).Form().SubmitAsync("确认入账");
        await host.PostAsync(host.City.Village, "training.participants", "2006-03-01", 50);

        report = await officer.GetAsync(report.Address);
        Assert.Contains("有1个数算了两遍", report.Text, StringComparison.Ordinal);
        Assert.Contains("台账也有50人次", report.Text, StringComparison.Ordinal);
        var struck = await report.Form("li:first-child form").Set("reason", "台账已补全").SubmitAsync("撤销");

        Assert.Contains("撤销：台账已补全", struck.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("算了两遍", struck.Text, StringComparison.Ordinal);
        var all = await struck.Form("main > details form").Set("reason", "文件拿错了").SubmitAsync();
        Assert.Contains("都撤销了", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("撤销全部", all.Text, StringComparison.Ordinal);
        Assert.Contains("总结报告", (await officer.GetAsync("/old-reports")).Text, StringComparison.Ordinal);
        await using var scope = host.ScopeAs(Actor.CommandLine);
        Assert.True((await scope.ServiceProvider.GetRequiredService<FactVerification>().RunAsync()).IsClean);
    }

    [Fact]
    public async Task AReader_SeesTheDocuments_AndChangesNothing()
    {
        var (made, figure) = await OldDocuments.MakeAsync(host, Township);
        using var reader = await host.SignInAsync(Role.Reader, Township);

        var report = await (await reader.GetAsync("/old-reports")).FollowAsync("以前的工作总结");

        Assert.Empty(report.Texts("main form"));
        Assert.Equal($"/old-reports/{made}", (await reader.GetAsync($"/old-figures/{figure}")).Address);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/old-reports/new")).Status);
    }

    private static async Task<Page> ReadAsync(PageClient officer, int year, string name, byte[] content) =>
        await (await officer.GetAsync("/old-reports/new")).Form().Set("Year", $"{year}").Attach("file", name, content).SubmitAsync("读出里面的数");

    private static byte[] Word(string text)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("", [.. text.Split('\n').Select(line => new Paragraph(line))]), HouseStyle.Standard, docx);
        return docx.ToArray();
    }

    private async Task<List<OldReport>> ReportsAsync(int year)
    {
        await using var db = host.Database.Open();
        var reports = db.OldReports;
        return await reports.Where(report => report.To == new DateOnly(year, 12, 31)).ToListAsync();
    }
}
