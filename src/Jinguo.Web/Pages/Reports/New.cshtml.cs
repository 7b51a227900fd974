using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Reports;

/// <summary>写总结: choose template, body and period; what would be missing is said beforehand.</summary>
[Needs(Right.ReportWrite)]
public sealed class NewModel(Visible visible, TemplateLibrary library, ReportWriter writer, ReportService reports, ReportBatch batch, JobQueue jobs, TimeProvider time) : PageModel
{
    /// <summary>The body; her own where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    /// <summary><c>now</c> for today's tree.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tree { get; set; }

    /// <summary>Whose tree the figures are to stand on.</summary>
    public FigureView View => FigureView.Of(Tree, known: null);

    public IReadOnlyList<SelectListItem> Trees => Figures.IndexModel.Trees(View.Tree);

    public Organisation Body { get; private set; } = null!;

    public Period Asked { get; private set; }

    public ReportForecast? Forecast { get; private set; }

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    /// <summary>Which bodies a batch may take: those directly below, or all of a level.</summary>
    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    /// <summary>The client key: the report is made once, however often the form is sent.</summary>
    public Guid Key { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? await ForecastAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var made = await reports.MakeAsync(new(key, Body.Id, Asked.Code, Template!, View.Tree), visible.Actor, cancel);
        if (!made.Done)
            return Problems(made.Problems);
        this.Tell(MessageKind.Ok, "总结做好了，数字已冻结。");
        return LocalRedirect($"/reports/{made.Value.Id}");
    }

    public async Task<IActionResult> OnPostBatchAsync([FromForm] Guid key, [FromForm] Level? level, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var bodies = await batch.ListBodiesAsync(Body.Id, level, cancel);
        if (bodies.Count is 0 or > ReportBatch.MostBodies)
            return Problems([new("report.batch.bodies", bodies.Count == 0 ? "下面没有这一级的单位。" : $"一次最多做{ReportBatch.MostBodies}份，请换一个上级单位分几次做。")]);
        var input = new ReportBatchInput(Body.Id, level, Asked.Code, Template!, View.Tree);
        var job = await jobs.AddAsync(key, ReportBatch.JobKind, Body, visible.Actor, JsonSerializer.Serialize(input), cancel);
        return LocalRedirect($"/reports/batch/{job.Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await BodyChoices.FindAsync(visible, Right.ReportWrite, Organisation, cancel) is not var (body, bodies))
            return false;
        (Body, Bodies) = (body, bodies);
        Asked = Period.TryParse(PeriodCode, out var period) ? period : Period.Year(time.Today().Year);
        Periods = [.. PeriodChoices.Items(Asked, time.Today())];
        var templates = await library.ListAsync(cancel);
        Template = templates.FirstOrDefault(one => one.Id == Template)?.Id ?? templates.FirstOrDefault(one => one.Name == "年度工作总结")?.Id ?? (templates.Count > 0 ? templates[0].Id : null);
        Templates = [.. templates.Select(one => new SelectListItem(one.Body is null ? one.Name : $"{one.Name}（{one.Body}）", one.Id, one.Id == Template))];
        Levels = visible.Actor.Reach(Right.ReportWrite) != RoleScope.Subtree || Body.Level >= Level.Group ? [] :
            [new("直接下级各一份", ""), .. Enum.GetValues<Level>().Where(level => level > Body.Level && level < Level.Group).Select(level => new SelectListItem($"所辖{level.Name()}各一份", level.ToString()))];
        return Template is not null;
    }

    private async Task<IActionResult> ForecastAsync(CancellationToken cancel)
    {
        var template = await library.OpenAsync(Template!, cancel);
        if (!template.Done)
            return Problems(template.Problems);
        var forecast = await writer.ForecastAsync(new(Key, Body, Asked, template.Value.Name, time.Instant()) { Tree = View.Tree }, template.Value.Content, cancel);
        if (!forecast.Done)
            return Problems(forecast.Problems);
        Forecast = forecast.Value;
        return Page();
    }

    private PageResult Problems(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError("", problem.Text);
        return Page();
    }
}
