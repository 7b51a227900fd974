using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages;

/// <summary>Chooses how large letters are, 长辈版 among them, and returns to where she was.</summary>
[AllowAnonymous]
public sealed class ElderModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(Letters letters, string? back)
    {
        Elder.Set(HttpContext, letters);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
