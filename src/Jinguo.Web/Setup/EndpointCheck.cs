using Microsoft.AspNetCore.Authorization;

namespace Jinguo.Web.Setup;

/// <summary>Refuses to start while an endpoint declares neither its right nor that anybody may use it.</summary>
public static class EndpointCheck
{
    /// <summary>Checks all endpoints.</summary>
    /// <exception cref="InvalidOperationException">Names the endpoints without a declaration.</exception>
    public static void RequireRights(this WebApplication app)
    {
        var open = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<NeedsAttribute>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText)
            .ToList();
        if (open.Count > 0)
            throw new InvalidOperationException($"These endpoints declare no right ([Needs] or [AllowAnonymous]): {string.Join(", ", open)}");
    }
}
