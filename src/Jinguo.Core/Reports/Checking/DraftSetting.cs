using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Mentions;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>Of which body and period a number is.</summary>
internal readonly record struct Asked(int OrganisationId, Period Period);

/// <summary>What the times and places that a draft names mean in a report of a body and a period.</summary>
internal sealed class DraftSetting
{
    private static readonly string[] Federations = ["妇女联合会", "妇联", "妇工委", "妇委会", "妇代会"];

    /// <summary>Words for an area as a whole, and the levels that may say so of themselves: a county may be called 市.</summary>
    private static readonly (string Area, Level[] Levels)[] Areas =
    [
        ("省", [Level.Province]), ("自治区", [Level.Province]), ("市", [Level.City, Level.County]), ("州", [Level.City]), ("县", [Level.County]), ("区", [Level.County]), ("旗", [Level.County]),
        ("镇", [Level.Township]), ("乡", [Level.Township]), ("街道", [Level.Township]), ("村", [Level.Village]), ("社区", [Level.Village]),
    ];

    private readonly CheckScope scope;
    private readonly Level level;
    private readonly ILookup<string, int> bodies;

    private DraftSetting(CheckScope scope, Level level, ILookup<string, int> bodies) => (this.scope, this.level, this.bodies) = (scope, level, bodies);

    /// <summary>Finds the bodies that a draft names: itself and those below, by their names.</summary>
    public static async Task<DraftSetting> ReadAsync(Visible visible, CheckScope scope, Organisation body, IEnumerable<Mention> mentions, CancellationToken cancel)
    {
        var names = mentions.Select(mention => mention.Place?.Text).OfType<string>().Select(Bare).Distinct()
            .SelectMany(name => Federations.Take(2).Select(federation => name + federation).Prepend(name)).ToList();
        var found = names.Count == 0 ? [] : await visible.Organisations(Right.FigureRead).Within(body.Path).Where(one => names.Contains(one.Name))
            .Select(one => new { one.Id, one.Name }).ToListAsync(cancel);
        return new(scope, body.Level, found.ToLookup(one => Bare(one.Name), one => one.Id, StringComparer.Ordinal));
    }

    /// <summary>Of which body and period a number is; null where the place that is named is none of the body's, or several.</summary>
    public Asked? Of(Mention mention) => BodyOf(mention.Place) is { } body ? new(body, PeriodOf(mention.Period)) : null;

    /// <summary>The years that a number is of where it names more than the report's own: 五年来, “十一五”期间; else null.</summary>
    public Period? LongerOf(Mention mention) =>
        mention.Period?.In(scope.Period.Last.Year) is var (first, last) && Period.TryOf(first, last, out var named) && named.First.Year < named.Last.Year
        && named.First <= scope.Period.First && named.Last >= scope.Period.Last && named != scope.Period ? named : null;

    private int? BodyOf(NamedPlace? place)
    {
        if (place is null)
            return scope.OrganisationId;
        var name = Bare(place.Text);
        if (bodies[name].ToList() is [var only])
            return only;
        var area = name.TrimStart('全', '我', '本');
        return bodies[name].Any() || !Areas.Any(one => one.Area == area && one.Levels.Contains(level)) ? null : scope.OrganisationId;
    }

    private Period PeriodOf(NamedPeriod? named)
    {
        if (named is null)
            return scope.Period;
        var (first, last) = named.In(scope.Period.Last.Year);
        if (named.IsSamePeriod && last is { } same)
            return same.Year < scope.Period.Last.Year ? scope.Period.YearBefore : scope.Period;
        if (!Period.TryOf(first ?? scope.Period.First, last ?? scope.Period.Last, out var period))
            return scope.Period;
        // 今年 in a report of the half-year means the half-year.
        return period.First <= scope.Period.First && period.Last >= scope.Period.Last ? scope.Period : period;
    }

    private static string Bare(string name) => Federations.FirstOrDefault(word => name.EndsWith(word, StringComparison.Ordinal) && name.Length > word.Length) is { } federation ? name[..^federation.Length] : name;
}
