using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Which bodies have others below them; asked once for the tables of a request.</summary>
internal sealed class BodiesBelow(Db db)
{
    private readonly Dictionary<int, bool> known = [];

    /// <summary>Those of the bodies that have others below them.</summary>
    public async Task<HashSet<int>> AmongAsync(IReadOnlyList<int> bodies, CancellationToken cancel)
    {
        if (bodies.Where(body => !known.ContainsKey(body)).ToList() is { Count: > 0 } asked)
        {
            var found = await db.Organisations.Where(one => one.ParentId != null && asked.Contains(one.ParentId.Value)).Select(one => one.ParentId!.Value).Distinct().ToListAsync(cancel);
            foreach (var body in asked)
                known[body] = found.Contains(body);
        }
        return [.. bodies.Where(body => known[body])];
    }
}
