using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Says that her role does not reach this page.</summary>
[AllowAnonymous]
public sealed class DeniedModel(CurrentActor current) : PageModel
{
    public bool HasRole => current.Actor.OrganisationId != 0;

    public bool ServesSeveral => current.Serves.Count > 1;

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
