using Jinguo.Testing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Weight;

/// <summary>One way round the whole product: every page, as every role that opens it.</summary>
public static class PageRound
{
    /// <summary>Routes of all pages as they are mapped, such as <c>/ledgers/{id:guid}</c>; those for development apart.</summary>
    public static IReadOnlyList<string> Routes(WebHost host) =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => !route.EndsWith("/Index", StringComparison.OrdinalIgnoreCase))
            .Where(route => !PageAddresses.ForDevelopment.Contains(route, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    /// <summary>Weighs every page as every visitor who may open it.</summary>
    /// <param name="host">The product with somebody's work in it.</param>
    public static async Task<IReadOnlyList<PageWeight>> WeighAsync(WebHost host)
    {
        var routes = Routes(host);
        var samples = await PageSamples.MakeAsync(host);
        var scales = new PageScales(host);
        var weights = new List<PageWeight>();
        foreach (var (name, role, body) in await PageVisitor.AllAsync(host, samples.Village))
        {
            using var client = role is { } held ? await host.SignInAsync(held, body!) : host.Visit();
            foreach (var route in routes)
                foreach (var address in PageAddresses.Of(route, samples))
                    if (await scales.WeighAsync(client, name, route, address) is { } weight)
                        weights.Add(weight);
        }
        return weights;
    }
}
