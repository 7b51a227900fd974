using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Word;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Reports;

/// <summary>A report: its page as printed, and each frozen number beside what it is now.</summary>
[Needs(Right.ReportRead)]
public sealed class ShowModel(ReportReader reader, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Which draft; the newest without one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Draft { get; set; }

    /// <summary>Which numbers the annex shows: all, changed, hedged.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The number that is opened.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Figure { get; set; }

    public OpenedReport Opened { get; private set; } = null!;

    public Report Report => Opened.Report;

    public IReadOnlyList<SheetPart> Sheet { get; private set; } = [];

    /// <summary>Numbers in the text.</summary>
    public IReadOnlyList<FigureDifference> Written { get; private set; } = [];

    /// <summary>Numbers that had nothing to tell and have now.</summary>
    public IReadOnlyList<FigureDifference> Risen { get; private set; } = [];

    /// <summary>What was changed by hand in an uploaded draft.</summary>
    public IReadOnlyList<QuoteInDraft> ByHand { get; private set; } = [];

    public IReadOnlyList<FigureDifference> Shown { get; private set; } = [];

    public IReadOnlySet<int> Changed { get; private set; } = new HashSet<int>();

    public DateOnly Today => time.Today();

    public bool IsNewest => Opened.Draft.Number == Report.Drafts;

    public bool MayWrite => actor.Has(Right.ReportWrite) && Report.State == ReportState.Draft && IsNewest;

    public string State => Report.State == ReportState.Final ? "定稿" : $"草稿 第{Opened.Draft.Number}稿";

    public int Hedged => Written.Count(one => one.Figure.Quote.Hedge is not null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWordAsync(Guid id, CancellationToken cancel) =>
        await reader.FindAsync(id, Draft, cancel) is { } opened
            ? File(await reader.ReadFileAsync(opened.Draft, cancel), MediaTypes.Word, opened.Report.Title + ".docx")
            : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(Guid id, [FromServices] PdfPrinter printer, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, Draft, cancel) is not { } opened)
            return NotFound();
        var pdf = await printer.PrintAsync(await reader.ReadFileAsync(opened.Draft, cancel), cancel);
        if (pdf.Done)
            return File(pdf.Value, "application/pdf", opened.Report.Title + ".pdf");
        this.Tell(MessageKind.Warn, pdf.Problems[0].Text);
        return LocalRedirect($"/reports/{id}");
    }

    public Task<IActionResult> OnPostFreezeAsync(Guid id, [FromServices] ReportService service, [FromForm] int version, [FromForm] int? number, CancellationToken cancel) =>
        DoAsync(id, service.FreezeAnewAsync(id, version, number is { } one ? [one] : null, actor, cancel), number is null ? "数字全部重取，成为新的一稿。" : "这个数改成了现在的数，成为新的一稿。", cancel);

    public async Task<IActionResult> OnPostUploadAsync(Guid id, [FromServices] ReportService service, [FromForm] int version, IFormFile? file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(content, cancel);
        return await DoAsync(id, service.UploadDraftAsync(id, version, content.ToArray(), actor, cancel), "新的一稿收下了，手工改动列在下面。", cancel);
    }

    public Task<IActionResult> OnPostFinaliseAsync(Guid id, [FromServices] ReportService service, [FromForm] int version, CancellationToken cancel) =>
        DoAsync(id, service.FinaliseAsync(id, version, actor, cancel), "已定稿，不再改动。", cancel);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, [FromServices] ReportService service, [FromForm] int version, CancellationToken cancel)
    {
        var deleted = await service.DeleteAsync(id, version, actor, cancel);
        if (!deleted.Done)
            return await RefusedAsync(id, deleted.Problems, cancel);
        this.Tell(MessageKind.Ok, $"“{deleted.Value.Title}”已删去。");
        return LocalRedirect("/reports");
    }

    /// <summary>Address of this page with another tab or number.</summary>
    public string Here(string? show = null, int? figure = null) =>
        $"/reports/{Report.Id}" + QueryString.Create([.. Pairs(show, figure)]) + (figure is { } number ? $"#f{number}" : "");

    /// <summary>The number now: exact, with its hedge.</summary>
    public static string Now(FigureDifference one) => one.Now is { } now ? Wording.InTable(now) : Ui.Show.None;

    /// <summary>差50人次.</summary>
    public static string Gap(FigureDifference one)
    {
        var (frozen, now) = (one.Figure.Quote, one.Now);
        var gap = (now?.Value ?? 0) - (frozen.Value ?? 0);
        return gap == 0 ? "数没变，约数的说法变了" : $"差{FigureText.Number(Math.Abs(gap), frozen.Decimals)}{frozen.Unit}，现在{(gap > 0 ? "多" : "少")}";
    }

    public static string Rows(FigureDifference one) => Period.TryParse(one.Figure.Quote.Period, out var period)
        ? FigureAddress.Rows(one.Figure.Quote.Key.OrganisationId, FigureKey.Parse(one.Figure.Quote.Key.Figure), period)
        : "/figures";

    private IEnumerable<KeyValuePair<string, string?>> Pairs(string? show, int? figure)
    {
        if (Draft is { } draft)
            yield return new("draft", $"{draft}");
        if ((show ?? Show) is { Length: > 0 } tab)
            yield return new("show", tab);
        if (figure is { } number)
            yield return new("figure", $"{number}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, Draft, cancel) is not { } opened)
            return false;
        Opened = opened;
        using var docx = new MemoryStream(await reader.ReadFileAsync(opened.Draft, cancel));
        var text = WordText.Read(docx);
        Sheet = Reports.Sheet.Of(text, opened.Snapshot);
        var all = await reader.CompareWithNowAsync(opened, cancel);
        Written = [.. all.Where(one => one.Figure.Number > 0)];
        Risen = [.. all.Where(one => one.Figure.Number == 0 && one.IsChanged && one.Figure.Quote.Key.Aspect == FigureAspect.Now)];
        Changed = Written.Where(one => one.IsChanged).Select(one => one.Figure.Number).ToHashSet();
        Shown = Show switch
        {
            "changed" => [.. Written.Where(one => one.IsChanged)],
            "hedged" => [.. Written.Where(one => one.Figure.Quote.Hedge is not null)],
            _ => Written,
        };
        if (opened.Draft.Origin == DraftOrigin.Uploaded)
            ByHand = [.. DraftComparison.Compare(text, opened.Snapshot).Where(one => one.Fate != QuoteFate.Kept)];
        return true;
    }

    private async Task<IActionResult> DoAsync(Guid id, Task<Outcome<Report>> act, string said, CancellationToken cancel)
    {
        var outcome = await act;
        if (!outcome.Done)
            return await RefusedAsync(id, outcome.Problems, cancel);
        this.Tell(MessageKind.Ok, said);
        return LocalRedirect($"/reports/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        if (problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        foreach (var problem in problems)
            ModelState.AddModelError("", problem.Text);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }
}
