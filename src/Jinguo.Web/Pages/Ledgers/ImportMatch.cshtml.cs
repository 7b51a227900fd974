using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Which sheet is which ledger and which column which field, changed by hand.</summary>
[Needs(Right.LedgerWrite)]
public sealed class ImportMatchModel(Db db, RecordTypeCatalogCache types, ImportService imports) : PageModel
{
    private RecordTypeCatalog catalog = null!;

    public ImportView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Types => [new("不导入", ""), .. catalog.Offered(View.Home.Path).Select(type => new SelectListItem(type.Type.Name, type.Type.Code))];

    public RecordType? TypeOf(SheetMatching sheet) => sheet.Type is null ? null : catalog.Find(sheet.Type, View.Home.Path)?.Type;

    public IEnumerable<SelectListItem> Targets(RecordType type) =>
    [
        new("不用", ""),
        .. LedgerColumns.FieldsOf(type).Select(field => field.Code).Concat([ColumnMatching.Body, ColumnMatching.BodyCode, ColumnMatching.Highlight])
            .Select(target => new SelectListItem(ImportWords.Target(type, target), target)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var sent = await Request.ReadFormAsync(cancel);
        var matched = await imports.MatchAsync(id, [.. View.Matching.Sheets.Select((_, number) => Choice(sent, number)).OfType<SheetChoice>()], cancel);
        if (!matched.Done)
        {
            ModelState.Add(matched.Problems, prefix: "");
            return Page();
        }
        await imports.LookOrAskAsync(id, cancel);
        return Redirect($"/ledgers/import/{id}");
    }

    private SheetChoice? Choice(IFormCollection sent, int number)
    {
        if (sent[$"sheet[{number}]"] is not [{ } sheet])
            return null;
        var before = View.Matching.Sheets.FirstOrDefault(one => one.Sheet == sheet);
        var year = int.TryParse(sent[$"year[{number}]"], NumberStyles.None, CultureInfo.InvariantCulture, out var written) && written is >= 1949 and <= 2100 ? written : before?.Year;
        return before is null ? null : new(sheet, sent[$"type[{number}]"], year!.Value, before.Columns
            .Where(column => sent.ContainsKey($"target[{number}][{column.Column}]"))
            .ToDictionary(column => column.Column, column => (string?)sent[$"target[{number}][{column.Column}]"]));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        catalog = await types.GetAsync(db, cancel);
        if (await imports.FindAsync(id, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
