using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Posts;

/// <summary>届、任职: the term of a body that stands, or a former one: seats, holders, vacancies, when 换届 is due.</summary>
[Needs(Right.PostRead)]
public sealed class BodyModel(PostReader reader, OrganisationTree tree, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>One of its terms; the one that stands where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Term { get; set; }

    /// <summary>True for those who left before the term ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public TermSheet Sheet { get; private set; } = null!;

    public PageOf<HeldPost> Posts { get; private set; } = new([], 0);

    /// <summary>Bodies directly below.</summary>
    public int Below { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => actor.May(Right.PostWrite, Sheet.Body.Path);

    /// <summary>True where a term may begin: the body stands.</summary>
    public bool MayBegin => MayWrite && Sheet.Body.ValidTo is null;

    /// <summary>Posts held now, or to the end of the term.</summary>
    public int Held => Sheet.Posts.Count(post => post.Departure is null or Departure.TermEnded);

    public string Address(bool left) => $"/organisations/{Sheet.Body.Id}/posts" + (Term, left) switch
    {
        ({ } term, true) => $"?term={term}&left=true",
        ({ } term, false) => $"?term={term}",
        (null, true) => "?left=true",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, Term, cancel) is not { } sheet)
            return NotFound();
        (Sheet, PageNumber) = (sheet, Math.Max(1, PageNumber));
        Posts = await reader.ListAsync(sheet, Left, PageNumber, cancel: cancel);
        Below = (await tree.ListChildrenAsync(id, 1, 1, cancel)).Total;
        return Page();
    }
}
