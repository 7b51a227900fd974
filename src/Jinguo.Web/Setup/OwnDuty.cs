namespace Jinguo.Web.Setup;

/// <summary>What a person has to do before she may go on.</summary>
public enum OwnDuty
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Change the password she was handed.</summary>
    InitialPassword,

    /// <summary>Change a password that has served its days.</summary>
    OldPassword,

    /// <summary>Take up one-time codes.</summary>
    SecondFactor,
}

/// <summary>Leads every page to the one where the duty is done; programs are refused.</summary>
public static class OwnDutyMiddleware
{
    private static readonly string[] Open = ["/account", "/sign-out", "/sign-in", "/elder", "/denied", "/error", "/setup"];

    /// <summary>Stands after the actor is known.</summary>
    public static IApplicationBuilder UseOwnDuty(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var duty = context.RequestServices.GetRequiredService<CurrentActor>().Duty;
        if (duty == OwnDuty.None || Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            await next();
        else if (SignInSetup.IsApi(context.Request))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect(duty == OwnDuty.SecondFactor ? "/account/code" : "/account");
    });
}
