using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Checking;

/// <summary>核稿: a draft with each of its numbers marked. Every step sends the draft again; nothing of it is kept unless she asks.</summary>
[Needs(Right.ReportRead)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestValue)]
public sealed class IndexModel(DraftChecker checker, TaughtWords words, KeptDrafts drafts, ReportReader reports, Visible visible, TimeProvider time) : PageModel
{
    /// <summary>More findings of a kind than this are not listed beside the draft.</summary>
    public const int MostListed = 100;

    private const int LargestRequest = 32 << 20;
    private const int LargestValue = 8 << 20;
    private const int MostDecisions = 2000;
    private const int LongestFirstWords = 30;

    /// <summary>The draft.</summary>
    [BindProperty]
    public DraftSource Source { get; set; } = new();

    /// <summary>Whose draft it is; her own body's where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    /// <summary><c>now</c> for today's tree.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tree { get; set; }

    /// <summary>What was decided about findings: their keys, with | and a reason where they stay.</summary>
    [BindProperty]
    public List<string> Decided { get; set; } = [];

    /// <summary>Under which key the draft is kept, or would be.</summary>
    [BindProperty]
    public Guid? Kept { get; set; }

    /// <summary>The same, made where there is none yet.</summary>
    public Guid KeptId => Kept ??= Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>True where the draft is among those kept.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Her kept drafts, on the first page.</summary>
    public IReadOnlyList<KeptDraft> KeptOnes { get; private set; } = [];

    /// <summary>The draft as read; null before there is one.</summary>
    public DraftText? Draft { get; private set; }

    public CheckedDraft? Checked { get; private set; }

    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    public IReadOnlyList<CheckedParagraph> Sheet { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Trees => Figures.IndexModel.Trees(View.Tree);

    public FigureView View => FigureView.Of(Tree, known: null);

    public bool MayTeach => visible.Actor.Has(Right.ReportWrite);

    /// <summary>The text with the repairs that were taken.</summary>
    public string Repaired => DraftDecision.Apply(Draft!.Text, Findings, Decisions);

    private CheckScope Scope { get; set; } = null!;

    private IReadOnlyList<DraftDecision> Decisions { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? report, int? draft, Guid? kept, CancellationToken cancel)
    {
        if (kept is { } id)
        {
            if (await drafts.FindAsync(id, cancel) is not { } opened)
                return NotFound();
            var (content, scope) = (opened.Content, opened.Scope);
            Source = new() { Name = content.Name, Text = content.Text, Content = content.Word, Report = content.Report, Draft = content.Draft, IsLarge = content.IsLarge };
            (Kept, Decided, Organisation, PeriodCode, Tree) = (id, [.. content.Decided], scope.OrganisationId, scope.Period.Code, new FigureView(scope.Tree).TreeText);
            return await CheckAsync(null, cancel);
        }
        KeptOnes = report is null ? await drafts.ListAsync(cancel) : [];
        (Source.Report, Source.Draft) = (report, draft);
        return report is null ? await LoadAsync(cancel) ? Page() : NotFound() : await CheckAsync(null, cancel);
    }

    public Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel) => CheckAsync(file, cancel);

    /// <summary>Takes the repair of a finding.</summary>
    public Task<IActionResult> OnPostTakeAsync(string? id, CancellationToken cancel) => DecideAsync(id, id, cancel);

    /// <summary>Leaves a finding as it is, with a reason.</summary>
    public Task<IActionResult> OnPostKeepAsync(string? id, CancellationToken cancel)
    {
        var reason = Request.Form[$"reason.{id}"].ToString().Trim();
        if (reason.Length is > 0 and <= DraftDecision.LongestReason)
            return DecideAsync(id, $"{id}|{reason}", cancel);
        ModelState.AddModelError("", $"保留请写明原因，{DraftDecision.LongestReason}字以内。");
        return CheckAsync(null, cancel);
    }

