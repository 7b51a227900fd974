using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Posts;

/// <summary>Leads from a term, as figures name it, to its body's posts.</summary>
[Needs(Right.PostRead)]
public sealed class TermModel(PostReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await reader.FindTermAsync(id, cancel) is { } sheet ? LocalRedirect($"/organisations/{sheet.Body.Id}/posts?term={id}") : NotFound();
}
