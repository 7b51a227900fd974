using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Forms;

/// <summary>簿册: which ledgers are printed as one book, in which order. Each act is a form that is sent, as in the designer.</summary>
[Needs(Right.FormWrite)]
public sealed class BundleModel(Db db, OwnForm own, FormService forms, RecordTypeCatalogCache types, Actor actor) : PageModel
{
    public OpenedForm Opened { get; private set; } = null!;

    /// <summary>The book that is being changed, from 0; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public int? Place { get; set; }

    public BundleLedger? Chosen => Place is { } place ? Ledgers.ElementAtOrDefault(place) : null;

    public IReadOnlyList<BundleLedger> Ledgers => Opened.Bundle?.Ledgers ?? [];

    public string Basis => Opened.Bundle?.Basis ?? "";

    public IReadOnlyList<string> Wrong => OwnForm.Problems(Opened);

    /// <summary>The ledgers that may stand in a book, by their group.</summary>
    public IReadOnlyList<IGrouping<string, RecordType>> Types { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostHeadAsync(Guid id, [FromForm] int version, [FromForm] string? name, [FromForm] string? basis, CancellationToken cancel) =>
        await ChangeAsync(id, version, sheet => sheet.DescribeBundle((name ?? "").Trim(), (basis ?? "").Trim()), cancel);

    public async Task<IActionResult> OnPostBookAsync(Guid id, [FromForm] int version, [FromForm] int? at, [FromForm] string? bookName, [FromForm(Name = "types")] string[]? chosen, [FromForm] string? note, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var wish = new BundleLedger((bookName ?? "").Trim(), chosen ?? [], (note ?? "").Trim());
        if (wish.Name.Length == 0)
            return Refused([new("form.book.name", "请写这一本的名称，例如“妇女培训登记簿”。", "bookName")]);
        return wish.Types.Count == 0 && wish.Note.Length == 0
            ? Refused([new("form.book.types", "请选至少一种台账；没有台账的，在说明里写明内容记在哪里。", "note")])
            : await ChangeAsync(id, version, sheet => sheet.PutLedger(at, wish), cancel);
    }

    public Task<IActionResult> OnPostUpAsync(Guid id, [FromForm] int version, [FromForm] int at, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.MoveLedger(at, up: true), cancel);

    public Task<IActionResult> OnPostDownAsync(Guid id, [FromForm] int version, [FromForm] int at, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.MoveLedger(at, up: false), cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, [FromForm] int version, [FromForm] int at, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.RemoveLedger(at), cancel);

    private async Task<IActionResult> ChangeAsync(Guid id, int version, Action<FormSheet> change, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var changed = await forms.ChangeAsync(id, version, sheet =>
        {
            change(sheet);
            return null;
        }, cancel);
        return changed.Done ? LocalRedirect($"/forms/{id}/bundle") : Refused(changed.Problems);
    }

    private PageResult Refused(IReadOnlyList<Problem> problems)
    {
        ModelState.Clear();
        ModelState.Add(problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await own.FindBundleAsync(id, cancel) is not { } opened)
            return false;
        Opened = opened;
        Types = [.. (await types.GetAsync(db, cancel)).Offered(actor.Path).Select(type => type.Type).GroupBy(type => type.Group, StringComparer.Ordinal)];
        return true;
    }
}
