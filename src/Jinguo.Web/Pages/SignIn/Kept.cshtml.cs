using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Offers a form that could not be taken for sending again. Reached only from within a request that keeps one.</summary>
[AllowAnonymous]
public sealed class KeptModel : PageModel
{
    private const int MostShown = 20;

    public KeptForm Form { get; private set; } = null!;

    /// <summary>What she typed, so that she sees it is there.</summary>
    public IReadOnlyList<string> Words => [.. Form.Fields.Select(one => one.Value.Trim()).Where(IsTyped).Distinct().Take(MostShown)];

    public IActionResult OnGet()
    {
        if (KeptForms.Of(HttpContext) is not { } form)
            return LocalRedirect("/");
        Form = form;
        return Page();
    }

    // Keys and versions travel in hidden fields; they mean nothing to her.
    private static bool IsTyped(string value) => value.Length > 0 && !Guid.TryParse(value, out _) && value is not ("true" or "false" or "0");
}
