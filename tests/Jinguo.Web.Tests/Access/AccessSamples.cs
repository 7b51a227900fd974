using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Access;

/// <summary>
/// Makes, for the access matrix, a thing that belongs to a body, so that an address with parameters can be asked for. A
/// module adds a line for its addresses; each request gets a thing of its own.
/// </summary>
internal static class AccessSamples
{
    private static readonly (string Address, Func<WebHost, Organisation, Task<string>> Make)[] All =
    [
        ("/organisations/{id", (_, body) => Task.FromResult($"{body.Id}")),
        ("/accounts/{id", AccountAsync),
    ];

    /// <summary>The address with its parameters filled for a thing of this body; null when the module has no line here.</summary>
    public static async Task<string?> AddressAsync(WebHost host, string pattern, Organisation body)
    {
        var make = All.FirstOrDefault(sample => pattern.StartsWith(sample.Address, StringComparison.Ordinal)).Make;
        if (make is null)
            return null;
        var (from, to) = (pattern.IndexOf('{', StringComparison.Ordinal), pattern.IndexOf('}', StringComparison.Ordinal));
        return pattern[..from] + await make(host, body) + pattern[(to + 1)..];
    }

    private static async Task<string> AccountAsync(WebHost host, Organisation body)
    {
        await using var db = host.Database.Open();
        return $"{(await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "张某某", [(body, Role.Reader, RoleScope.Own)])).Id}";
    }
}
