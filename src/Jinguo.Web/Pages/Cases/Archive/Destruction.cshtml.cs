using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Archive;

/// <summary>销毁清册: the cases on a list, to be destroyed or given back by a second supervisor, and to be printed and signed.</summary>
[Needs(Right.CaseSupervise)]
public sealed class DestructionModel(CaseArchiveReader reader, CaseArchive archive, CaseWords words, Actor actor) : PageModel
{
    public CaseDestruction List { get; private set; } = null!;

    public IReadOnlyList<ArchivedLine> Cases { get; private set; } = [];

    public CaseWords Words => words;

    public bool IsOwn => List.ProposedBy == actor.AccountId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not var (list, cases))
            return NotFound();
        (List, Cases) = (list, cases);
        return Page();
    }

    /// <summary>核准销毁、退回.</summary>
    public async Task<IActionResult> OnPostJudgeAsync(Guid id, [FromForm] bool granted, [FromForm] bool sure, CancellationToken cancel)
    {
        if (granted && !sure)
        {
            ModelState.AddModelError(nameof(sure), "请先逐件核对，勾上“逐件核对过”再核准。");
            return await OnGetAsync(id, cancel);
        }
        var judged = await archive.JudgeAsync(id, granted, cancel);
        return this.Answer(judged, granted ? "已销毁，清册留着。" : "清册退回了，案卷都还在。", "/cases/archive") ?? await OnGetAsync(id, cancel);
    }
}
