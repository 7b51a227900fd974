using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>领导接待日: the days of the half-year to come, those that are over, and adding one.</summary>
[Needs(Right.CaseHandle)]
public sealed class IndexModel(ReceptionReader reader, ReceptionDayService service, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ReceptionRule? Rule { get; private set; }

    public IReadOnlyList<ReceptionDayLine> Coming { get; private set; } = [];

    public PageOf<ReceptionDayLine> Past { get; private set; } = new([], 0);

    /// <summary>The day to be added, once it was sent.</summary>
    public DateOnly? Day { get; private set; }

    public ArrangementForm Form { get; private set; } = new();

    public bool MaySupervise => actor.Has(Right.CaseSupervise);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] DateOnly? day, [FromForm] ArrangementForm form, CancellationToken cancel)
    {
        var added = await service.AddAsync(day ?? default, form.Arrangement, cancel);
        if (this.Answer(added, $"{Show.Day(day ?? default)}加开接待日。", ReceptionTexts.Address(day ?? default)) is { } answer)
            return answer;
        await LoadAsync(cancel);
        (Day, Form) = (day ?? default(DateOnly), form);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / ReceptionReader.PageSize);
        if ((Rule = await reader.FindRuleAsync(cancel)) is not { } rule)
            return;
        (Coming, Past, Form) = (await reader.ListComingAsync(cancel), await reader.ListPastAsync(PageNumber, cancel), ArrangementForm.Of(rule.Usual));
    }
}
