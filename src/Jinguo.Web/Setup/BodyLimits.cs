using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace Jinguo.Web.Setup;

/// <summary>
/// A body larger than its endpoint takes is answered in words (413). It is let in first, and dropped: a browser that is
/// still sending would show a broken connection instead of the page.
/// </summary>
public static class BodyLimits
{
    /// <summary>Largest body of the API: a record and nothing else.</summary>
    public const long LargestJson = 1 << 20;

    // What is larger is cut off.
    private const long LargestLetIn = 512L << 20;

    /// <summary>Stands after routing, before anything reads the body.</summary>
    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var (request, size) = (context.Request, context.Features.Get<IHttpMaxRequestBodySizeFeature>());
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? size?.MaxRequestBodySize;
        if (request.ContentLength is not { } length || length <= (most ?? long.MaxValue))
        {
            await next(context);
            return;
        }
        if (length <= LargestLetIn && size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = length;
            await request.Body.DrainAsync(context.RequestAborted);
        }
        Drop(request);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });

    /// <summary>Takes the body from a request that ends on a page of errors: the page must not fail on it again.</summary>
    public static void Drop(HttpRequest request) => (request.Body, request.ContentLength, request.ContentType) = (Stream.Null, null, null);
}
