using System.CommandLine;
using Jinguo.Office.Excel;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;

namespace Jinguo.Web.Tests.Commands;

public sealed class TableCommandTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task TheTable_IsPrintedLineByLine_OrWrittenAsAWorkbook()
    {
        await host.PostAsync(host.City.Village, "training.participants", "2026-10-01", 50);
        var (code, output) = await RunAsync("monthly-progress", "--organisation", host.City.County.Code, "--period", "2026-10");

        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith("指标名称\t1 本月\t2 本年累计\t3 上年同期累计\t4 累计比上年（%）\n培训期数", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("培训人次\t50\t50\t\t", output, StringComparison.Ordinal);

        var file = Path.Combine(host.Database.Folder, "a.xlsx");
        (code, output) = await RunAsync("training-activity", "--organisation", host.City.County.Code, "--period", "2026H2", "--output", file);
        Assert.Equal((CommandLine.Done, file), (code, output.Trim()));
        using var book = Spreadsheet.Open(new MemoryStream(await File.ReadAllBytesAsync(file)), "a.xlsx");
        Assert.Contains(book.Sheets[0].Rows(), row => row[1].Text == "合计" && row[3].Number == 50);
    }

    [Theory]
    [InlineData("unknown", "2026-10")]
    [InlineData("monthly-progress", "2026")]
    [InlineData("monthly-progress", "甲")]
    public async Task WhatItDoesNotUnderstand_EndsWithTheCodeOfUsage(string code, string period) =>
        Assert.Equal((CommandLine.Usage, ""), await RunAsync(code, "--organisation", host.City.County.Code, "--period", period));

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var code = await TableCommand.Create().Parse([.. arguments, .. place]).InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
