using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>When the body's leaders receive, where, and how many can be booked.</summary>
[Needs(Right.CaseSupervise)]
public sealed class RuleModel(ReceptionReader reader, ReceptionDayService service) : PageModel
{
    public int Version { get; private set; }

    public string? DayOfMonth { get; private set; }

    public string? MostBookings { get; private set; }

    public ArrangementForm Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rule = await reader.FindRuleAsync(cancel);
        (Version, DayOfMonth, MostBookings) = (rule?.Version ?? 0, $"{(rule is null ? ReceptionRule.UsualDay : rule.DayOfMonth)}", $"{rule?.MostBookings ?? ReceptionRule.UsualBookings}");
        Form = rule is null ? new() { From = "09:00", To = "11:30" } : ArrangementForm.Of(rule.Usual);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] int version, [FromForm] string? dayOfMonth, [FromForm] string? mostBookings, [FromForm] ArrangementForm form, CancellationToken cancel)
    {
        ModelState.Clear();
        (Version, DayOfMonth, MostBookings, Form) = (version, dayOfMonth, mostBookings, form);
        // What is not a number is out of range, and told so.
        var day = string.IsNullOrWhiteSpace(dayOfMonth) ? (int?)null : Number(dayOfMonth);
        var set = await service.SetRuleAsync(new(day, form.Arrangement, Number(mostBookings)), version, cancel);
        return this.Answer(set, "存好了。", "/cases/reception") ?? Page();
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
