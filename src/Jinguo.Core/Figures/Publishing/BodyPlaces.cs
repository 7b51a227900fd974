using System.Runtime.InteropServices;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Publishing;

/// <summary>Where a body stood when a lump of it is dated.</summary>
/// <param name="Region">Its region.</param>
/// <param name="Day">The last day wanted, or the body's own last one before.</param>
/// <param name="Parent">The body above, or null at the top.</param>
/// <param name="Depth">Steps from the top.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BodyPlace(int Region, DateOnly Day, int? Parent, int Depth);

/// <summary>Where bodies stood at the end of a time; loaded as they are needed.</summary>
internal sealed class BodyPlaces(Db db, DateOnly last)
{
    private const int BodiesAtOnce = 1000;
    private readonly Dictionary<int, BodyPlace> known = [];

    public BodyPlace this[int body] => known[body];

    public async Task LoadAsync(IEnumerable<int> bodies, CancellationToken cancel)
    {
        foreach (var some in bodies.Where(body => !known.ContainsKey(body)).Distinct().Chunk(BodiesAtOnce))
        {
            var edges = await db.OrganisationEdges.AsNoTracking().Where(edge => some.Contains(edge.OrganisationId) && edge.ValidFrom <= last).ToListAsync(cancel);
            foreach (var edge in edges.GroupBy(edge => edge.OrganisationId).Select(body => body.MaxBy(edge => edge.ValidFrom)!))
                known[edge.OrganisationId] = new(edge.Region, edge.ValidTo < last ? edge.ValidTo.Value : last, edge.ParentId, OrganisationPath.Ids(edge.Path).Length);
        }
    }
}
