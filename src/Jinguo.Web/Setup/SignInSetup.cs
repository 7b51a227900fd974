using Jinguo.Core.Base.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Setup;

/// <summary>Sign-in with ASP.NET Core Identity, and rights on endpoints.</summary>
public static class SignInSetup
{
    /// <summary>Registers sign-in.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(settings.Keys)).SetApplicationName("Jinguo");
        services.AddAuthentication(TokenAuthentication.CookieOrToken).AddTokens().AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "jinguo";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/denied";
            options.ReturnUrlParameter = "from";
            // Idleness is counted by the session (SignedIn).
            options.ExpireTimeSpan = TimeSpan.FromHours(settings.Protection.SessionHours);
            options.SlidingExpiration = false;
            options.Events.OnRedirectToLogin = KeptForms.AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                if (IsApi(context.Request))
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                else
                    context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
        });
        services.AddIdentityCore<Account>(options =>
        {
            // The rules are PasswordRules.
            options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            options.User.AllowedUserNameCharacters = null!;
        }).AddUserStore<AccountStore>();
        services.AddHttpContextAccessor();
        services.AddScoped<SignInTrail>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<CodeTickets>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<OwnAccount>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<CarriedRows>();
        services.AddSingleton<RevealedPersons>();
        services.Configure<MvcOptions>(options => options.Filters.Add<StaleFormFilter>());
        services.AddScoped<IAuthorizationHandler, NeedsCheck>();
        services.AddAuthorization();
        return services;
    }

    /// <summary>True for programs, which are answered with a status instead of a page.</summary>
    internal static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
