using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>启用: since when the body handles its cases here, how they are numbered, its own limits, and how long it keeps them.</summary>
[Needs(Right.CaseSupervise)]
public sealed class OfficeModel(CaseReader reader, CaseService service, CaseLimitService limits, CaseArchiveReader archives, CaseArchive archive, CaseWords words, TimeProvider time) : PageModel
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    public CaseOffice? Office { get; private set; }

    public DateOnly Today { get; } = time.Today();

    private Dictionary<string, int> Limits { get; set; } = [];

    /// <summary>The body's own limit, or null.</summary>
    public int? LimitOf(ClockRule rule) => Limits.TryGetValue(rule.Code, out var days) ? days : null;

    public CaseWords Words => words;

    public static IEnumerable<SelectListItem> Terms => RetentionTerms.All.Select(term => new SelectListItem(term.Name(), $"{term}")).Prepend(new("没有定", ""));

    private Dictionary<string, RetentionTerm> Retentions { get; set; } = [];

    /// <summary>How long a class is kept, by name; null where nothing was set.</summary>
    public string? TermOf(string category) => Retentions.TryGetValue(category, out var term) ? $"{term}" : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        (From, Prefix) = (Office?.From ?? Today, Office?.Prefix);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (From is not { } from)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(From), "请填从哪天起。");
            return Page();
        }
        var done = await service.SwitchOnAsync(from, Prefix ?? "", cancel);
        if (!done.Done)
        {
            ModelState.Add(done.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, $"存好了。{Show.Day(from)}起的来信来访来电都在这里登记。");
        return LocalRedirect("/cases");
    }

    /// <summary>本单位时限.</summary>
    public async Task<IActionResult> OnPostLimitsAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var days = new Dictionary<string, int>();
        foreach (var rule in CaseLimit.Rules)
        {
            var typed = Request.Form[rule.Code].ToString().Trim();
            ModelState.SetModelValue(rule.Code, typed, typed);
            // What is no whole number is out of range, and told so.
            if (typed.Length > 0)
                days[rule.Code] = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        }
        var set = await limits.SetAsync(days, cancel);
        if (set.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (!set.Done)
        {
            ModelState.Add(set.Problems, prefix: "");
            await OnGetAsync(cancel);
            return Page();
        }
        this.Tell(MessageKind.Ok, "时限存好了，在办事项的到期日已重算。");
        return LocalRedirect("/cases/office");
    }

    /// <summary>保管期限表.</summary>
    public async Task<IActionResult> OnPostRetentionAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var terms = new Dictionary<string, RetentionTerm>();
        foreach (var category in words.Categories)
            if (Enum.TryParse<RetentionTerm>(Request.Form[category.Code], out var term) && Enum.IsDefined(term))
                terms[category.Code] = term;
        if (this.Answer(await archive.SetRulesAsync(terms, cancel), "保管期限表存好了，以后归档按它来。", "/cases/office") is { } answer)
            return answer;
        await OnGetAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        (Office, Limits, Retentions) = (await reader.FindOfficeAsync(cancel), await limits.ListAsync(cancel), await archives.ListRulesAsync(cancel));
}
