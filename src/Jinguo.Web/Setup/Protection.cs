using System.IO.Compression;
using System.Net;
using Jinguo.Core.Base.Data;
using Jinguo.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Jinguo.Web.Setup;

/// <summary>What every response carries: a content policy without inline anything, and small bodies.</summary>
public static class Protection
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Registers limits, headers and compression: pages are mostly text, and phones are on weak networks.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services, Settings settings)
    {
        services.AddRateLimits(settings.Protection);
        // The framework's own default would send this cookie over plain HTTP, too.
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in settings.Protection.ProxyAddresses)
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        // At Trace the framework logs what was typed into a form: that stays off, however much else is asked for.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure", LogLevel.Warning));
        services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Sets the headers, compresses pages, and shows a polite page where something is missing or broke.</summary>
    public static void UseProtection(this WebApplication app, Settings settings)
    {
        // Without a proxy of ours, what a visitor says about herself is not believed.
        if (settings.Protection.ProxyAddresses.Any())
            app.UseForwardedHeaders();
        app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", StatusCodeSelector = StatusOf });
        app.Use((context, next) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>() is not null)
                BodyLimits.Drop(context.Request);
            Outage.Mark(context.Response);
            return next(context);
        });
        app.UseResponseCompression();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseApiProblems();
        app.UseRateLimiter();
        app.Use((context, next) =>
        {
            if (!IsFromElsewhere(context.Request))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    /// <summary>The status by which a failure is answered.</summary>
    public static int StatusOf(Exception exception) =>
        StorageRefused.Is(exception) ? StatusCodes.Status507InsufficientStorage
        : DatabaseAway.Is(exception) ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;

    // Pages carry anti-forgery marks. The API is asked by the pages' scripts with the same cookie: a browser says where a
    // request comes from, and one from another site is refused.
    private static bool IsFromElsewhere(HttpRequest request) =>
        SignInSetup.IsApi(request) && TokenAuthentication.TextOf(request) is null && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && ((request.Headers.Origin is [{ } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
            || request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"]);
}
