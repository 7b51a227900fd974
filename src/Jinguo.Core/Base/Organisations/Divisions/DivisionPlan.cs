namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>A federation to be made for a division: its name made ready, and the code of the division it hangs below.</summary>
/// <param name="Division">The division.</param>
/// <param name="Name">Name of the federation, unlike its siblings'.</param>
/// <param name="Above">Code of the nearest division above that has a federation; null for the top.</param>
public sealed record PlannedFederation(Division Division, string Name, string? Above);

/// <summary>Which federations a region's divisions give: placeholders left out, names cleaned.</summary>
public static class DivisionPlan
{
    /// <summary>The federations of a region from its top down, level by level.</summary>
    /// <param name="divisions">The divisions at, below and above the region.</param>
    /// <param name="region">2, 4 or 6 digits.</param>
    public static IReadOnlyList<PlannedFederation> Of(IReadOnlyList<Division> divisions, string region)
    {
        var byCode = divisions.ToDictionary(division => division.Code);
        var within = divisions.Where(division => division.Code.StartsWith(region, StringComparison.Ordinal)).ToList();
        var kept = within.Where(division => !DivisionNames.IsPlaceholder(division, NameAbove(division, byCode))).ToList();
        var codes = kept.Select(division => division.Code).ToHashSet();
        var planned = kept.Select(division => (Division: division, Name: DivisionNames.Federation(division), Above: Above(division, codes)));
        return
        [
            .. from one in planned.GroupBy(plan => (plan.Above, plan.Name)).SelectMany(Distinguished)
               orderby one.Division.Code.Length, one.Division.Code
               select one,
        ];
    }

    /// <summary>Code of the nearest division above among some codes.</summary>
    public static string? Above(Division division, IReadOnlySet<string> codes) => Division.Lengths
        .Where(length => length < division.Code.Length)
        .Reverse()
        .Select(length => division.Code[..length])
        .FirstOrDefault(codes.Contains);

    private static string? NameAbove(Division division, Dictionary<string, Division> byCode) =>
        Division.Lengths.Where(length => length < division.Code.Length).Reverse()
            .Select(length => byCode.GetValueOrDefault(division.Code[..length])?.Name)
            .FirstOrDefault(name => name is not null);

    // Two that cleaning made equal (马场居委会, 马场社区居委会) keep the name as published.
    private static IEnumerable<PlannedFederation> Distinguished(IEnumerable<(Division Division, string Name, string? Above)> equal)
    {
        var all = equal.ToList();
        return all.Select(plan => new PlannedFederation(plan.Division, all.Count == 1 ? plan.Name : plan.Division.Name + "妇联", plan.Above));
    }
}
