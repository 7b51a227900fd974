using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Checking;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Checking;

/// <summary>What her body taught the reader of its drafts: to look over, add to, and take back.</summary>
[Needs(Right.ReportRead)]
public sealed class WordsModel(TaughtWords words, FigureBook figures, Actor actor) : PageModel
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<TaughtWord> Words { get; private set; } = new([], 0);

    public bool MayTeach => actor.Has(Right.ReportWrite);

    /// <summary>What a word was taught to mean.</summary>
    public string Meaning(TaughtWord word) => word.Kind switch
    {
        TaughtKind.Measure => names.GetValueOrDefault(word.Figure!, "已停用的数据项"),
        TaughtKind.Name => "名称，不算数",
        _ => "单位",
    };

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Adds a name or a unit.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] TaughtKind kind, [FromForm] string? text, CancellationToken cancel)
    {
        var taught = await words.TeachAsync(actor.OrganisationId, kind == TaughtKind.Unit ? TaughtKind.Unit : TaughtKind.Name, text ?? "", cancel);
        if (taught.Done)
        {
            this.Tell(MessageKind.Ok, $"记住了“{taught.Value.Text}”，本单位和下级核稿都这样认。");
            return LocalRedirect("/checking/words");
        }
        ModelState.Add(taught.Problems, prefix: "");
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] Guid id, CancellationToken cancel)
    {
        var forgotten = await words.ForgetAsync(id, cancel);
        if (!forgotten.Done)
            return NotFound();
        this.Tell(MessageKind.Ok, $"“{forgotten.Value.Text}”不再这样认。");
        return LocalRedirect("/checking/words");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Words = await words.ListAsync(actor.OrganisationId, PageNumber, cancel);
        names = (await figures.ListHeadingsAsync(withOptions: true, cancel)).ToDictionary(heading => heading.Key.ToString(), heading => heading.FullName, StringComparer.Ordinal);
    }
}
