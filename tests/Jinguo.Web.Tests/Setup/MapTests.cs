using System.Text.RegularExpressions;
using Jinguo.Testing;
using Jinguo.Testing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Setup;

public sealed partial class MapTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task EveryPage_StandsOnTheMap()
    {
        var map = await File.ReadAllTextAsync(RepositoryFolder.At("docs", "map.md"));
        var missing = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!, "}").TrimStart('/').Replace("/{handler?}", "", StringComparison.Ordinal))
            .Select(route => route.Replace("/{id?}", "", StringComparison.Ordinal))
            .Where(route => !route.StartsWith("/Components", StringComparison.OrdinalIgnoreCase) && !route.EndsWith("Index", StringComparison.Ordinal))
            .Distinct()
            .Where(route => !map.Contains($"`{route}`", StringComparison.Ordinal))
            .ToList();
        Assert.True(missing.Count == 0, $"docs/map.md does not lead from: {string.Join(", ", missing)}");
    }

    [GeneratedRegex(":[a-z]+\\??}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
