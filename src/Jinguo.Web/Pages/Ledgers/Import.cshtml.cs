using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Brings a workbook, offers templates, lists earlier imports.</summary>
[Needs(Right.LedgerWrite)]
[RequestSizeLimit(FileStore.LargestSize + (1 << 20))]
public sealed class ImportModel(Db db, RecordTypeCatalogCache types, WritableBodies writable, ImportService imports, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public Organisation Home { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<RecordType> Ledgers { get; private set; } = [];

    public IEnumerable<SelectListItem> Types => [new("按工作表认", ""), .. Ledgers.Select(type => new SelectListItem(type.Name, type.Code))];

    public IReadOnlyList<Import> Imports { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The client key: the file is taken once, however often the form is sent.</summary>
    public Guid Key { get; private set; }

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(int? body, CancellationToken cancel)
    {
        if (!await LoadAsync(body, cancel))
            return NotFound();
        Key = Guid.CreateVersion7(time.GetUtcNow());
        return Page();
    }

    public async Task<IActionResult> OnGetTemplateAsync(string? type, CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        IReadOnlyList<RecordType> wanted = string.IsNullOrEmpty(type) ? [.. catalog.Offered(actor.Path).Select(one => one.Type)] : catalog.Find(type, actor.Path) is { } only ? [only.Type] : [];
        if (wanted.Count == 0)
            return NotFound();
        var file = new MemoryStream();
        LedgerTemplate.Write(file, wanted);
        return File(file.ToArray(), MediaTypes.Excel, wanted is [var single] ? $"{single.Name}模板.xlsx" : $"{time.Today().Year}年工作台账模板.xlsx");
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, [FromForm] int? body, IFormFile? file, [FromForm] string? type, CancellationToken cancel)
    {
        if (!await LoadAsync(body, cancel))
            return NotFound();
        ModelState.Clear();
        if (file is null || file.Length == 0)
            return Again("请选择一个文件；选了空文件的，请打开检查后再传。");
        await using var content = file.OpenReadStream();
        var brought = await imports.BringAsync(key, Home.Id, file.FileName, content, type, cancel);
        if (!brought.Done)
            return Again([.. brought.Problems.Select(problem => problem.Text)]);
        await imports.LookOrAskAsync(key, cancel);
        return Redirect($"/ledgers/import/{key}");

        IActionResult Again(params string[] problems)
        {
            foreach (var problem in problems)
                ModelState.AddModelError("file", problem);
            Key = Guid.CreateVersion7(time.GetUtcNow());
            return Page();
        }
    }

    private async Task<bool> LoadAsync(int? body, CancellationToken cancel)
    {
        if (await writable.FindAsync(body, cancel) is not { } found)
            return false;
        Home = found.Chosen;
        Bodies = [.. found.Offered.Select(one => new SelectListItem(one.Name, one.Id.ToString(CultureInfo.InvariantCulture), one.Id == Home.Id))];
        Ledgers = [.. (await types.GetAsync(db, cancel)).Offered(Home.Path).Select(type => type.Type)];
        (Imports, Total) = await imports.ListAsync(CurrentPage, cancel);
        return true;
    }
}
