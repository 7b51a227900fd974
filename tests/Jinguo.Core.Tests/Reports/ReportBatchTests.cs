using System.IO.Compression;
using System.Text.Json;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Reports;

/// <summary>Many reports at once, and the shipped templates on a small tree.</summary>
public sealed class ReportBatchTests : IAsyncLifetime
{
    private ReportOffice office = null!;

    public async Task InitializeAsync()
    {
        office = await ReportOffice.OpenAsync();
        await office.PostAsync(office.City.Village, "2026-03-08 training.participants/housekeeping 38362", "2026-04-01 training.sessions/housekeeping 485", "2026-05-02 reception.items 50余", "2026-06-01 activity.count 12");
    }

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Theory, MemberData(nameof(ShippedTemplatesTests.Names), MemberType = typeof(ShippedTemplatesTests))]
    public async Task ShippedTemplate_GivesAReportWithTheFigures(string name)
    {
        var made = await office.AsAsync(office.Chair, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.County.Id, "2026", name), office.Chair));
        Assert.Empty(made.Problems);
        var file = await office.FileAsync(office.Chair, made.Value!.Id);
        Assert.Empty(Faults(file));
        var text = string.Join('\n', WordText.Read(new MemoryStream(file)).Select(paragraph => paragraph.Text));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        // The analysis tells of letters and visits alone.
        foreach (var figure in name == "信访情况分析" ? (string[])["50余件次"] : ["485期", "3.8万余人次", "50余件次", "12场"])
            Assert.Contains(figure, text, StringComparison.Ordinal);
        foreach (var broken in (string[])["，。", "、。", "，，", "。。", "：。", "；。", "、，", "0人"])
            Assert.DoesNotContain(broken, text.Split(Annex.Title)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_MakesOneReportABody_AndBegunAgainFindsThem()
    {
        var job = new Job { Id = Guid.CreateVersion7(), Kind = ReportBatch.JobKind, Input = JsonSerializer.Serialize(new ReportBatchInput(office.City.County.Id, Level.Village, "2026", "述职报告")) };
        var told = new List<string>();
        var progress = new JobProgress((done, total) =>
        {
            told.Add($"{done}/{total}");
            return Task.CompletedTask;
        });
        var first = await office.AsAsync(office.Chair, desk => desk.Batch.RunAsync(job, progress, default));
        var again = await office.AsAsync(office.Chair, desk => desk.Batch.RunAsync(job, progress, default));
        Assert.Equal(("做好4份。", false), (first.Message, first.Failed));
        Assert.Equal(first.Result, again.Result);
        Assert.Equal(["1/4", "2/4", "3/4", "4/4"], told[..4]);
        Assert.Equal(4, await office.AsAsync(office.Chair, desk => desk.Db.Set<Report>().CountAsync()));

        using var zip = new MemoryStream();
        await office.AsAsync(office.Chair, async desk =>
        {
            await desk.Batch.WriteZipAsync(JsonSerializer.Deserialize<ReportBatchResult>(first.Result!)!, zip);
            return true;
        });
        using var opened = new ZipArchive(zip);
        Assert.Contains("芙蓉11村妇联2026年述职报告.docx", opened.Entries.Select(entry => entry.FullName));
        Assert.Equal(4, opened.Entries.Count);
    }

    [Fact]
    public async Task Templates_AreSeenByTheBodyAndThoseBelow()
    {
        var chair = ReportOffice.Person(office.City.Township, Jinguo.Core.Base.Access.Role.Chair);
        var put = await office.AsAsync(chair, desk => desk.Templates.PutAsync(office.City.Township.Id, "镇总结.docx", ReportOffice.Template("{{培训期数}}"), chair));
        Assert.True(put.Done);
        async Task<bool> SeesAsync(Organisation body) => (await office.AsAsync(ReportOffice.Person(body, Jinguo.Core.Base.Access.Role.Chair), desk => desk.Library.ListAsync())).Any(line => line.Name == "镇总结");
        Assert.True(await SeesAsync(office.City.Township));
        Assert.True(await SeesAsync(office.City.Village));
        Assert.False(await SeesAsync(office.City.Stranger));
        Assert.False(await SeesAsync(office.City.County));

        var again = await office.AsAsync(chair, desk => desk.Templates.PutAsync(office.City.Township.Id, "镇总结.docx", ReportOffice.Template("{{培训人次}}"), chair));
        Assert.Equal((put.Value!.Id, 2), (again.Value!.Id, again.Value.Version));
        Assert.False((await office.AsAsync(ReportOffice.Person(office.City.Village, Jinguo.Core.Base.Access.Role.Chair), desk => desk.Templates.DeleteAsync(put.Value.Id, chair))).Done);
        Assert.True((await office.AsAsync(chair, desk => desk.Templates.DeleteAsync(put.Value.Id, chair))).Done);
    }

    [Fact]
    public async Task Template_WithAnUnknownMark_IsRefused()
    {
        var refused = await office.AsAsync(office.Chair, desk => desk.Templates.PutAsync(office.City.County.Id, "总结.docx", ReportOffice.Template("举办{{培训期}}。"), office.Chair));
        Assert.Contains("正文第1段", Assert.Single(refused.Problems).Text, StringComparison.Ordinal);
    }

    private static List<string> Faults(byte[] docx)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }
}