    /// <summary>Takes a decision back.</summary>
    public Task<IActionResult> OnPostUndoAsync(string? id, CancellationToken cancel) => DecideAsync(id, null, cancel);

    /// <summary>Says which measure a wording means, from now on.</summary>
    public Task<IActionResult> OnPostTeachAsync(string? id, CancellationToken cancel) => TeachAsync(id, figure =>
        words.TeachMeaningAsync(Scope.OrganisationId, figure.Wording, figure.Mention.Unit ?? "", FigureKey.Parse(Request.Form[$"figure.{id}"].ToString()), cancel), cancel);

    /// <summary>Says that a numeral is part of a name, from now on.</summary>
    public Task<IActionResult> OnPostNameAsync(string? id, CancellationToken cancel) => TeachAsync(id, _ =>
        words.TeachAsync(Scope.OrganisationId, TaughtKind.Name, Request.Form[$"name.{id}"].ToString(), cancel), cancel);

    /// <summary>Keeps the draft with what was decided about it.</summary>
    public async Task<IActionResult> OnPostStoreAsync(CancellationToken cancel)
    {
        var answer = await CheckAsync(null, cancel);
        if (Checked is null)
            return answer;
        var kept = await drafts.KeepAsync(KeptId, Source.Name ?? FirstWords(Draft!.Text), Scope, new(Source.Name, Source.Text, Source.Content, Source.IsLarge, Source.Report, Source.Draft, Decided), cancel);
        if (!kept.Done)
        {
            ModelState.Add(kept.Problems, prefix: "");
            return answer;
        }
        this.Tell(MessageKind.Ok, "存下来了，只有您看得到。");
        return RedirectToPage(new { kept = kept.Value.Id });
    }

    /// <summary>Deletes the kept draft.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancel)
    {
        var dropped = await drafts.DropAsync(Kept ?? Guid.Empty, cancel);
        if (!dropped.Done)
            return NotFound();
        this.Tell(MessageKind.Ok, $"存着的《{dropped.Value.Title}》删掉了。");
        return RedirectToPage(new { kept = (Guid?)null });
    }

    /// <summary>The Word file with comments and a summary.</summary>
    public async Task<IActionResult> OnPostWordAsync(IFormFile? original, CancellationToken cancel)
    {
        var before = Source.Text;
        var answer = await CheckAsync(original, cancel);
        if (Checked is null)
            return answer;
        if (original is not null && Source.Text != before?.ReplaceLineEndings("\n"))
        {
            ModelState.AddModelError("", "这份文件和刚才核过的不一样，现在看到的是新选的这份；要导出请再点一次。");
            return answer;
        }
        var word = CheckedWord.Write(Source.Word, Draft!, Findings, Decisions, visible.Actor.Name, time.GetUtcNow());
        return File(word, MediaTypes.Word, $"{Path.GetFileNameWithoutExtension(Source.Title)}（核稿）.docx");
    }

    /// <summary>What was decided about a finding, or null.</summary>
    public DraftDecision? DecisionOf(DraftFinding finding) => Decisions.FirstOrDefault(decision => decision.Finding == finding.Id);

    /// <summary>The findings of a kind that are still open.</summary>
    public IEnumerable<DraftFinding> Open(FindingKind kind) => Findings.Where(finding => finding.Kind == kind && DecisionOf(finding) is null);

    /// <summary>Where the books explain a number.</summary>
    public string Explain(LedgerFigure ledger) => FigureAddress.Explain(ledger.OrganisationId, ledger.Key, ledger.Period, ViewOf(ledger));

    /// <summary>Where the records behind a number stand.</summary>
    public string Rows(LedgerFigure ledger) => FigureAddress.Rows(ledger.OrganisationId, ledger.Key, ledger.Period, ViewOf(ledger));

