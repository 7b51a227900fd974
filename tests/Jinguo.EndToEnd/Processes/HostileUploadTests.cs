using System.IO.Compression;
using System.Net;
using System.Text;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Files that are too large, or would be once unpacked: refused in words, with bounded memory, and nothing stays behind.</summary>
public sealed class HostileUploadTests
{
    private const long MemoryBound = 300L << 20;
    private const int Huge = 100 << 20;

    [Fact]
    public async Task FilesThatWouldFillTheMachine_AreRefusedInWords_WithinBounds_AndLeaveNothing()
    {
        var data = await ProductData.CreateAsync();
        var temporary = Directory.CreateTempSubdirectory("jinguo-upload-");
        try
        {
            await using var product = await ProductProcess.ServeAsync(data.Options, ("TMPDIR", temporary.FullName));
            using var chair = await product.SignInAsync();
            await chair.GetAsync("/ledgers/new/training");
            await BringAsync(chair, "培训.csv", Encoding.UTF8.GetBytes("日期,内容,人次\n2026-03-01,刺绣,12\n"));
            var before = product.PeakMemory;

            foreach (var address in new[] { "/ledgers/import", "/ledgers/new/training", "/ledgers/import", "/sign-in" })
                Assert.Equal((address, HttpStatusCode.RequestEntityTooLarge, "文件太大"), await PostHugeAsync(chair, address));
            using (var json = new ByteArrayContent(new byte[Huge]) { Headers = { ContentType = new("application/json") } })
            {
                var answer = await chair.Http.PutAsync(new Uri($"/api/v1/ledgers/records/{Guid.CreateVersion7()}", UriKind.Relative), json);
                Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            }
            Assert.Contains("展开后太大", (await BringAsync(chair, "炸弹.xlsx", Workbook(("xl/worksheets/sheet1.xml", "<worksheet>", 1100)))).Text, StringComparison.Ordinal);
            Assert.Contains("展开后太大", (await BringAsync(chair, "炸弹.xlsx", Workbook(("xl/sharedStrings.xml", "<sst>", 200)))).Text, StringComparison.Ordinal);
            Assert.Contains("实体.xlsx", (await BringAsync(chair, "实体.xlsx", Workbook(("xl/sharedStrings.xml", Laughs(), 0)))).Text, StringComparison.Ordinal);
            Assert.Contains("乱码.xlsx", (await BringAsync(chair, "乱码.xlsx", new byte[45 << 20])).Text, StringComparison.Ordinal);

            var grown = product.PeakMemory - before;
            Assert.True(grown < MemoryBound, $"It grew by {grown >> 20} MB.");
            Assert.Equal("我的账号", (await chair.GetAsync("/account")).Title);
            // What the runtime keeps open for debuggers is its own.
            Assert.DoesNotContain(temporary.EnumerateFiles("*", SearchOption.AllDirectories), file => !file.Name.StartsWith("dotnet-", StringComparison.Ordinal) && !file.Name.StartsWith("clr-", StringComparison.Ordinal));
            Assert.Empty(Directory.EnumerateFiles(data.Database.Folder, "*.part", SearchOption.AllDirectories));
        }
        finally
        {
            temporary.Delete(recursive: true);
            await data.DisposeAsync();
        }
    }

    [Fact]
    public async Task WhoTriesToSignInTooOften_IsToldToWait()
    {
        var data = await ProductData.CreateAsync();
        try
        {
            await using var product = await ProductProcess.ServeAsync(data.Options, ("Jinguo__Protection__SignInsPerMinute", "2"));
            using var http = new HttpClient { BaseAddress = product.Address };
            HttpResponseMessage answer;
            var tries = 0;
            do
            {
                using var form = new FormUrlEncodedContent([new("UserName", "nobody")]);
                answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
            }
            while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++tries < 10);

            Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
            Assert.Contains("请过一分钟再试", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await data.DisposeAsync();
        }
    }

    private static async Task<(string Address, HttpStatusCode Status, string Title)> PostHugeAsync(PageClient chair, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(chair.Http.BaseAddress!, address));
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[Huge]), "file", "大文件.xlsx" } };
        var page = await chair.SendAsync(request);
        return (address, page.Status, page.Title);
    }

    private static async Task<Page> BringAsync(PageClient chair, string name, byte[] content) =>
        await (await chair.GetAsync("/ledgers/import")).Form("main form[method=post]").Attach("file", name, content).SubmitAsync();

    /// <summary>A workbook of which one part begins with a text and goes on with so many megabytes of blanks.</summary>
    private static byte[] Workbook((string Path, string Text, int Megabytes) heavy)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", "<workbook/>", 0);
            Add("xl/_rels/workbook.xml.rels", "<Relationships/>", 0);
            Add(heavy.Path, heavy.Text, heavy.Megabytes);

            void Add(string path, string text, int megabytes)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
                var blanks = Encoding.ASCII.GetBytes(new string('\n', 1 << 20));
                for (var written = 0; written < megabytes; written++)
                    part.Write(blanks);
            }
        }
        return file.ToArray();
    }

    /// <summary>Entities that name each other: ten levels of ten, a thousand million words once they are put in.</summary>
    private static string Laughs() =>
        $"<!DOCTYPE sst [<!ENTITY a0 \"哈\">{string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY a{level} \"{string.Concat(Enumerable.Repeat($"&a{level - 1};", 10))}\">"))}]><sst><si><t>&a9;</t></si></sst>";
}
