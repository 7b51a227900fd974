using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Office.Word;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Cases;

/// <summary>材料、证据清单、文书: what comes into a case and goes out of it as a file.</summary>
public sealed class FilePagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Content = "<script>alert(1)</script>桂花巷九号院";

    [Fact]
    public async Task AFile_IsPutIn_ShownAsText_SavedAndNeverShown_AndStruckOut_AndWhoOpenedItIsTold()
    {
        var (id, chair, page) = await CaseAsync();
        var files = await page.FollowAsync("材料");
        Assert.Contains("请先选一个文件", (await files.Form("form[enctype]").SubmitAsync("收存")).Text, StringComparison.Ordinal);

        var kept = await files.Form("form[enctype]").Attach("File", "<img src=x onerror=alert(1)>.txt", Encoding.UTF8.GetBytes(Content)).Set("Evidence", "messages").SubmitAsync("收存");

        Assert.Contains("材料收存好了", kept.Text, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(1)>.txt", kept.Texts(".jg-list b"));
        Assert.Null(kept.Document.QuerySelector("main img"));
        Assert.DoesNotContain("桂花巷", kept.Html, StringComparison.Ordinal);
        using var saved = await chair.Http.GetAsync(kept.One("a[href*='handler=Content']").GetAttribute("href"));
        Assert.Equal(("attachment", "nosniff", true), (saved.Content.Headers.ContentDisposition!.DispositionType, saved.Headers.GetValues("X-Content-Type-Options").Single(), saved.Headers.CacheControl!.NoStore));
        Assert.Equal(Content, await saved.Content.ReadAsStringAsync());
        foreach (var path in Directory.GetFiles(host.Database.Folder, "*", SearchOption.AllDirectories))
            Assert.Equal((path, false), (path, Encoding.UTF8.GetString(await BytesAsync(path)).Contains("桂花巷九号院", StringComparison.Ordinal)));

        Assert.Contains("打开材料", (await chair.GetAsync($"/cases/{id}/looks")).Texts("tbody td"));
        Assert.Contains("onerror", (await (await chair.GetAsync($"/cases/{id}")).FollowAsync("证据清单")).Text, StringComparison.Ordinal);
        var program = await (await chair.GetAsync($"/cases/{id}/files")).Form("form[enctype]").Attach("File", "证明.docx.exe", [1]).SubmitAsync("收存");
        Assert.Contains("是程序、脚本或网页，不能上传", program.Text, StringComparison.Ordinal);
        var struck = await program.Form("form[action*='Strike']").Set("reason", "放错了").SubmitAsync("划去");
        Assert.Contains("划去：放错了", struck.Text, StringComparison.Ordinal);
        Assert.Single(struck.Texts(".jg-list del"));
    }

    [Fact]
    public async Task SomeFiles_AreSentAtOnce_AndWhereOneIsRefusedNoneIsKept()
    {
        var (id, chair, page) = await CaseAsync();
        var files = await page.FollowAsync("材料");

        var refused = await files.Form("form[enctype]").Attach("File", "病历.pdf", [1]).Attach("File", "证明.docx.exe", [2]).SubmitAsync("收存");
        Assert.Contains("“证明.docx.exe”是程序、脚本或网页，不能上传", refused.Text, StringComparison.Ordinal);
        Assert.Contains("这次选的2份都没有收", refused.Text, StringComparison.Ordinal);
        Assert.Empty(refused.Texts(".jg-list b"));

        var kept = await refused.Form("form[enctype]").Attach("File", "病历.pdf", [1]).Attach("File", "欠条.pdf", [2]).SubmitAsync("收存");
        Assert.Contains("2份材料收存好了", kept.Text, StringComparison.Ordinal);
        Assert.Equal(["欠条.pdf", "病历.pdf"], kept.Texts(".jg-list b").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AContentThatIsGoneOrDamaged_IsToldInWords_AndLogged(bool isGone)
    {
        using var logs = new KeptLogs();
        await using var own = new WebHost { Logs = logs };
        await own.InitializeAsync();
        var id = await ReceivedCases.MakeAsync(own, own.City.Township);
        using var chair = await own.SignInAsync(Role.Chair, own.City.Township);
        var kept = await (await chair.GetAsync($"/cases/{id}/files")).Form("form[enctype]").Attach("File", "病历.pdf", Encoding.UTF8.GetBytes(Content)).SubmitAsync("收存");
        var onDisk = Directory.GetFiles(Path.Combine(own.Database.Folder, "files", "cases"), "*", SearchOption.AllDirectories).Single();
        if (isGone)
            File.Delete(onDisk);
        else
            await File.WriteAllBytesAsync(onDisk, (await File.ReadAllBytesAsync(onDisk))[..^1]);

        var lost = await chair.GetAsync(kept.One("a[href*='handler=Content']").GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.InternalServerError, lost.Status);
        Assert.Contains("这份材料的内容在服务器上不见了或者损坏了，打不开", lost.Text, StringComparison.Ordinal);
        Assert.Contains("请告诉系统管理员从备份恢复", lost.Text, StringComparison.Ordinal);
        Assert.Contains("病历.pdf", lost.Texts(".jg-list b"));
        Assert.Contains(logs.Lines, line => line.Contains("of a case is gone or damaged", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains("病历.pdf", StringComparison.Ordinal) || line.Contains("桂花巷", StringComparison.Ordinal));
        Assert.DoesNotContain("打开材料", (await chair.GetAsync($"/cases/{id}/looks")).Texts("tbody td"));
    }

    [Fact]
    public async Task WhatIsSent_NeverLiesInATemporaryFile()
    {
        const string canary = "zyx7spilled";
        var spilled = new List<string>();
        await using var own = new WebHost { AtEndOfRequest = () => spilled.AddRange(TemporaryFiles().Where(file => Holds(file, canary))) };
        await own.InitializeAsync();
        var id = await ReceivedCases.MakeAsync(own, own.City.County);
        using var chair = await own.SignInAsync(Role.Chair, own.City.County);
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(canary + "\n", 200_000)));

        var kept = await (await chair.GetAsync($"/cases/{id}/files")).Form("form[enctype]").Attach("File", "录音.txt", content).Attach("File", "又一段.txt", content).SubmitAsync("收存");
        Assert.Contains("2份材料收存好了", kept.Text, StringComparison.Ordinal);
        Assert.Empty(spilled);
        // Nor where the sign-in has run out meanwhile.
        using var late = own.Visit();
        using var request = kept.Form("form[enctype]").Attach("File", "录音.txt", content).Request("收存");
        request.Headers.TryAddWithoutValidation("Origin", "http://localhost");
        using var asked = await late.Http.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.InternalServerError, asked.StatusCode);
        Assert.Empty(spilled);

        // What other pages take does lie there for a moment, so the test looks where it stands.
        await (await chair.GetAsync("/circulars/new")).Form("form[enctype]").Attach("files", "通知.txt", content).SubmitAsync();
        Assert.NotEmpty(spilled);
    }

    [Fact]
    public async Task WhoIsOutside_GetsTheSameAnswerAsForAFileThatIsNotThere()
    {
        var (id, _, page) = await CaseAsync();
        var kept = await (await page.FollowAsync("材料")).Form("form[enctype]").Attach("File", "病历.pdf", [1]).SubmitAsync("收存");
        var address = kept.One("a[href*='handler=Content']").GetAttribute("href")!;
        foreach (var (role, body) in new (Role Role, Organisation Body)[] { (Role.Officer, host.City.Township), (Role.Chair, host.City.County), (Role.Reader, host.City.Township), (Role.SystemAdministrator, host.City.Top) })
        {
            using var client = await host.SignInAsync(role, body);
            var (real, unknown) = (await client.GetAsync(address), await client.GetAsync($"/cases/{id}/files?handler=Content&file={Guid.NewGuid()}"));
            Assert.Equal(unknown.Texts("main"), real.Texts("main"));
            Assert.Equal(unknown.Status, real.Status);
            Assert.NotEqual(HttpStatusCode.OK, real.Status);
        }
    }

    [Fact]
    public async Task TheEvidenceIsTicked_AndStandsInTheApplication()
    {
        var (_, chair, page) = await CaseAsync();
        var list = await page.FollowAsync("证据清单");
        var saved = await list.Form("form[action$='/evidence']").Set("note.medical", "县医院病历一份").Set("there", "medical").SubmitAsync("存下");
        Assert.Contains("证据清单存好了", saved.Text, StringComparison.Ordinal);

        var letters = await (await chair.GetAsync(page.Address)).FollowAsync("文书");
        using var word = await chair.Http.GetAsync(letters.One("a[href*='letter=protection']").GetAttribute("href"));
        Assert.Equal("attachment", word.Content.Headers.ContentDisposition!.DispositionType);
        var text = string.Join('\n', WordText.Read(new MemoryStream(await word.Content.ReadAsByteArrayAsync())).Select(paragraph => paragraph.Text));
        Assert.Contains("诊疗记录：县医院病历一份", text, StringComparison.Ordinal);
        Assert.DoesNotContain("只在工作日上午打电话", text, StringComparison.Ordinal);
        Assert.Contains("生成文书", (await chair.GetAsync(page.Address + "/looks")).Texts("tbody td"));
    }

    /// <summary>Where ASP.NET puts what does not fit into memory.</summary>
    private static string[] TemporaryFiles() => Directory.GetFiles(Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath(), "ASPNETCORE_*.tmp");

    private static bool Holds(string path, string words)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
        }
        catch (FileNotFoundException)
        {
            // Another test's, gone meanwhile.
            return false;
        }
    }

    // The database has its file open.
    private static async Task<byte[]> BytesAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>A case of the township, opened by its chair.</summary>
    private async Task<(Guid Id, PageClient Chair, Page Page)> CaseAsync()
    {
        var id = await ReceivedCases.MakeAsync(host, host.City.Township);
        var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        return (id, chair, await chair.GetAsync($"/cases/{id}"));
    }
}
