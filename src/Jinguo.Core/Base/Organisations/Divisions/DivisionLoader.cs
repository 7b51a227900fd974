using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>What loading a region did.</summary>
/// <param name="Top">The federation of the region itself.</param>
/// <param name="Added">Bodies written.</param>
/// <param name="Known">Bodies that were there already.</param>
public sealed record LoadedRegion(Organisation Top, int Added, int Known);

/// <summary>
/// Writes the federations of a region, all levels in one transaction. The top is the region's own federation, below the
/// body above where that exists. Codes that are there already are left as they are, so it may be repeated.
/// </summary>
public sealed class DivisionLoader(Db db, Actor actor, ChangeLog changes)
{
    private const int BatchSize = 2000;

    /// <summary>Loads a region.</summary>
    /// <param name="region">2, 4 or 6 digits: province, prefecture or county.</param>
    /// <param name="divisions">The divisions at, below and above it.</param>
    /// <param name="progress">Told how many of how many bodies are written.</param>
    /// <param name="cancel">Stops; then nothing is written.</param>
    public async Task<Outcome<LoadedRegion>> LoadAsync(string region, IReadOnlyList<Division> divisions, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancel = default)
    {
        if (CheckRegion(region, divisions) is { } problem)
            return problem;
        var plan = DivisionPlan.Of(divisions, region);

        await using var write = await db.BeginWriteAsync(cancel);
        var known = await KnownAsync(region, cancel);
        var top = plan[0].Division;
        var place = known.GetValueOrDefault(top.FullCode) ?? Above(top, known);
        if (!actor.May(Right.OrganisationManage, place?.Path ?? "/"))
            return Problem.NotFound("这个地区的上级组织");
        if (!known.ContainsKey(top.FullCode) && known.Values.FirstOrDefault(body => body.ParentId is null && body.Code.StartsWith(region, StringComparison.Ordinal)) is { } root)
            return new Problem("region.above-root", $"{root.Name}已作为最高一级建库，不能再在它上面装入{top.Name}。需要合并时，请用一个新的数据文件夹从{top.Name}建起。");

        var before = known.Count(pair => pair.Key.StartsWith(region, StringComparison.Ordinal));
        var added = await WriteAsync(plan, known, progress, cancel);
        var topBody = known[top.FullCode];
        if (added > 0)
            changes.Add(actor, topBody.Region, topBody.Id, "organisation.region-loaded", OrganisationService.SubjectKind, $"{topBody.Id}", fields:
                [new("region", null, region), new("bodies", null, $"{added}")]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new LoadedRegion(topBody, added, before);
    }

    private static Problem? CheckRegion(string region, IReadOnlyList<Division> divisions)
    {
        if (region.Length is not (2 or 4 or 6) || !region.All(char.IsAsciiDigit))
            return new("region.digits", $"地区代码“{region}”应是2、4或6位数字：省如36，市如3213，县如321311。");
        if (divisions.FirstOrDefault(division => division.Code == region) is not { } top)
            return new("region.unknown", $"区划表里没有代码{region}，请核对。");
        var above = divisions.FirstOrDefault(division => division.Code.Length < region.Length && division.Code == region[..^2]);
        return DivisionNames.IsPlaceholder(top, above?.Name)
            ? new("region.placeholder", $"{region}（{top.Name}）只是区划表里的占位，不设妇联，请改用上一级的代码{region[..^2]}，或下面某一县的代码。")
            : null;
    }

    // The bodies of the region and those above it.
    private async Task<Dictionary<string, Organisation>> KnownAsync(string region, CancellationToken cancel)
    {
        var first = region.PadRight(12, '0');
        var last = region.PadRight(12, '9');
        var above = Division.Lengths.Where(length => length < region.Length).Select(length => region[..length].PadRight(12, '0')).ToList();
        var found = await db.Organisations.AsNoTracking()
            .Where(body => body.Kind == OrganisationKind.Federation && (above.Contains(body.Code) || (string.Compare(body.Code, first) >= 0 && string.Compare(body.Code, last) <= 0)))
            .ToListAsync(cancel);
        return found.ToDictionary(body => body.Code);
    }

    private async Task<int> WriteAsync(IReadOnlyList<PlannedFederation> plan, Dictionary<string, Organisation> known, IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var missing = plan.Where(one => !known.ContainsKey(one.Division.FullCode)).ToList();
        var ids = await OrganisationIds.ReserveAsync(db, missing.Count, cancel);
        var top = plan[0];
        var done = 0;
        // Level by level, for a body's key must be there before its children's.
        foreach (var batch in missing.GroupBy(one => one.Division.Level).SelectMany(level => level.Chunk(BatchSize)))
        {
            foreach (var one in batch)
            {
                var parent = one == top ? Above(one.Division, known) : known[one.Above!.PadRight(12, '0')];
                var body = OrganisationService.New(
                    new(ClientKey: default, parent?.Id ?? 0, OrganisationKind.Federation, one.Name, one.Division.Level), parent, ids[done++], one.Division.FullCode);
                known.Add(body.Code, body);
                db.Organisations.Add(body);
                db.OrganisationEdges.Add(OrganisationService.Edge(body));
            }
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress?.Report((done, missing.Count));
        }
        return done;
    }

    private static Organisation? Above(Division division, Dictionary<string, Organisation> known) => Division.Lengths
        .Where(length => length < division.Code.Length)
        .Reverse()
        .Select(length => known.GetValueOrDefault(division.Code[..length].PadRight(12, '0')))
        .FirstOrDefault(body => body is not null);
}
