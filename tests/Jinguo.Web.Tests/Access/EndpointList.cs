using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Access;

/// <summary>One way to call the product.</summary>
internal sealed record EndpointLine(string Pattern, string Method, string Query, bool IsOpen, bool IsPage);

/// <summary>All endpoints of the running product; a page counts once for each of its handlers.</summary>
internal static class EndpointList
{
    public static async Task<IReadOnlyList<EndpointLine>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var lines = new List<EndpointLine>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                // A page without a handler for it still answers GET.
                lines.Add(new(pattern, "GET", "", isOpen, IsPage: true));
                lines.AddRange(compiled.HandlerMethods.Select(handler => new EndpointLine(
                    pattern, handler.HttpMethod.ToUpperInvariant(), handler.Name is null ? "" : $"?handler={handler.Name}", isOpen, IsPage: true)));
            }
            else
            {
                lines.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new EndpointLine(pattern, method, "", isOpen, IsPage: false)));
            }
        }
        return [.. lines.Distinct().OrderBy(line => line.Pattern, StringComparer.Ordinal).ThenBy(line => line.Method, StringComparer.Ordinal).ThenBy(line => line.Query, StringComparer.Ordinal)];
    }
}
