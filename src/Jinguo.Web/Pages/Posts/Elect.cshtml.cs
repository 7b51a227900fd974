using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Posts;

/// <summary>Enters a meeting with those who were elected at it: several on one form.</summary>
[Needs(Right.PostWrite)]
public sealed class ElectModel(PostReader reader, PostService service, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public ElectionForm Input { get; set; } = new();

    public TermSheet Sheet { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public IReadOnlyList<SelectListItem> Kinds => PostTexts.Kinds(Sheet.Body);

    public bool HasMeeting => Input is { Expected: not null } or { Present: not null } or { Issued: not null } or { Returned: not null };

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        (Input.Key, Input.Day) = (Guid.CreateVersion7(time.GetUtcNow()), Sheet.Posts.Count == 0 ? Sheet.Term!.From : Today);
        Input.AddRows();
        if (Sheet.Posts.Count == 0)
            Input.Holders[0].Kind = PostKind.Chair;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, bool more, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (more || !ModelState.IsValid)
            return Again([], more);
        Input.Compact();
        var elected = Input.Day is { } day
            ? await service.ElectAsync(Input.Input(Sheet.Term!.Id, day), id, cancel)
            : new Problem("post.day.missing", "请填任职日期。", nameof(Input.Day));
        if (!elected.Done)
            return Again(elected.Problems, Input.Holders.Count == 0);
        this.Tell(MessageKind.Ok, $"已登记{Input.Holders.Count}人。");
        return LocalRedirect($"/organisations/{id}/posts");
    }

    private PageResult Again(IReadOnlyList<Problem> problems, bool more)
    {
        if (more)
            Input.AddRows();
        if (ModelState.IsValid)
            ModelState.Clear();
        ModelState.Add(problems);
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel: cancel) is not { Term: not null } sheet || !actor.May(Right.PostWrite, sheet.Body.Path))
            return false;
        Sheet = sheet;
        return true;
    }
}