    /// <summary>The heading over the findings of a kind.</summary>
    public static string Heading(FindingKind kind) => kind switch
    {
        FindingKind.Differs => "不一致，先改",
        FindingKind.Arithmetic => "算术不符，文中自己对不上",
        FindingKind.Ambiguous => "口径待定，请指明是什么数",
        _ => "无来源，台账里找不到",
    };

    /// <summary>What the name of which a number is part may be: the number and what it counts.</summary>
    public static string NameAround(CheckedFigure figure)
    {
        var name = figure.Mention.Text + figure.Mention.Of;
        return name[..Math.Min(name.Length, TaughtWord.LongestText)];
    }

    /// <summary>The look of a kind.</summary>
    public static string Look(FindingKind kind) => kind switch
    {
        FindingKind.Differs => "is-wrong",
        FindingKind.Arithmetic => "is-sum",
        FindingKind.Agrees => "is-right",
        _ => "is-unknown",
    };

    /// <summary>The sign of a kind: colour is never alone.</summary>
    public static string Sign(FindingKind kind) => kind switch
    {
        FindingKind.Differs => "✗",
        FindingKind.Arithmetic => "!",
        _ => "?",
    };

    private static string FirstWords(string text)
    {
        var line = text.AsSpan().TrimStart();
        line = line[..Math.Min(line.IndexOfAny('\n', '。') is >= 0 and var end ? end : line.Length, LongestFirstWords)];
        return line.Trim().ToString();
    }

    private static FigureView ViewOf(LedgerFigure ledger) => new(ledger.Tree, ledger.FrozenAt);

    private DraftFinding? Find(string? id) => Findings.FirstOrDefault(finding => finding.Id == id);

    private Task<IActionResult> DecideAsync(string? id, string? decision, CancellationToken cancel)
    {
        Decided.RemoveAll(one => one == id || one.StartsWith($"{id}|", StringComparison.Ordinal));
        if (decision is not null && Decided.Count < MostDecisions)
            Decided.Add(decision);
        return CheckAsync(null, cancel);
    }

    private async Task<IActionResult> TeachAsync(string? id, Func<CheckedFigure, Task<Outcome<TaughtWord>>> teach, CancellationToken cancel)
    {
        var answer = await CheckAsync(null, cancel);
        if (Find(id)?.Figure is not { } figure)
            return answer;
        var taught = await teach(figure);
        if (!taught.Done)
            ModelState.Add(taught.Problems, prefix: "");
        return taught.Done ? await CheckAsync(null, cancel) : Page();
    }

    private async Task<IActionResult> CheckAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        try
        {
            Draft = await Source.ReadAsync(file, reports, cancel);
        }
        catch (OfficeFormatException cause)
        {
            ModelState.AddModelError("", cause.Message);
            return Page();
        }
        if (Draft is null)
        {
            if (Source.Report is not null)
                return NotFound();
            ModelState.AddModelError("", "请粘贴文字，或选一个文件。");
            return Page();
        }
        var outcome = await checker.CheckAsync(Draft, Scope, cancel);
        if (!outcome.Done)
            return NotFound();
        (Checked, Draft) = (outcome.Value, outcome.Value.Draft);
        Findings = DraftFinding.Of(Checked);
        Decisions = [.. Decided.Select(one => one.Split('|', 2)).Select(parts => new DraftDecision(parts[0], parts.Length > 1 ? parts[1] : null))];
        Sheet = CheckedSheet.Of(Draft, Findings);
        IsStored = Kept is { } id && await drafts.IsKeptAsync(id, cancel);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await BodyChoices.FindAsync(visible, Right.FigureRead, Organisation, cancel) is not var (body, bodies))
            return false;
        Bodies = bodies;
        var asked = Period.TryParse(PeriodCode, out var period) ? period : Period.Year(time.Today().Year);
        Periods = [.. PeriodChoices.Items(asked, time.Today())];
        Scope = new(body.Id, asked, View.Tree);
        return true;
    }
}
