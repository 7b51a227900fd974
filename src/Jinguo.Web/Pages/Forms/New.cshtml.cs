using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Forms;

/// <summary>Begins a form: further fields for a ledger, a copy, an empty one, from a file; or a 簿册.</summary>
[Needs(Right.FormWrite)]
[RequestSizeLimit(FormService.LargestFile + (1 << 16))]
public sealed class NewModel(Db db, RecordTypeCatalogCache types, FormService forms, Actor actor, TimeProvider time) : PageModel
{
    public Guid Key { get; private set; }

    public Guid OtherKey { get; private set; }

    public string? Name { get; private set; }

    public string? BundleName { get; private set; }

    /// <summary>The sets of ledgers that one may copy.</summary>
    public IReadOnlyList<SelectListItem> Bundles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IEnumerable<SelectListItem> Copies => [new("不照抄，从空白做", ""), .. Types];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await forms.FindRefusalAsync(cancel) is { } refusal)
        {
            this.Tell(MessageKind.Warn, refusal.Text);
            return LocalRedirect("/forms");
        }
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, [FromForm] string? name, [FromForm] string? from, [FromForm] string? addTo, [FromForm] bool isRegister, CancellationToken cancel)
    {
        Name = name;
        return await DoneAsync(await forms.StartAsync(new(key, name, from, addTo, isRegister), cancel), cancel);
    }

    public async Task<IActionResult> OnPostImportAsync([FromForm] Guid key, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length is 0 or > FormService.LargestFile)
            return await DoneAsync(new Problem("form.file", "请选一个表单文件（.json），不超过1MB。", "file"), cancel);
        using var reader = new StreamReader(file.OpenReadStream());
        return await DoneAsync(await forms.ImportAsync(key, file.FileName, await reader.ReadToEndAsync(cancel), cancel), cancel);
    }

    public async Task<IActionResult> OnPostBundleAsync([FromForm] Guid key, [FromForm] string? bundleName, [FromForm] string? fromBundle, CancellationToken cancel)
    {
        BundleName = bundleName;
        return await DoneAsync(await forms.StartBundleAsync(new(key, bundleName, fromBundle), cancel), cancel);
    }

    private async Task<IActionResult> DoneAsync(Outcome<FormDraft> outcome, CancellationToken cancel)
    {
        if (outcome.Done)
            return LocalRedirect(OwnForm.EditAddress(outcome.Value));
        ModelState.Clear();
        ModelState.Add(outcome.Problems, prefix: "");
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        (Key, OtherKey) = (Guid.CreateVersion7(time.GetUtcNow()), Guid.CreateVersion7(time.GetUtcNow()));
        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        var catalog = await types.GetAsync(db, cancel);
        Bundles = [new("不照抄，从空白做", ""), .. catalog.Bundles(actor.Path).Select(bundle => new SelectListItem(bundle.Name, bundle.Code))];
        foreach (var type in catalog.Offered(actor.Path).OrderBy(type => type.Type.Group, StringComparer.Ordinal))
        {
            if (!groups.TryGetValue(type.Type.Group, out var group))
                groups[type.Type.Group] = group = new() { Name = type.Type.Group };
            Types = [.. Types, new(type.Type.Name, type.Type.Code) { Group = group }];
        }
    }
}
