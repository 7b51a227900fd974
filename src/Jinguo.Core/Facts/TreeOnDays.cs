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
    private readonly Dictionary<int, string> paths;

    private TreeOnDays(ILookup<int, OrganisationEdge> edges, Dictionary<int, Ancestor> nodes, Dictionary<int, string> paths) =>
        (this.edges, this.nodes, this.paths) = (edges, nodes, paths);

    public static async Task<TreeOnDays> LoadAsync(Db db, IEnumerable<int> organisations, CancellationToken cancel)
    {
        var ids = organisations.ToList();
        var found = await db.OrganisationEdges.AsNoTracking().Where(edge => ids.Contains(edge.OrganisationId)).ToListAsync(cancel);
        var today = await db.Organisations.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Path, cancel);
        var all = found.Select(edge => edge.Path).Concat(today.Values).SelectMany(OrganisationPath.Ids).Distinct().ToList();
        var above = await db.Organisations.Where(organisation => all.Contains(organisation.Id))
            .Select(organisation => new Ancestor(organisation.Region, organisation.Id, organisation.Level))
            .ToDictionaryAsync(node => node.OrganisationId, cancel);
        return new(found.ToLookup(edge => edge.OrganisationId), above, today);
    }

    public int Region(int organisationId) => nodes.TryGetValue(organisationId, out var node)
        ? node.Region
        : throw new KeyNotFoundException($"There is no body {organisationId}.");

    public string Path(int organisationId, DateOnly day) =>
        edges[organisationId].FirstOrDefault(edge => edge.ValidFrom <= day && (edge.ValidTo is not { } last || day <= last))?.Path
        ?? throw new InvalidOperationException($"Body {organisationId} did not exist on {day:O}.");

    /// <summary>Where the body hangs today.</summary>
    public string PathNow(int organisationId) => paths[organisationId];

    /// <summary>Where the body hung when a day began; null where it did not exist yet.</summary>
    public string? LastPathBefore(int organisationId, DateOnly day) =>
        edges[organisationId].Where(edge => edge.ValidFrom < day).MaxBy(edge => edge.ValidFrom)?.Path;

    /// <summary>The places of a body after a day, one after the other: the first day at each, and the place left for it.</summary>
    public IEnumerable<(DateOnly Day, string Left, string Taken)> MovesAfter(int organisationId, DateOnly day)
    {
        var ordered = edges[organisationId].OrderBy(edge => edge.ValidFrom).ToList();
        return ordered.Zip(ordered.Skip(1))
            .Where(pair => pair.Second.ValidFrom > day && pair.Second.Path != pair.First.Path)
            .Select(pair => (pair.Second.ValidFrom, pair.First.Path, pair.Second.Path));
    }

    /// <summary>The body at a path and everything above it.</summary>
    public IEnumerable<Ancestor> Ancestors(string path) => OrganisationPath.Ids(path).Select(id => nodes[id]);
}
