using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Forms;

/// <summary>在用表单登记册: all that is asked of bodies below, with the minutes a week it takes a village.</summary>
[Needs(Right.FormRead)]
public sealed class RegisterModel(FormRegister register, FillTimes times) : PageModel
{
    /// <summary>Forms on a page.</summary>
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<RegisteredForm> Forms { get; private set; } = [];

    public FillTimes Times => times;

    /// <summary>Minutes a week of one village, over all forms.</summary>
    public decimal Total => Forms.Sum(form => form.MinutesAWeek);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Forms = await register.ListAsync(cancel);
        PageNumber = Math.Max(1, PageNumber);
    }
}
