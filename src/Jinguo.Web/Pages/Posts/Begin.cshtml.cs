using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Posts;

/// <summary>换届: begins the next term of a body, or its first.</summary>
[Needs(Right.PostWrite)]
public sealed class BeginModel(PostReader reader, PostService service, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public TermForm Input { get; set; } = new();

    public TermSheet Sheet { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Input = TermForm.After(Sheet.Body, Sheet.Terms is [var last, ..] ? last : null, Guid.CreateVersion7(time.GetUtcNow()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var begun = Input.From is { } from
            ? await service.BeginAsync(Input.Input(id, from), cancel)
            : new Problem("term.from.missing", "请填起始日期。", nameof(Input.From));
        if (!begun.Done)
        {
            ModelState.Add(begun.Problems);
            return Page();
        }
        this.Tell(MessageKind.Ok, $"第{begun.Value.Number}届已登记，现在登记当选的人。");
        return LocalRedirect($"/organisations/{id}/posts/elect");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel: cancel) is not { } sheet || !sheet.Body.HasTerms || !actor.May(Right.PostWrite, sheet.Body.Path))
            return false;
        Sheet = sheet;
        return true;
    }
}
