using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Reorganisations;

/// <summary>
/// Hangs a body with everything below it somewhere else: ends its edges and begins new ones, sets today's paths, restates
/// the books. Set by set, whatever the size of the subtree, in the caller's transaction.
/// </summary>
#pragma warning disable CA1845 // Translated to SQL, where there are no spans.
internal sealed class TreeMove(Db db, FactBook facts)
{
    /// <summary>Moves, and says what moved.</summary>
    public async Task<ReorganisationEffect> DoAsync(Organisation body, Organisation parent, DateOnly from, Actor actor, CancellationToken cancel)
    {
        var (before, after) = (body.Path, OrganisationPath.Of(parent.Path, body.Id));
        var within = db.Organisations.Within(before);
        var bodies = await within.CountAsync(cancel);
        var records = await db.Facts.Where(fact => within.Any(one => one.Id == fact.OrganisationId)).Select(fact => fact.SourceId).Distinct().CountAsync(cancel);
        await HangEdgesAsync(body.Id, parent.Id, before, after, from, cancel);
        await within.ExecuteUpdateAsync(set => set.SetProperty(one => one.Path, one => after + one.Path.Substring(before.Length)), cancel);
        await db.Organisations.Where(one => one.Id == body.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ParentId, parent.Id).SetProperty(one => one.Version, one => one.Version + 1), cancel);
        var moved = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == body.Id, cancel);
        return new(bodies, records, await facts.RestateAsync(moved, before, from, actor, cancel));
    }

    private async Task HangEdgesAsync(int body, int parent, string before, string after, DateOnly from, CancellationToken cancel)
    {
        var (end, start, lastDay) = (OrganisationPath.End(before), before.Length + 1, from.AddDays(-1));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO organisation_edges ("Region", "OrganisationId", "ValidFrom", "ValidTo", "ParentId", "Path")
            SELECT "Region", "OrganisationId", {from}, NULL, CASE WHEN "OrganisationId" = {body} THEN {parent} ELSE "ParentId" END, {after} || substr("Path", {start})
            FROM organisation_edges WHERE "ValidTo" IS NULL AND "ValidFrom" < {from} AND "Path" >= {before} AND "Path" < {end}
            """,
            cancel);
        var open = db.OrganisationEdges.Where(edge => edge.ValidTo == null && string.Compare(edge.Path, before) >= 0 && string.Compare(edge.Path, end) < 0);
        await open.Where(edge => edge.ValidFrom < from).ExecuteUpdateAsync(set => set.SetProperty(edge => edge.ValidTo, lastDay), cancel);
        // Bodies formed since never hung at the old place.
        await open.Where(edge => edge.ValidFrom >= from).ExecuteUpdateAsync(set => set.SetProperty(edge => edge.Path, edge => after + edge.Path.Substring(before.Length)), cancel);
    }
}
