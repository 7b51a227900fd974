using Jinguo.Core.Base.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Jinguo.Web.Setup;

/// <summary>While the database is away every request is answered with 503, after how long to come again, and words for people.</summary>
internal static class Outage
{
    private const string SecondsToWait = "5";

    /// <summary>True where this request failed because the database is away: the page that says so must not ask it again.</summary>
    public static bool Is(HttpContext context) => DatabaseAway.Is(context.Features.Get<IExceptionHandlerFeature>()?.Error);

    /// <summary>Says after how long to come again, where the answer is that.</summary>
    public static void Mark(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = SecondsToWait;
    }
}
