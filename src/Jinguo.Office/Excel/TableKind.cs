namespace Jinguo.Office.Excel;

/// <summary>Which files may be tables; the others are refused with words that help.</summary>
internal static class TableKind
{
    /// <returns><see cref="FileKind.Zip"/>, <see cref="FileKind.Compound"/> or <see cref="FileKind.Text"/>.</returns>
    /// <exception cref="OfficeFormatException">Neither a workbook nor text.</exception>
    internal static FileKind Of(Stream content, string fileName) => FileSignature.Of(content) switch
    {
        FileKind.Zip => FileKind.Zip,
        FileKind.Compound => FileKind.Compound,
        FileKind.Text => FileKind.Text,
        FileKind.Empty => throw new OfficeFormatException($"文件“{fileName}”是空的。请打开检查一下内容，保存后再导入。"),
        FileKind.Unknown => throw new OfficeFormatException($"文件“{fileName}”认不出是什么格式，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"),
        FileKind.Markup => throw new OfficeFormatException(
            $"“{fileName}”其实是网页或 XML 格式，只是名字像表格（有的系统导出时会这样）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"),
        var other => throw NotATable(fileName, FileSignature.Name(other)),
    };

    internal static OfficeFormatException NotATable(string fileName, string what) =>
        new($"“{fileName}”是{what}，不是表格。请选择 Excel 文件（.xlsx、.xls）或 CSV 文件。");
}
