using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Jinguo.Web.Ui;

/// <summary>Serves wwwroot: what the front-end build compressed goes out compressed, what has a version is kept for ever.</summary>
public static class Assets
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseAssets(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.Path.StartsWithSegments("/built", StringComparison.Ordinal)
                && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
                && Types.TryGetContentType(request.Path, out _)
                && files.GetFileInfo(request.Path + ".br").Exists)
            {
                request.Path += ".br";
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new BuiltTypes(), OnPrepareResponse = Prepare });
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var response = file.Context.Response;
        if (file.File.Name.EndsWith(".br", StringComparison.Ordinal))
            response.Headers.ContentEncoding = "br";

        var versioned = file.Context.Request.Query.ContainsKey("v") || file.File.Name.Contains('-', StringComparison.Ordinal);
        // The worker lies among the built files and serves the whole site.
        if (file.File.Name.StartsWith("worker.js", StringComparison.Ordinal))
            response.Headers["Service-Worker-Allowed"] = "/";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /// <summary>A compressed file has the type of what it holds.</summary>
    private sealed class BuiltTypes : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            Types.TryGetContentType(subpath.EndsWith(".br", StringComparison.Ordinal) ? subpath[..^3] : subpath, out contentType);
    }
}
