using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Offline;

/// <summary>
/// Shown where there is no network: what waits in this browser, and which forms open. The same for everybody; the browser
/// keeps it (<c>Scripts/worker.js</c>) and fills it in (<c>Scripts/offline</c>).
/// </summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
