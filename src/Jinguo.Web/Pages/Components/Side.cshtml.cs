using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Components;

/// <summary>What opens beside the table of the components page. Exists for developers and tests only.</summary>
[AllowAnonymous]
public sealed class SideModel(IWebHostEnvironment environment) : PageModel
{
    public IActionResult OnGet() => IndexModel.IsShown(environment) ? Page() : NotFound();
}
