using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jinguo.Web.Setup;

/// <summary>
/// A form whose security mark has run out (left open too long, or signed in anew meanwhile) is not lost: it is shown for
/// sending again.
/// </summary>
public sealed class StaleFormFilter(KeptForms forms) : IAsyncAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && await forms.ReadAsync(context.HttpContext) is { } form)
        {
            // Passwords are not kept: the sign-in page begins anew.
            if (context.HttpContext.Request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase))
            {
                context.Result = new LocalRedirectResult("/sign-in");
            }
            else
            {
                KeptForms.ShowOn(context.HttpContext, "/kept", form);
                context.Result = new EmptyResult();
            }
        }
        await next();
    }
}
