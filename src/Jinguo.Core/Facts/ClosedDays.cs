using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>Up to which day the books of some bodies are closed, by themselves or by a body that stands or stood above them.</summary>
public sealed class ClosedDays
{
    private readonly Dictionary<int, DateOnly> byBody;

    private ClosedDays(Dictionary<int, DateOnly> byBody) => this.byBody = byBody;

    /// <summary>True where a day may be closed at all: only months that have ended are.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today in China.</param>
    public static bool MayBeClosed(DateOnly day, DateOnly today) => Month.Of(day) < Month.Of(today);

    /// <summary>Reads them, in two statements.</summary>
    public static async Task<ClosedDays> LoadAsync(Db db, IEnumerable<int> organisations, CancellationToken cancel = default)
    {
        var ids = organisations.Distinct().ToList();
        var edges = await db.OrganisationEdges.Where(edge => ids.Contains(edge.OrganisationId))
            .Select(edge => new { edge.OrganisationId, edge.Path }).Distinct().ToListAsync(cancel);
        var above = edges.ToLookup(edge => edge.OrganisationId, edge => OrganisationPath.Ids(edge.Path));
        var wanted = above.SelectMany(paths => paths).SelectMany(path => path).Distinct().ToList();
        var closed = await db.Closings.Where(closing => closing.ReopenedAt == null && wanted.Contains(closing.OrganisationId))
            .GroupBy(closing => closing.OrganisationId)
            .Select(body => new { body.Key, Through = body.Max(closing => closing.Through) })
            .ToDictionaryAsync(body => body.Key, body => body.Through, cancel);
        return new(above
            .Select(body => (body.Key, Days: body.SelectMany(path => path).Where(closed.ContainsKey).Select(id => closed[id]).ToList()))
            .Where(body => body.Days.Count > 0)
            .ToDictionary(body => body.Key, body => body.Days.Max()));
    }

    /// <summary>The last day closed for the body; null where none is.</summary>
    public DateOnly? Through(int organisationId) => byBody.TryGetValue(organisationId, out var day) ? day : null;

    /// <summary>True when the day is closed for the body.</summary>
    public bool Contains(int organisationId, DateOnly day) => Through(organisationId) is { } last && day <= last;
}
