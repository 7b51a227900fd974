using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Reports;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Checking;

/// <summary>A draft is checked on the page, without script: marked, repaired, explained, and given back as Word.</summary>
public sealed class CheckingPageTests(WebHost host) : IClassFixture<WebHost>
{
    private const int PictureBytes = 5 << 20;
    private const string Draft = "全年举办妇女培训班42期，受训妇女1300余人次。\n走访家庭342户。走访困难妇女500人，其中重病妇女300人、残疾妇女250人。";

    [Fact]
    public async Task EachNumber_IsMarked_AndTheGravestComeFirst()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);

        var page = await PasteAsync(officer, Draft);

        Assert.Equal("文中42期，台账为46期", page.Texts(".jg-columns .jg-list b > a")[0].TrimStart('✗'));
        Assert.Equal(["1300余人次一致"], page.Texts(".jg-draft .is-right"));
        Assert.Contains(page.Texts(".jg-draft .is-sum"), text => text.StartsWith("500人", StringComparison.Ordinal));
        Assert.Contains(page.Texts(".jg-draft .is-unknown"), text => text.StartsWith("342户", StringComparison.Ordinal));
        var rows = await officer.GetAsync(page.Document.QuerySelectorAll("main a").First(link => link.TextContent == "看背后的记录").GetAttribute("href")!);
        Assert.StartsWith("/figures/rows", rows.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARepair_IsTaken_AndTakenBack_AndStandsInTheTextThatIsEditedFurther()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        var page = await PasteAsync(officer, Draft);

        page = await page.Form("#checking").SubmitAsync("改为46期");
        Assert.Contains("46期", page.Texts(".jg-draft ins"));
        Assert.Contains("举办妇女培训班46期", page.Document.QuerySelector("textarea[form=again]")!.TextContent, StringComparison.Ordinal);
        page = await page.Form("#checking").SubmitAsync("撤回");
        Assert.Empty(page.Texts(".jg-draft ins"));
    }

    [Fact]
    public async Task ADraft_IsKeptOnlyWhereSheAsks_WithWhatSheDecided_AndForHerAlone()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        using var colleague = await host.SignInAsync(Role.Officer, body);
        var page = await PasteAsync(officer, Draft);
        page = await page.Form("#checking").SubmitAsync("改为46期");
        Assert.DoesNotContain("存着的文稿", (await officer.GetAsync("/checking")).Text, StringComparison.Ordinal);

        page = await page.Form("#checking").SubmitAsync("存下来");
        var address = (await officer.GetAsync("/checking")).Document.QuerySelector("main a[href*='kept=']")!;

        Assert.Equal("全年举办妇女培训班42期，受训妇女1300余人次", address.TextContent);
        Assert.Contains("46期", (await officer.GetAsync(address.GetAttribute("href")!)).Texts(".jg-draft ins"));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(address.GetAttribute("href")!)).Status);
        Assert.DoesNotContain("妇女培训班", await SealedAsync(), StringComparison.Ordinal);

        page = await page.Form("#checking").SubmitAsync("撤回");
        page = await page.Form("#checking").SubmitAsync("存好改动");
        Assert.Empty(page.Texts(".jg-draft ins"));
        page = await page.Form("form[action$='Drop']").SubmitAsync("删掉");
        Assert.DoesNotContain("存着的文稿", page.Text[..page.Text.IndexOf("怎么核", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task AFinding_StaysWithAReason_AndNotWithoutOne()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        var page = await PasteAsync(officer, "全年举办妇女培训班42期。");
        var id = page.Document.QuerySelector(".jg-list > li")!.Id!["at-".Length..];

        page = await page.Form("#checking").SubmitAsync("保留");
        Assert.Contains("保留请写明原因", page.Text, StringComparison.Ordinal);
        page = await page.Form("#checking").Set($"reason.{id}", "另有4期在外地办").SubmitAsync("保留");
        Assert.Contains("保留：另有4期在外地办", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts(".jg-draft .is-wrong"));
    }

    [Fact]
    public async Task ALargeWordFile_IsChosenAgain_ForItsComments_AndNoOtherIsTaken()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        var docx = LargeWord("全年举办妇女培训班42期。");
        async Task<Page> CheckAsync() => await (await officer.GetAsync("/checking?period=2026")).Form("main form").Attach("file", "总结.docx", docx).SubmitAsync("核对");
        var page = await CheckAsync();
        Assert.Equal("原来的Word文件", page.Texts(".jg-panel h2").First(title => title.Contains("Word", StringComparison.Ordinal)));

        var other = await (await CheckAsync()).Form("#checking").Attach("original", "别的.docx", LargeWord("全年举办妇女培训班43期。")).SubmitAsync("导出带批注的Word");
        Assert.Contains("和刚才核过的不一样", other.Text, StringComparison.Ordinal);

        var answer = await page.Form("#checking").Attach("original", "总结.docx", docx).SubmitAsync("导出带批注的Word");
        var word = await answer.Response.Content.ReadAsByteArrayAsync();
        Assert.True(word.Length > PictureBytes, "The pictures of the file are in what comes back.");
        Assert.Contains(WordText.Read(new MemoryStream(word)), paragraph => paragraph.Text == "全年举办妇女培训班42期。");
    }

    private static byte[] LargeWord(string text)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("", [new Paragraph(text)]), HouseStyle.Standard, docx);
        using (var file = WordprocessingDocument.Open(docx, isEditable: true))
        {
            var bytes = new byte[PictureBytes];
            new Random(7).NextBytes(bytes);
            file.MainDocumentPart!.AddImagePart(ImagePartType.Png).FeedData(new MemoryStream(bytes));
        }
        return docx.ToArray();
    }

    [Fact]
    public async Task AWordFile_ComesBackWithComments_ItsTextUntouched()
    {
        var (body, _) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("工作总结", [.. Draft.Split('\n').Select(line => new Paragraph(line))]), HouseStyle.Standard, docx);

        var page = await (await officer.GetAsync("/checking")).Form("main form").Attach("file", "总结.docx", docx.ToArray()).SubmitAsync("核对");
        Assert.Contains("总结.docx", page.Text, StringComparison.Ordinal);
        page = await page.Form("#checking").SubmitAsync("改为46期");
        using var request = page.Form("#checking").Request("导出带批注的Word");
        using var answer = await officer.Http.SendAsync(request);

        var file = await answer.Content.ReadAsByteArrayAsync();
        var text = WordText.Read(new MemoryStream(file)).Select(paragraph => paragraph.Text).ToList();
        Assert.Equal(WordText.Read(new MemoryStream(docx.ToArray())).Select(paragraph => paragraph.Text), text.Take(4));
        Assert.Contains(CheckedWord.SummaryTitle, text);
        Assert.Contains("采纳：改为46期", text);
    }

    [Fact]
    public async Task AWordingWithSeveralMeanings_IsDecidedOnce_AndRememberedForAllBelow()
    {
        var (body, village) = await WorkAsync(46);
        await host.PostAsync(village, "lawpublicity.sessions", "2026-03-08", 30);
        using var officer = await host.SignInAsync(Role.Officer, body);
        var page = await PasteAsync(officer, "今年举办普法讲座12场。");
        Assert.Contains("口径待定", page.Text, StringComparison.Ordinal);

        page = await page.Form("#checking").SubmitAsync("就是这种，以后都这样认");
        Assert.Contains("文中12场，台账为30场", page.Text, StringComparison.Ordinal);

        var words = await officer.GetAsync("/checking/words");
        Assert.Contains("普法宣传场次", words.Text, StringComparison.Ordinal);
        await words.Form("main td form").SubmitAsync("不再这样认");
        Assert.Contains("口径待定", (await PasteAsync(officer, "今年举办普法讲座12场。")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftOfAReportMadeHere_IsCheckedAgainstItsFrozenFigures()
    {
        var (body, village) = await WorkAsync(46);
        using var officer = await host.SignInAsync(Role.Officer, body);
        var report = await (await officer.GetAsync("/reports/new?template=述职报告&period=2026")).Form("main form[method=post]:not([action*=Batch])").SubmitAsync("生成总结");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync(village, "training.sessions", "2026-04-08", 5);

        var page = await officer.GetAsync(report.Document.QuerySelector("main a[href^='/checking']")!.GetAttribute("href")!);

        Assert.StartsWith("/checking", page.Address, StringComparison.Ordinal);
        Assert.Empty(page.Texts(".jg-draft .is-wrong"));
        Assert.Contains(page.Texts(".jg-draft .is-right"), text => text.StartsWith("46期", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("空.txt", "", "空")]
    [InlineData("旧.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", ".docx")]
    [InlineData("图.png", "\u0089PNG\r\n\u001a\n", "Word")]
    public async Task AFileThatIsNoDraft_IsRefusedInWords(string name, string content, string word)
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        var page = await (await officer.GetAsync("/checking")).Form("main form").Attach("file", name, Encoding.Latin1.GetBytes(content)).SubmitAsync("核对");
        Assert.Contains(word, string.Concat(page.Texts("main .jg-message.is-bad")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingOfADraft_IsKept()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        const string Secret = "春风行动走访桂花巷张某某等13户";
        await PasteAsync(officer, Secret + "。");
        await using var db = host.Database.Open();
        Assert.False(await db.Changes.AnyAsync(change => change.Fields!.Contains("桂花巷")));
        Assert.Equal(0, await db.Jobs.CountAsync(job => job.Input.Contains("桂花巷")));
    }

    private async Task<string> SealedAsync()
    {
        await using var db = host.Database.Open();
        return (await db.KeptDrafts.SingleAsync()).Sealed;
    }

    private static async Task<Page> PasteAsync(PageClient client, string text) =>
        await (await client.GetAsync("/checking?period=2026")).Form("main form").Set("Source.Text", text).SubmitAsync("核对");

    /// <summary>A township of its own, with trainings of 2026.</summary>
    private async Task<(Organisation Body, Organisation Village)> WorkAsync(int sessions)
    {
        var (body, village) = await AddTownshipAsync();
        await host.PostAsync(village, "training.sessions", "2026-03-08", sessions);
        await host.PostAsync(village, "training.participants", "2026-03-08", 1312);
        return (body, village);
    }

    private static int last = 500;

    private async Task<(Organisation Township, Organisation Village)> AddTownshipAsync()
    {
        var number = Interlocked.Increment(ref last);
        await using var db = host.Database.Open();
        var township = await Tree.AddAsync(db, $"990101{number}000", Level.Township, $"柳溪{number}镇妇联", host.City.County);
        return (township, await Tree.AddAsync(db, $"990101{number}201", Level.Village, $"梅溪{number}村妇联", township));
    }
}
