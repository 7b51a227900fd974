using System.CommandLine;
using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Facts;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Reports;

/// <summary>Reports in the browser, without script, and on the command line.</summary>
public sealed class ReportPagesTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    private const int MostStatements = 12;

    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Facts.AnyAsync())
            return;
        await host.PostAsync(host.City.Village, "training.participants", "2026-03-01", 38_362);
        await host.PostAsync(host.City.Village, "training.participants", "2025-03-01", 33_979);
        await host.PostAsync(host.City.Village, "training.sessions", "2026-03-01", 485);
        await host.PostAsync(host.City.Village, "reception.items", "2026-05-01", 50, "余");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AnOfficer_MakesAReport_AndSeesItsPageAndAnnex()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        var page = await officer.GetAsync("/reports/new?template=年度工作总结&period=2026");
        Assert.Contains("有数的", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[method=post]:not([action*=Batch])").SubmitAsync("生成总结");

        Assert.Equal("安和县妇联2026年工作总结", page.Title);
        Assert.Contains("共", page.Text, StringComparison.Ordinal);
        Assert.Contains("3.8万余人次", page.Texts(".jg-sheet .jg-quote"));
        Assert.Contains("增长12.9%", page.Texts(".jg-sheet .jg-quote"));
        Assert.Empty(page.Texts(".jg-sheet .is-changed"));
        Assert.DoesNotContain("{{", page.Html, StringComparison.Ordinal);

        var opened = await officer.GetAsync(page.Document.QuerySelector(".jg-annex tbody a")!.GetAttribute("href")!);
        Assert.Contains("口径第1版", opened.Text, StringComparison.Ordinal);
        Assert.StartsWith("/figures/explain", (await opened.FollowAsync("看口径")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterFacts_AreMarked_AndTakenByOneClick()
    {
        var body = host.City.All.Last(one => one.Level == Jinguo.Core.Base.Organisations.Level.Township);
        await host.PostAsync(body, "activity.count", "2026-02-01", 7);
        using var chair = await host.SignInAsync(Role.Chair, body);
        var page = await MakeAsync(chair, "述职报告");
        await host.PostAsync(body, "activity.count", "2026-02-02", 2);

        page = await chair.GetAsync(page.Address + "?show=changed");
        Assert.Equal(["7场"], page.Texts(".jg-sheet .is-changed"));
        Assert.Equal(["活动场次", "7场", "7", "△ 已变 9"], page.Texts(".jg-annex tbody tr > *"));
        page = await chair.GetAsync(page.Document.QuerySelector(".jg-annex tbody a")!.GetAttribute("href")!);
        Assert.Contains("差2场，现在多。", page.Text, StringComparison.Ordinal);
        page = await page.Form(".jg-annex form").SubmitAsync("用现在的数");
        Assert.Contains("9场", page.Texts(".jg-sheet .jg-quote"));
        Assert.Contains("第2稿", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFigureOfAReport_OpensAsItWasKnownWhenItWasFrozen_OnItsTree()
    {
        var body = host.City.All.First(one => one.Level == Jinguo.Core.Base.Organisations.Level.Village && one.Id != host.City.Village.Id);
        await host.PostAsync(body, "activity.count", "2026-02-01", 7);
        using var chair = await host.SignInAsync(Role.Chair, body);
        var page = await (await chair.GetAsync("/reports/new?template=述职报告&period=2026&tree=now")).Form("main form[method=post]:not([action*=Batch])").SubmitAsync("生成总结");
        Assert.Contains("按现在的隶属关系", page.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync(body, "activity.count", "2026-02-02", 2);

        var figure = await chair.GetAsync(page.Address + "/figures/1/1");

        Assert.StartsWith("/figures/explain", figure.Address, StringComparison.Ordinal);
        Assert.Contains("tree=now&known=", figure.Address, StringComparison.Ordinal);
        Assert.Equal(["7"], figure.Texts(".jg-big-figure"));
    }

    [Fact]
    public async Task AFigureKeptWhenAnotherIsFrozenAnew_OpensAsItWasKnownAtFirst()
    {
        var body = host.City.All.Last(one => one.Level == Jinguo.Core.Base.Organisations.Level.Village && one.Id != host.City.Village.Id);
        await host.PostAsync(body, "activity.count", "2026-02-01", 7);
        await host.PostAsync(body, "visits.persons", "2026-02-01", 3);
        using var chair = await host.SignInAsync(Role.Chair, body);
        var page = await MakeAsync(chair, "述职报告");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync(body, "activity.count", "2026-02-02", 2);
        await host.PostAsync(body, "visits.persons", "2026-02-02", 1);
        page = await chair.GetAsync((await chair.GetAsync(page.Address + "?show=changed")).Document.QuerySelector(".jg-annex tbody a")!.GetAttribute("href")!);
        page = await page.Form(".jg-annex form").SubmitAsync("用现在的数");

        Assert.Equal("4", Assert.Single((await chair.GetAsync(page.Address + "/figures/2/1")).Texts(".jg-big-figure")));
        Assert.Equal("7", Assert.Single((await chair.GetAsync(page.Address + "/figures/2/2")).Texts(".jg-big-figure")));
    }

    [Fact]
    public async Task AnEditedDraft_ComesBack_AndIsFinished()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await MakeAsync(chair, "情况汇报");
        using var edited = new MemoryStream();
        WordWriter.Write(new Document("改过的", [new Paragraph("举办485期。")]), HouseStyle.Standard, edited);
        page = await page.Form("form[action$=upload]").Attach("file", "改.docx", edited.ToArray()).SubmitAsync();
        Assert.Contains("“485期”还在，链接没有了", page.Text, StringComparison.Ordinal);
        page = await page.Form("form[action$=finalise]").SubmitAsync();
        Assert.Contains("定稿", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts("form[action$=upload]"));
    }

    [Fact]
    public async Task Word_IsDownloaded_AndABadFileIsRefusedWithWords()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await MakeAsync(chair, "年度工作总结");
        using var word = await chair.Http.GetAsync(page.Address + "/word");
        Assert.Equal(Jinguo.Core.Base.Files.MediaTypes.Word, word.Content.Headers.ContentType!.MediaType);
        page = await page.Form("form[action$=upload]").Attach("file", "改.docx", "x"u8.ToArray()).SubmitAsync();
        Assert.Contains("这不是 Word 文件", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckPage_TellsAnybodyOnlyWhetherTheCodeIsKnown()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await MakeAsync(chair, "年度工作总结");
        await using var db = host.Database.Open();
        var id = Guid.Parse(page.Address.Split('/')[2].Split('?')[0]);
        var hash = await db.Set<ReportSnapshot>().Where(one => one.ReportId == id).Select(one => one.Hash).FirstAsync();
        using var stranger = host.Visit();
        var known = await stranger.GetAsync("/check/" + new CheckCode(host.City.County.Code, hash));
        Assert.Contains("校验码在册，签发单位在册。", known.Text, StringComparison.Ordinal);
        foreach (var secret in (string[])["安和", "38362", "3.8万", "总结2026", "485"])
            Assert.DoesNotContain(secret, known.Html, StringComparison.Ordinal);
        Assert.Contains("签发单位对不上", (await stranger.GetAsync("/check/" + new CheckCode(host.City.Top.Code, hash))).Text, StringComparison.Ordinal);
        Assert.Contains("校验码不在册", (await stranger.GetAsync("/check/nonsense")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_AreSeenInReachOnly()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await MakeAsync(chair, "述职报告");
        using var above = await host.SignInAsync(Role.Reader, host.City.Top);
        Assert.Equal(HttpStatusCode.OK, (await above.GetAsync(page.Address)).Status);
        Assert.Empty((await above.GetAsync(page.Address)).Texts("form[action$=upload]"));
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        foreach (var address in (string[])[page.Address, page.Address + "/word", page.Address + "/figures/1/1"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
        using var reader = await host.SignInAsync(Role.Reader, host.City.County);
        Assert.NotEqual("写总结", (await reader.GetAsync("/reports/new")).Title);
    }

    [Fact]
    public async Task ABatch_RunsAsAJob_AndComesAsAZip()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Top);
        var page = await chair.GetAsync("/reports/new?template=述职报告&period=2026");
        page = await page.Form("form[action*=Batch]").Set("level", "Village").SubmitAsync("开始做");
        Assert.Contains("正在做总结", page.Text, StringComparison.Ordinal);
        while (await host.Services.GetRequiredService<JobRunner>().RunNextAsync(CancellationToken.None))
        {
            // Until nothing waits.
        }
        page = await chair.GetAsync(page.Address);
        Assert.Contains("做好8份。", page.Text, StringComparison.Ordinal);
        using var zip = await chair.Http.GetAsync(page.Address + "/zip");
        using var opened = new System.IO.Compression.ZipArchive(await zip.Content.ReadAsStreamAsync());
        Assert.Equal(8, opened.Entries.Count);
    }

    [Fact]
    public async Task Templates_AreCheckedWhenUploaded()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var page = await chair.GetAsync("/reports/templates");
        var refused = await page.Form("form[enctype]").Attach("file", "县总结.docx", Template("举办{{培训期}}。")).SubmitAsync();
        Assert.Contains("是不是：培训期数", refused.Text, StringComparison.Ordinal);
        var taken = await (await chair.GetAsync("/reports/templates")).Form("form[enctype]").Attach("file", "县总结.docx", Template("举办{{培训期数}}。")).SubmitAsync();
        Assert.Contains("县总结", taken.Texts("tbody th"));
        using var village = await host.SignInAsync(Role.Chair, host.City.Village);
        Assert.Contains("县总结", (await village.GetAsync("/reports/templates")).Texts("tbody th"));
        taken = await taken.Form("tbody form").SubmitAsync();
        Assert.DoesNotContain("县总结", taken.Texts("tbody th"));
    }

    [Fact]
    public async Task Pages_NeedFewStatements()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        var made = await MakeAsync(chair, "情况汇报");
        foreach (var address in (string[])["/reports", "/reports/new", "/reports/templates", made.Address])
        {
            host.Statements.Clear();
            Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync(address)).Status);
            Assert.True(host.Statements.Statements.Count <= MostStatements, $"{address}: {host.Statements.Statements.Count}\n{string.Join("\n\n", host.Statements.Statements)}");
        }
    }

    [Fact]
    public async Task CommandLine_WritesTheFile_AndPrintsOnlyItsPath()
    {
        var file = Path.Combine(host.Database.Folder, "总结.docx");
        var (code, output) = await RunAsync("--organisation", host.City.County.Code, "--period", "2026", "--template", "年度工作总结", "-o", file);
        Assert.Equal((CommandLine.Done, file), (code, output.Trim()));
        Assert.Contains(WordText.Read(new MemoryStream(await File.ReadAllBytesAsync(file))), paragraph => paragraph.Text.Contains("3.8万余人次", StringComparison.Ordinal));

        var template = Path.Combine(host.Database.Folder, "自己的.docx");
        await File.WriteAllBytesAsync(template, Template("共{{培训期数}}。"));
        Assert.Equal(CommandLine.Done, (await RunAsync("--organisation", host.City.County.Code, "--period", "2026", "--template", template, "-o", file)).Code);
        Assert.Equal("共485期。", WordText.Read(new MemoryStream(await File.ReadAllBytesAsync(file)))[0].Text);
        Assert.Equal((CommandLine.Usage, ""), await RunAsync("--organisation", host.City.County.Code, "--period", "2026", "--template", "没有的", "-o", file));
    }

    private static async Task<Page> MakeAsync(PageClient client, string template) =>
        await (await client.GetAsync($"/reports/new?template={template}&period=2026")).Form("main form[method=post]:not([action*=Batch])").SubmitAsync("生成总结");

    private static byte[] Template(string text)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("", [new Paragraph(text)]), HouseStyle.Standard, docx);
        return docx.ToArray();
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var parsed = ReportCommand.Create().Parse([.. arguments, .. place]);
        return (await parsed.InvokeAsync(new InvocationConfiguration { Output = output }), output.ToString());
    }
}
