using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Posts;

/// <summary>One post: who, how, from when; and her leaving.</summary>
[Needs(Right.PostRead)]
public sealed class ShowModel(PostReader reader, PostService service, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public HeldPost Held { get; private set; } = null!;

    public TermSheet Sheet { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => Sheet.Term is { Ended: null } && actor.May(Right.PostWrite, Sheet.Body.Path);

    /// <summary>The fields of a leaving.</summary>
    public sealed class Form
    {
        public DateOnly? Day { get; set; }

        public Departure Departure { get; set; } = Departure.Transferred;

        public string? Note { get; set; }

        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Input.Day = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !MayWrite)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var left = Input.Day is { } day
            ? await service.LeaveAsync(id, Sheet.Body.Id, day, Input.Departure, Input.Note, Input.Reason, cancel)
            : new Problem("post.until.missing", "请填离任日期。", nameof(Input.Day));
        if (!left.Done)
        {
            ModelState.Add(left.Problems);
            return Page();
        }
        this.Tell(MessageKind.Ok, Input.Departure == Departure.Mistaken ? $"{Held.Name}的这条任职已去掉。" : $"{Held.Name}已登记离任。", undoAction: $"/posts/{id}?handler=Restore");
        return LocalRedirect($"/organisations/{Sheet.Body.Id}/posts");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !MayWrite)
            return NotFound();
        var restored = await service.RestoreAsync(id, Sheet.Body.Id, "撤回离任登记", cancel);
        if (restored.Done)
            this.Tell(MessageKind.Ok, $"已撤回，{Held.Name}仍在任。");
        else
            this.Tell(MessageKind.Warn, restored.Problems[0].Text);
        return LocalRedirect($"/organisations/{Sheet.Body.Id}/posts");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindPostAsync(id, cancel) is not { } held || await reader.FindTermAsync(held.Post.TermId, cancel) is not { } sheet)
            return false;
        (Held, Sheet) = (held, sheet);
        return true;
    }
}
