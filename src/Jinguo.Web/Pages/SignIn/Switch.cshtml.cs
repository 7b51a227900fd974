using System.Security.Claims;
using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Chooses for which of the bodies she serves she works now.</summary>
[Needs(Right.Basic)]
public sealed class SwitchModel(CurrentActor current) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(int body, string? back)
    {
        if (!current.Serves.Any(served => served.Id == body))
            return NotFound();
        var identity = new ClaimsIdentity(User.Claims.Where(claim => claim.Type != SignedIn.OrganisationClaim), IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(SignedIn.OrganisationClaim, $"{body}"));
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
