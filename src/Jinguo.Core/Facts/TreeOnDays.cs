using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>A body and level as an ancestor of a fact.</summary>
internal readonly record struct Ancestor(int Region, int OrganisationId, Level Level);

/// <summary>Where some bodies hung on any day, and what stood above them: only these bodies, never the tree.</summary>
internal sealed class TreeOnDays
{
    private readonly ILookup<int, OrganisationEdge> edges;
    private readonly Dictionary<int, Ancestor> nodes;

    private TreeOnDays(ILookup<int, OrganisationEdge> edges, Dictionary<int, Ancestor> nodes) => (this.edges, this.nodes) = (edges, nodes);

    public static async Task<TreeOnDays> LoadAsync(Db db, IEnumerable<int> organisations, CancellationToken cancel)
    {
        var ids = organisations.ToList();
        var found = await db.OrganisationEdges.AsNoTracking().Where(edge => ids.Contains(edge.OrganisationId)).ToListAsync(cancel);
        var all = found.SelectMany(edge => OrganisationPath.Ids(edge.Path)).Distinct().ToList();
        var above = await db.Organisations.Where(organisation => all.Contains(organisation.Id))
            .Select(organisation => new Ancestor(organisation.Region, organisation.Id, organisation.Level))
            .ToDictionaryAsync(node => node.OrganisationId, cancel);
        return new(found.ToLookup(edge => edge.OrganisationId), above);
    }

    public int Region(int organisationId) => nodes.TryGetValue(organisationId, out var node)
        ? node.Region
        : throw new KeyNotFoundException($"There is no body {organisationId}.");

    public string Path(int organisationId, DateOnly day) =>
        edges[organisationId].FirstOrDefault(edge => edge.ValidFrom <= day && (edge.ValidTo is not { } last || day <= last))?.Path
        ?? throw new InvalidOperationException($"Body {organisationId} did not exist on {day:O}.");

    /// <summary>The body at a path and everything above it.</summary>
    public IEnumerable<Ancestor> Ancestors(string path) => OrganisationPath.Ids(path).Select(id => nodes[id]);
}
