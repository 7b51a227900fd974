using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Forms;

/// <summary>表单: those of her body, of bodies below, and what bodies above have published.</summary>
[Needs(Right.FormRead)]
public sealed class IndexModel(FormReader reader, FormService forms, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<FormLine> Forms { get; private set; } = new([], 0);

    public bool MayMake { get; private set; }

    public DateOnly Today => time.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        (Forms, MayMake) = (await reader.ListAsync(PageNumber, cancel), await forms.FindRefusalAsync(cancel) is null);
    }
}
