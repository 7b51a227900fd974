using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Excel;

namespace Jinguo.Web.Pages.Audit;

/// <summary>A part of the trail as a workbook or CSV; its first line says who took it out and when.</summary>
/// <param name="difference">What entries changed, masked.</param>
/// <param name="nameOf">Finds the name of a body.</param>
/// <param name="userNameOf">Finds the user name of an account.</param>
/// <param name="watermark">Who, when.</param>
public sealed class TrailSheet(TrailDifference difference, Func<int, ValueTask<string>> nameOf, Func<Guid, ValueTask<string>> userNameOf, string watermark)
{
    private static readonly string[] Heads = ["时间", "操作人", "账号", "操作", "单位", "类别", "对象", "改了什么", "原因", "链上序号", "摘要"];

    /// <summary>Writes a workbook.</summary>
    public async Task WriteExcelAsync(Stream target, IAsyncEnumerable<Change> changes)
    {
        using var workbook = new WorkbookWriter(target);
        using var sheet = workbook.AddSheet(new("操作记录", [.. Heads.Select(head => new SheetColumn(head))]) { Subtitle = watermark });
        await foreach (var change in changes)
            sheet.Row(await CellsAsync(change));
    }

    /// <summary>Writes a CSV.</summary>
    public async Task WriteCsvAsync(Stream target, IAsyncEnumerable<Change> changes)
    {
        using var table = new CsvTableWriter(target);
        table.Row(watermark);
        table.Row([.. Heads.Select(head => (CellValue)head)]);
        await foreach (var change in changes)
            table.Row(await CellsAsync(change));
    }

    private async ValueTask<CellValue[]> CellsAsync(Change change) =>
    [
        $"{China.Clock(change.At):yyyy-MM-dd HH:mm:ss}", change.ActorName, change.AccountId is { } account ? await userNameOf(account) : "", AuditWords.Act(change.Act), change.OrganisationId == 0 ? "平台" : await nameOf(change.OrganisationId),
        AuditWords.Kind(change.SubjectKind), change.SubjectId, difference.Of(change), TrailDifference.Reason(change) ?? "", change.Number, change.Hash,
    ];
}
