using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Jinguo.Web.Setup;

/// <summary>What was typed into a form that could not be taken, because its sign-in or its security mark had run out.</summary>
/// <param name="Address">Where it was sent: path and query.</param>
/// <param name="AccountId">Whose sign-in ran out; null where that is not known.</param>
/// <param name="HadFiles">True when files were attached: they are not kept.</param>
/// <param name="Fields">Names and values, without passwords and security marks.</param>
public sealed record KeptForm(string Address, Guid? AccountId, bool HadFiles, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>
/// Keeps what was typed across a sign-in: it travels encrypted with the sign-in form, and afterwards is offered for sending
/// again. Nothing is stored on the server, and nobody can put words into it.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>Longest kept, in characters of all fields together.</summary>
    public const int Longest = 200_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Jinguo.KeptForm").ToTimeLimitedDataProtector();

    /// <summary>The form kept for the page that is shown instead, or null.</summary>
    public static KeptForm? Of(HttpContext context) => context.Items[typeof(KeptForm)] as KeptForm;

    /// <summary>Makes the request end on another page that shows this form: <see cref="KeptFormsMiddleware"/>.</summary>
    public static void ShowOn(HttpContext context, string page, KeptForm form)
    {
        context.Items[typeof(KeptForm)] = form;
        context.Items[typeof(KeptForms)] = page;
    }

    /// <summary>Encrypted, for a hidden field.</summary>
    public string Protect(KeptForm form) => protector.Protect(JsonSerializer.Serialize(form), Lifetime);

    /// <summary>Decrypted; null when it is not ours or too old.</summary>
    public KeptForm? Unprotect(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the form of a request, or null where there is none to keep: not a form, from another site, too long.
    /// </summary>
    public async Task<KeptForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request))
            return null;
        // Reading would write a large file to a temporary folder, and files are not kept anyway.
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequestFormLimitsAttribute>() is { MemoryBufferThreshold: > FormOptions.DefaultMemoryBufferThreshold })
            return null;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")).ToList();
        return fields.Sum(field => field.Key.Length + field.Value.Length) > Longest
            ? null
            : new(request.Path + request.QueryString.ToString(), AccountOf(context), form.Files.Count > 0, fields);
    }

    /// <summary>Asks to sign in: programs by status, pages by redirect, a form that was sent on the sign-in page that keeps it.</summary>
    public static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (SignInSetup.IsApi(context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().ReadAsync(context.HttpContext) is { } form)
            ShowOn(context.HttpContext, "/sign-in", form);
        else
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : "/sign-in");
    }

    // Who was signed in can be read from a cookie that is genuine but too old.
    private Guid? AccountOf(HttpContext context)
    {
        var options = cookies.Get(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var id = (cookie is null ? null : options.TicketDataFormat.Unprotect(cookie))?.Principal.FindFirstValue(ClaimTypes.NameIdentifier);
        return Guid.TryParse(id, out var accountId) ? accountId : null;
    }

    // Another site must not be able to lay words before her: browsers say where a form comes from.
    private static bool IsFromHere(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Shows the page that keeps a form, in the same request.</summary>
public static class KeptFormsMiddleware
{
    /// <summary>Stands before routing.</summary>
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Items[typeof(KeptForms)] is not string page || context.Response.HasStarted)
            return;
        context.Items.Remove(typeof(KeptForms));
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = page;
        context.Request.QueryString = QueryString.Empty;
        // The page has parameters of its own; the fields kept are not for it.
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status200OK;
        await next(context);
    });
}
