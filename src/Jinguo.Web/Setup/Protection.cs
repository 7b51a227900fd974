using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Jinguo.Web.Setup;

/// <summary>What every response carries: a content policy without inline anything, and small bodies.</summary>
public static class Protection
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Registers compression: pages are mostly text, and phones are on weak networks.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Sets the headers, compresses pages, and shows a polite page where something is missing or broke.</summary>
    public static void UseProtection(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
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
    }
}
