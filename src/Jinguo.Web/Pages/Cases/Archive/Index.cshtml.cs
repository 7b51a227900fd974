using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Archive;

/// <summary>档案保管: what was kept long enough, to be kept longer or destroyed, and the lists for destruction.</summary>
[Needs(Right.CaseSupervise)]
public sealed class IndexModel(CaseArchiveReader reader, CaseArchive archive, CaseWords words, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<ArchivedLine> Expired { get; private set; } = new([], 0);

    public IReadOnlyList<DestructionLine> Lists { get; private set; } = [];

    /// <summary>The client key of a list.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>What was ticked, where it could not be done.</summary>
    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    public CaseWords Words => words;

    public DateOnly Today { get; } = time.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / CaseArchiveReader.PageSize);
        (Expired, Lists) = (await reader.ListExpiredAsync(PageNumber, cancel), await reader.ListDestructionsAsync(cancel));
    }

    public async Task<IActionResult> OnPostProposeAsync([FromForm] Guid key, [FromForm] Guid[] ids, CancellationToken cancel)
    {
        (Key, Chosen) = (key, ids);
        var list = await archive.ProposeAsync(key, ids, cancel);
        return this.Answer(list, "清册列好了，等另一位负责人核准。", $"/cases/archive/{key}") ?? await AgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostKeepAsync([FromForm] Guid[] ids, [FromForm] RetentionTerm term, CancellationToken cancel)
    {
        Chosen = ids;
        var kept = await archive.KeepLongerAsync(ids, term, cancel);
        return this.Answer(kept, kept.Done ? $"{kept.Value}件再保管{term.Name()}。" : "", "/cases/archive") ?? await AgainAsync(cancel);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return Page();
    }
}
