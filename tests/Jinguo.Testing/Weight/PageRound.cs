using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
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
        foreach (var (name, role, body) in await VisitorsAsync(host, samples.Village))
        {
            using var client = role is { } held ? await host.SignInAsync(held, body!) : host.Visit();
            foreach (var route in routes)
                foreach (var address in PageAddresses.Of(route, samples))
                    if (await scales.WeighAsync(client, name, route, address) is { } weight)
                        weights.Add(weight);
        }
        return weights;
    }

    private static async Task<IReadOnlyList<(string Name, Role? Role, Organisation? Body)>> VisitorsAsync(WebHost host, Organisation village)
    {
        await using var db = host.Database.Open();
        var above = OrganisationPath.Ids(village.Path);
        var bodies = await db.Organisations.AsNoTracking().Where(body => above.Contains(body.Id)).ToListAsync();
        var (city, township) = (bodies.Single(body => body.Level == Level.City), bodies.Single(body => body.Level == Level.Township));
        return
        [
            ("visitor", null, null),
            ("village chair", Role.Chair, village),
            ("township chair", Role.Chair, township),
            ("township reviewer", Role.Reviewer, township),
            ("city officer", Role.Officer, city),
            ("city leader", Role.Reader, city),
            ("administrator", Role.SystemAdministrator, city),
            ("security administrator", Role.SecurityAdministrator, city),
            ("audit administrator", Role.AuditAdministrator, city),
        ];
    }
}
