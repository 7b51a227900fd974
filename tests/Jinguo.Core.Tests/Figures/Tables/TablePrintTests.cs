using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Tests.Office.Excel;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TablePrintTests
{
    [Fact]
    public async Task TheWorkbook_HasTheMarksOfTheTable_ItsHeadings_ItsNumbersAndTheSignatures()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 1250, "余", "skills"));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        table = await office.FileAsync(await office.SupplementAsync(Actor.CommandLine, table, "4", "2", 20));
        var file = new MemoryStream();
        TablePrint.Write(file, await office.OpenAsync(table.Id));

        var rows = Workbooks.ReadRows(file);
        var texts = rows.SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        Assert.Equal("培训情况表", rows[0][1].Text);
        Assert.Contains("表    号：云妇统1表", texts);
        Assert.Contains("制定机关：云川市妇联", texts);
        Assert.Contains("文    号：云妇字〔2026〕3号", texts);
        Assert.Contains("有效期至：2027年12月31日", texts);
        Assert.Contains("报告期：2026年上半年", texts);
        Assert.Equal(["甲", "1", "2", "3", "4", "5", "6", "7", "8", "9"], rows.Single(row => row[1].Text == "甲").Cells.Select(cell => cell.Text));
        var total = rows.Single(row => row[1].Text == "合计");
        Assert.Equal((CellKind.Number, 1270m), (total[3].Kind, total[3].Number));
        Assert.Equal("—", total[2].Text);
        Assert.Contains(texts, text => text.StartsWith("单位负责人：命令行", StringComparison.Ordinal) && text.Contains("填报日期：2026年11月20日", StringComparison.Ordinal));
        Assert.Contains("※含手工补充：第2栏人次20，占合计的1.6%。", texts);
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        using var sheet = new StreamReader(document.WorkbookPart!.WorksheetParts.Single().GetStream());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("orientation=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("<mergeCell ref=\"B6:E6\" />", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeadingThatLooksLikeAFormula_StaysText()
    {
        await using var office = await TableOffice.OpenAsync();
        var json = TestTables.Trainings.Replace("\"name\": \"妇女之家\"", "\"name\": \"=1+1\"", StringComparison.Ordinal).Replace("\"trainings\"", "\"risky\"", StringComparison.Ordinal);
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "risky.json", json, Actor.CommandLine));
        var opened = await office.DoAsync(Actor.CommandLine, desk => desk.Reader.PreviewAsync("risky", office.City.Top.Id, Books.Span("2026H1")));
        var file = new MemoryStream();
        TablePrint.Write(file, opened);

        Assert.Contains(Workbooks.ReadRows(file).SelectMany(row => row.Cells), cell => cell is { Kind: CellKind.Text, Text: "=1+1" });
    }
}
