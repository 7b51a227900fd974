using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Pages.Tables;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Posts;

/// <summary>For a superior: which bodies below are due for 换届, have vacancies, or no term.</summary>
[Needs(Right.PostRead)]
public sealed class IndexModel(TermList terms, OrganisationTree tree, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>The filters with their names.</summary>
    public static IReadOnlyList<(TermFilter Filter, string Name)> Filters { get; } =
        [(TermFilter.All, "全部"), (TermFilter.Overdue, "换届逾期"), (TermFilter.Soon, "一年内换届"), (TermFilter.Vacant, "有缺额"), (TermFilter.None, "没有登记")];

    /// <summary>The body above; her own where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public Level? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public TermFilter Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Organisation Body { get; private set; } = null!;

    public TermCounts Counts { get; private set; } = null!;

    public IReadOnlyList<BodyTerm> Lines { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    public IReadOnlyList<SelectListItem> Levels => [new("各级", "", Level is null), .. TableWords.LevelsBelow(Body.Level, Level)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await tree.FindAsync(Organisation ?? actor.OrganisationId, Right.PostRead, cancel) is not { } body)
            return NotFound();
        (Body, PageNumber) = (body, Math.Max(1, PageNumber));
        Counts = await terms.CountAsync(body, Level, cancel);
        Lines = await terms.ListAsync(body, Level, Filter, PageNumber, cancel);
        return Page();
    }

    public string Address(TermFilter filter) => $"/posts?filter={filter}{(Organisation is { } organisation ? $"&organisation={organisation}" : "")}{(Level is { } level ? $"&level={level}" : "")}";

    /// <summary>班子缺1，执委缺3.</summary>
    public static string Vacancies(BodyTerm line) =>
        string.Join('，', new[] { line.LeadersVacant > 0 ? $"班子缺{line.LeadersVacant}" : "", line.ExecutivesVacant > 0 ? $"执委缺{line.ExecutivesVacant}" : "" }.Where(text => text.Length > 0)) is { Length: > 0 } text ? text : Show.None;
}
