using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Jinguo.Web.Tests.Api;

namespace Jinguo.Web.Tests.Checking;

/// <summary>Drafts on the command line and for programs: the same answer.</summary>
public sealed class CheckCommandTests(WebHost host) : IClassFixture<WebHost>, IDisposable
{
    private const string Draft = "全年举办妇女培训班42期。\r\n爱心款6300元，由两笔组成：衣物3000元，慰问金1600元。";

    private readonly string folder = Directory.CreateTempSubdirectory("jinguo-check").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WithoutABody_NumbersAreReadAndReckoned_AndNoDataIsTouched()
    {
        var (code, output) = await RunAsync(await FileAsync("稿.txt", Encoding.UTF8.GetBytes(Draft)), "--format", "json", "--data", Path.Combine(folder, "none"));

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(CommandLine.Done, code);
        Assert.False(Directory.Exists(Path.Combine(folder, "none")));
        Assert.Equal(["start", "end", "text", "value", "unit", "approx", "kind", "of", "verdict", "ledger"], answer.GetProperty("figures")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal((9, 12, "42期", JsonValueKind.Null), (Number(answer, 0, "start"), Number(answer, 0, "end"), answer.GetProperty("figures")[0].GetProperty("text").GetString(), answer.GetProperty("figures")[0].GetProperty("verdict").ValueKind));
        var relation = answer.GetProperty("relations").EnumerateArray().Single(one => !one.GetProperty("holds").GetBoolean());
        Assert.Equal(["type", "spans", "holds", "why", "sure"], relation.EnumerateObject().Select(property => property.Name));
        Assert.Equal("parts-of-total", relation.GetProperty("type").GetString());
        var span = relation.GetProperty("spans")[0];
        Assert.Equal("6300元", Draft[span[0].GetInt32()..span[1].GetInt32()]);
    }

    [Fact]
    public async Task WithABodyAndAPeriod_EachNumberHasItsVerdict_FromTheCommandLineAndTheApi()
    {
        await host.PostAsync(host.City.Village, "training.sessions", "2026-03-08", 46);
        var (code, output) = await RunAsync([await FileAsync("稿.txt", Encoding.UTF8.GetBytes(Draft)), "--organisation", host.City.County.Code, "--period", "2026", "--format", "json", .. Place]);
        Assert.Equal(CommandLine.Done, code);
        var figure = JsonDocument.Parse(output).RootElement.GetProperty("figures")[0];
        Assert.Equal(("differs", "training.sessions", 46), (figure.GetProperty("verdict").GetString(), figure.GetProperty("ledger").GetProperty("measure").GetString(), figure.GetProperty("ledger").GetProperty("value").GetInt32()));

        using var program = host.WithToken((await host.TokenAsync(Role.Officer, host.City.County, [Right.ReportRead, Right.FigureRead])).Text);
        using var text = await program.PostAsJsonAsync("/api/v1/checking", new { Text = Draft, Organisation = host.City.County.Id, Period = "2026" });
        using var file = await program.PostAsync(new Uri($"/api/v1/checking/file?organisation={host.City.County.Id}&period=2026", UriKind.Relative), new ByteArrayContent(Encoding.UTF8.GetBytes(Draft)));
        var (ofText, ofFile) = (await text.Content.ReadFromJsonAsync<JsonElement>(), await file.Content.ReadFromJsonAsync<JsonElement>());
        Assert.True(JsonElement.DeepEquals(ofText, ofFile), $"{ofText}\n{ofFile}");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(output).RootElement.GetProperty("relations"), ofText.GetProperty("relations")));
        Assert.Equal("differs", ofText.GetProperty("figures")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task TheWordFile_ComesBackBesideTheDraft()
    {
        using var docx = new MemoryStream();
        WordWriter.Write(new Document("总结", [new Paragraph("爱心款6300元，由两笔组成：衣物3000元，慰问金1600元。")]), HouseStyle.Standard, docx);
        var (code, output) = await RunAsync(await FileAsync("总结.docx", docx.ToArray()), "--format", "docx");

        Assert.Equal((CommandLine.Done, Path.Combine(folder, "总结（核稿）.docx")), (code, output.Trim()));
        Assert.Contains(WordText.Read(File.OpenRead(output.Trim())), paragraph => paragraph.Text == CheckedWord.SummaryTitle);
    }

    [Theory]
    [InlineData("空.txt", "", CommandLine.Problems)]
    [InlineData("没有这个文件", null, CommandLine.Usage)]
    public async Task WhatIsNoDraft_IsRefused_WithItsExitCode(string name, string? content, int expected)
    {
        var path = content is null ? Path.Combine(folder, name) : await FileAsync(name, Encoding.UTF8.GetBytes(content));
        var (code, output) = await RunAsync(path);
        Assert.Equal((expected, ""), (code, output));
    }

    [Fact]
    public async Task AProgramThatNamesNoPeriod_OrIsOutOfReach_IsToldSo()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Officer, host.City.Township, [Right.ReportRead, Right.FigureRead])).Text);
        using var noPeriod = await program.PostAsJsonAsync("/api/v1/checking", new { Text = Draft, Organisation = host.City.Township.Id });
        using var stranger = await program.PostAsJsonAsync("/api/v1/checking", new { Text = Draft, Organisation = host.City.County.Id, Period = "2026" });
        using var noDraft = await program.PostAsync(new Uri("/api/v1/checking/file", UriKind.Relative), new ByteArrayContent([]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (noPeriod.StatusCode, stranger.StatusCode, noDraft.StatusCode));
    }

    private string[] Place => ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];

    private static int Number(JsonElement answer, int place, string name) => answer.GetProperty("figures")[place].GetProperty(name).GetInt32();

    private async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await CheckCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
