using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables;

/// <summary>A table as it is printed, with what may be done to it.</summary>
[Needs(Right.TableRead)]
public sealed class ShowModel(TableReader reader, TableService tables, TableSigning signing, ChangeLog changes, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Differences listed.</summary>
    public const int MostDifferences = 50;

    public OpenedTable Opened { get; private set; } = null!;

    public IReadOnlyList<TableHeading> Headings { get; private set; } = [];

    public IReadOnlyList<Change> History { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool MayFill => actor.Has(Right.TableWrite) && Opened.Table.State == TableState.Draft;

    public SignatureStep? Next => TableSigning.NextOf(Opened.Table.State);

    public bool MaySign => Next is { } step && actor.Has(TableSigning.RightOf(step)) && IsOwn;

    public bool MayReturn => Opened.Table.State is TableState.Signed or TableState.Reviewed && IsOwn && (actor.Has(Right.TableWrite) || actor.Has(Right.TableReview));

    public bool MayCorrect => Opened.Table is { State: TableState.Filed, IsCurrent: true } && actor.Has(Right.TableWrite);

    /// <summary>The client key of a correction.</summary>
    public Guid Key { get; } = Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Rows that take supplements.</summary>
    public IReadOnlyList<SelectListItem> Rows => RowItems(isText: false);

    /// <summary>Columns that take supplements.</summary>
    public IReadOnlyList<SelectListItem> Columns => ColumnItems(isText: false);

    /// <summary>Rows that take words.</summary>
    public IReadOnlyList<SelectListItem> TextRows => RowItems(isText: true);

    /// <summary>Columns that take words.</summary>
    public IReadOnlyList<SelectListItem> TextColumns => ColumnItems(isText: true);

    private bool IsOwn => Opened.Table.OrganisationId == actor.OrganisationId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSupplementAsync(Guid id, [FromForm] int version, [FromForm] string? row, [FromForm] string? column, [FromForm] string? amount, [FromForm] string? reason, CancellationToken cancel)
    {
        var written = (amount ?? "").Trim().Replace('−', '-').Replace('－', '-');
        var isLess = written.StartsWith('-');
        if (Quantity.TryParse(isLess ? written[1..] : written, out var number, out var unit) && unit.Length == 0 && number.Hedge == HedgeWord.None)
            return await DoAsync(id, tables.SupplementAsync(id, version, new(row ?? "", column ?? "", isLess ? -number.Value : number.Value, reason ?? ""), actor, cancel), number.Value == 0 ? "补充去掉了。" : "补上了，合计跟着变了。", cancel);
        return await RefusedAsync(id, [new("table.supplement.amount", "补充数请填数字，例如20；减少填-20。", "amount")], cancel);
    }

    public Task<IActionResult> OnPostWriteAsync(Guid id, [FromForm] int version, [FromForm] string? textRow, [FromForm] string? textColumn, [FromForm] string? text, CancellationToken cancel) =>
        DoAsync(id, tables.WriteAsync(id, version, new(textRow ?? "", textColumn ?? "", text ?? ""), actor, cancel), string.IsNullOrWhiteSpace(text) ? "文字去掉了。" : "写上了。", cancel);

    public Task<IActionResult> OnPostSignAsync(Guid id, [FromForm] int version, [FromForm] SignatureStep step, CancellationToken cancel) =>
        DoAsync(id, signing.SignAsync(id, version, step, actor, cancel), step == SignatureStep.Head ? "已报出，每一格都不再改。" : "签好了。", cancel);

    public Task<IActionResult> OnPostReturnAsync(Guid id, [FromForm] int version, [FromForm] string? reason, CancellationToken cancel) =>
        DoAsync(id, signing.ReturnAsync(id, version, reason, actor, cancel), "已退回草稿，数重新随台账走。", cancel);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, [FromForm] Guid key, [FromForm] string? reason, CancellationToken cancel) =>
        DoAsync(id, tables.CorrectAsync(key, id, reason, actor, cancel), "这是更正表的草稿，核对后重新签字报出。", cancel);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, [FromForm] int version, CancellationToken cancel)
    {
        var deleted = await tables.DeleteAsync(id, version, actor, cancel);
        if (!deleted.Done)
            return await RefusedAsync(id, deleted.Problems, cancel);
        this.Tell(MessageKind.Ok, $"《{deleted.Value.Name}》的草稿已删去。");
        return LocalRedirect("/tables");
    }

    /// <summary>Number of the failed equation that names this cell, from 1; 0 for none.</summary>
    public int FailureAt(int row, int column)
    {
        for (var number = 0; number < Opened.Failures.Count; number++)
            if (Opened.Failures[number].Row == row && Opened.Failures[number].Column == column)
                return number + 1;
        return 0;
    }

    /// <summary>The cell of a supplement in words.</summary>
    public string PlaceOf(TableSupplement one)
    {
        var (row, column) = (Opened.Sheet.Rows.Index().FirstOrDefault(line => line.Item.Key == one.Row), Opened.Sheet.Columns.Index().FirstOrDefault(line => line.Item.Key == one.Column));
        return row.Item is null || column.Item is null ? "已不在表内的格" : Opened.PlaceOf(row.Index, column.Index);
    }

    public static string Number(decimal? value, int decimals) => value is { } number ? Ui.Show.Number(number, decimals) : Ui.Show.None;

    private List<SelectListItem> RowItems(bool isText) =>
        [.. Opened.Sheet.All.Where(one => one.Cell.IsFillable && one.Cell.IsText == isText).Select(one => one.Row).Distinct().Select(row => Opened.Sheet.Rows[row]).Select(line => new SelectListItem(line.Name, line.Key))];

    private List<SelectListItem> ColumnItems(bool isText) =>
        [.. Opened.Sheet.All.Where(one => one.Cell.IsFillable && one.Cell.IsText == isText).Select(one => one.Column).Distinct().Order().Select(column => new SelectListItem($"{TableHeadings.Number(Opened.Sheet, column)} {Opened.Sheet.Columns[column].Name}", Opened.Sheet.Columns[column].Key))];

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, withDifferences: true, cancel) is not { } opened)
            return false;
        Opened = opened;
        Headings = TableHeadings.Of(opened.Definition, opened.Sheet);
        History = await changes.ListAsync(TableService.Subject, $"{id}", cancel);
        return true;
    }

    private async Task<IActionResult> DoAsync(Guid id, Task<Outcome<StatisticalTable>> act, string said, CancellationToken cancel)
    {
        var outcome = await act;
        if (!outcome.Done)
            return await RefusedAsync(id, outcome.Problems, cancel);
        this.Tell(MessageKind.Ok, said);
        return LocalRedirect($"/tables/{outcome.Value.Id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        if (problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        foreach (var problem in problems)
            ModelState.AddModelError("", problem.Text);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }
}
