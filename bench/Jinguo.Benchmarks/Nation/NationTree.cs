using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;

namespace Jinguo.Benchmarks.Nation;

/// <summary>
/// The federations of the real division tree, all six levels from the nation down, with moves of villages between townships and
/// mergers of townships over the years: 2 of 100 bodies hang elsewhere than at first. The same tree each time.
/// </summary>
internal sealed class NationTree
{
    private const int Seed = 20261123;

    // Of 100 bodies one is moved by itself; a merged township takes its villages along, some fifteen.
    private const int MovedOf = 100;
    private const int MergedOf = 100;

    private readonly Random dice = new(Seed);

    private NationTree(NationBody top, IReadOnlyList<NationBody> all) => (Top, All) = (top, all);

    public NationBody Top { get; }

    /// <summary>Every body, those above before those below.</summary>
    public IReadOnlyList<NationBody> All { get; }

    /// <summary>Builds it.</summary>
    /// <param name="folder">The tables of the divisions.</param>
    /// <param name="regions">Provinces, cities or counties by their digits; empty for all provinces.</param>
    /// <param name="first">First day on which work is written down; moves come after it.</param>
    /// <param name="last">Last day.</param>
    public static NationTree Build(string folder, IReadOnlyList<string> regions, DateOnly first, DateOnly last)
    {
        var top = Body(1, "000000000000", "全国妇联", Level.Nation, parent: null);
        var all = new List<NationBody> { top };
        foreach (var region in regions)
            Add(all, top, DivisionFiles.Read(folder, region), region);
        var tree = new NationTree(top, all);
        tree.Reorganise(first, last);
        return tree;
    }

    /// <summary>The provinces of the tables.</summary>
    public static IReadOnlyList<string> Provinces(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "provinces.csv")).Select(line => line.Split(',')[0].Trim('"', '\uFEFF')).Where(code => code.Length == 2 && code.All(char.IsAsciiDigit))];

    private static void Add(List<NationBody> all, NationBody top, IReadOnlyList<Division> divisions, string region)
    {
        var known = new Dictionary<string, NationBody>(StringComparer.Ordinal);
        foreach (var one in DivisionPlan.Of(divisions, region))
        {
            var body = Body(all.Count + 1, one.Division.FullCode, one.Name, one.Division.Level, one.Above is null ? top : known[one.Above]);
            known.Add(one.Division.Code, body);
            all.Add(body);
        }
    }

    private static NationBody Body(int id, string code, string name, Level level, NationBody? parent)
    {
        var body = new NationBody
        {
            Id = id,
            Region = OrganisationRegion.Of(parent?.Region ?? 0, id, OrganisationKind.Federation, level),
            Code = code,
            Name = name,
            Level = level,
            Parent = parent,
            Path = OrganisationPath.Of(parent?.Path, id),
        };
        parent?.Children.Add(body);
        return body;
    }

    private void Reorganise(DateOnly first, DateOnly last)
    {
        foreach (var county in All.Where(body => body.Level == Level.County).ToList())
        {
            var towns = county.Children.Where(body => body.Level == Level.Township).ToList();
            if (towns.Count < 2)
                continue;
            for (var (from, into) = (0, 1); into < towns.Count; from += 2, into += 2)
                if (dice.Next(MergedOf) == 0)
                    towns[from].Merge(towns[into], Day());
            foreach (var village in towns.SelectMany(town => town.Children).Where(body => body.Level == Level.Village && body.Moved is null).ToList())
                if (dice.Next(MovedOf) == 0 && towns[dice.Next(towns.Count)] is { Ended: null } to && to != village.Parent)
                    village.Move(to, Day());
        }

        // The first of a month, as such things are ordered.
        DateOnly Day()
        {
            var day = first.AddDays(dice.Next(31, last.DayNumber - first.DayNumber));
            return new(day.Year, day.Month, 1);
        }
    }
}
