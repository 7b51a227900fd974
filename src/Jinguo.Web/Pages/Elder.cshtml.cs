using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages;

/// <summary>Turns 长辈版 on or off and returns to where she was.</summary>
[AllowAnonymous]
public sealed class ElderModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(bool on, string? back)
    {
        Elder.Set(HttpContext, on);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
