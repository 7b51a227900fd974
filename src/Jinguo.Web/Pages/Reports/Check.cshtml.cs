using Jinguo.Core.Reports.Writing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Reports;

/// <summary>核对: for anybody who holds a printed report. Says whether hash and issuer are known, and nothing else.</summary>
[AllowAnonymous]
public sealed class CheckModel(ReportReader reader) : PageModel
{
    public CheckAnswer Answer { get; private set; } = new(HashKnown: false, IssuerKnown: false);

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        if (CheckCode.Parse(code) is { } parsed)
            Answer = await reader.CheckAsync(parsed, cancel);
    }
}
