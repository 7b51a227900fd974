using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>维权: the cases that she may see, what is due soonest first.</summary>
[Needs(Right.CaseHandle)]
public sealed class IndexModel(CaseReader reader, CaseDrafts drafts, CaseDuplicates duplicates, CaseReferralReader referrals, CaseGrantService grants, CaseWords words, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "list")]
    public CaseFilter Filter { get; set; } = CaseFilter.Open;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>A number, or the code of a receipt, that is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Sought { get; set; }

    public CaseOffice? Office { get; private set; }

    public PageOf<CaseLine> Cases { get; private set; } = new([], 0);

    public IReadOnlyList<(Guid Id, DateTime KeptAt)> Drafts { get; private set; } = [];

    /// <summary>How many matters that others sent wait to be accepted.</summary>
    public int Incoming { get; private set; }

    /// <summary>How many files other bodies gave the own one to read for a review.</summary>
    public int Files { get; private set; }

    public CaseWords Words => words;

    public DateOnly Today { get; } = time.Today();

    public bool MaySupervise => actor.Has(Right.CaseSupervise);

    public static IReadOnlyList<(CaseFilter Filter, string Name)> Lists { get; } = [(CaseFilter.Open, "在办"), (CaseFilter.Mine, "我的"), (CaseFilter.Closed, "已办结"), (CaseFilter.Archived, "已归档")];

    /// <summary>What must be done by the day that the row shows: 书面告知, 下一步….</summary>
    public static string Duty(Case one) => one.DueRule is { } code && ClockRules.Find(code) is { } rule ? rule.Name : "下一步";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Enum.IsDefined(Filter))
            return NotFound();
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / CaseReader.PageSize);
        Files = await grants.CountReceivedAsync(cancel);
        if ((Office = await reader.FindOfficeAsync(cancel)) is null)
            return Page();
        if (!string.IsNullOrWhiteSpace(Sought) && (await duplicates.FindByNumberAsync(Sought, cancel) ?? await duplicates.FindByCodeAsync(Sought, cancel)) is { } found)
            return LocalRedirect($"/cases/{found.Id}");
        Cases = await reader.ListAsync(Filter, PageNumber, cancel: cancel);
        Drafts = await drafts.ListAsync(cancel);
        Incoming = await referrals.CountIncomingAsync(cancel);
        return Page();
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromForm] Guid draft, CancellationToken cancel)
    {
        await drafts.DropAsync(draft, cancel);
        return LocalRedirect("/cases");
    }
}
