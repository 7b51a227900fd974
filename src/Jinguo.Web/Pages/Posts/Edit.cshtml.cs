using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Posts;

/// <summary>Puts the standing term of a body right: its number, days and seats.</summary>
[Needs(Right.PostWrite)]
public sealed class EditModel(PostReader reader, PostService service, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public TermForm Input { get; set; } = new();

    [BindProperty]
    public EndForm Ending { get; set; } = new();

    public TermSheet Sheet { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    /// <summary>True where the act in hand ends the term.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>Posts held now.</summary>
    public int Held => Sheet.Posts.Count(post => post.Departure is null);

    /// <summary>The fields of an ending.</summary>
    public sealed class EndForm
    {
        public DateOnly? Day { get; set; }

        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Input = TermForm.Of(Sheet.Term!);
        Ending.Day = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        var ended = Ending.Day is { } day
            ? await service.EndAsync(id, Sheet.Body.Id, day, Ending.Reason, cancel)
            : new Problem("term.ended.missing", "请填结束日期。", nameof(Ending.Day));
        if (!ended.Done)
        {
            (IsEnding, Input) = (true, TermForm.Of(Sheet.Term!));
            ModelState.Clear();
            ModelState.Add(ended.Problems, nameof(Ending));
            return Page();
        }
        this.Tell(MessageKind.Ok, "这一届已结束，在任的人都登记为届满。");
        return LocalRedirect($"/organisations/{Sheet.Body.Id}/posts");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var edited = Input.From is { } from
            ? await service.EditAsync(id, Input.Version, Input.Input(Sheet.Body.Id, from), cancel)
            : new Problem("term.from.missing", "请填起始日期。", nameof(Input.From));
        if (!edited.Done)
        {
            ModelState.Add(edited.Problems);
            return Page();
        }
        this.Tell(MessageKind.Ok, "已存下。");
        return LocalRedirect($"/organisations/{Sheet.Body.Id}/posts");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindTermAsync(id, cancel) is not { Term.Ended: null } sheet || !actor.May(Right.PostWrite, sheet.Body.Path))
            return false;
        Sheet = sheet;
        return true;
    }
}
