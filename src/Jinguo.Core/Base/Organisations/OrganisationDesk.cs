using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>What an import of bodies must know: the parents named, who hangs below them, which codes are taken; then its own rows.</summary>
internal sealed class OrganisationDesk
{
    private const int Batch = 400;
    private readonly Organisation top;
    private readonly IReadOnlyDictionary<string, Outcome<Organisation>> parents;
    private readonly HashSet<string> codes;
    private readonly HashSet<(string Parent, string Name)> names;
    private readonly Dictionary<string, List<string>> numbers;
    private readonly Dictionary<string, Planned> ownRows = [];
    private readonly Dictionary<CheckedOrganisationRow, Planned> planned = [];
    private readonly List<Organisation> added = [];

    private OrganisationDesk(Organisation top, IReadOnlyDictionary<string, Outcome<Organisation>> parents, HashSet<string> codes, IReadOnlyList<Organisation> children)
    {
        this.top = top;
        this.parents = parents;
        this.codes = codes;
        var keys = children.Select(child => child.ParentId!.Value).Distinct().ToDictionary(id => id, id => $"{id}");
        names = [.. children.Select(child => (keys[child.ParentId!.Value], child.Name))];
        numbers = children.Where(child => child.Code.Contains('-', StringComparison.Ordinal)).GroupBy(child => keys[child.ParentId!.Value])
            .ToDictionary(group => group.Key, group => group.Select(child => child.Code[(child.Code.LastIndexOf('-') + 1)..]).ToList());
    }

    /// <summary>A body that a row of the file makes: until it has a key, the row's number stands for it.</summary>
    private sealed record Planned(Organisation Body, string Key, Planned? Parent);

    /// <summary>The bodies made so far.</summary>
    public IReadOnlyList<Organisation> Added => added;

    public static async Task<OrganisationDesk?> LoadAsync(Db db, Visible visible, int topId, IReadOnlyList<OrganisationRow> rows, CancellationToken cancel)
    {
        var kept = visible.Organisations(Right.OrganisationManage);
        if (await kept.SingleOrDefaultAsync(body => body.Id == topId, cancel) is not { } top)
            return null;
        var below = kept.Within(top.Path);
        var named = await below.ResolveAsync(rows.Select(row => row.Parent).Where(text => !string.IsNullOrWhiteSpace(text)), cancel: cancel);
        var taken = new HashSet<string>();
        foreach (var batch in rows.Select(row => row.Code.Trim()).Where(code => code.Length > 0).Distinct().Chunk(Batch))
            taken.UnionWith(await db.Organisations.Where(body => batch.Contains(body.Code)).Select(body => body.Code).ToListAsync(cancel));
        var children = new List<Organisation>();
        foreach (var batch in named.Values.Where(parent => parent.Done).Select(parent => parent.Value!.Id).Append(top.Id).Distinct().Chunk(Batch))
            children.AddRange(await db.Organisations.AsNoTracking().Where(body => body.ParentId != null && batch.Contains(body.ParentId.Value)).ToListAsync(cancel));
        return new(top, named, taken, children);
    }

    /// <summary>Looks at a row and, when it is good, takes it into account for the rows after it.</summary>
    public CheckedOrganisationRow Check(OrganisationRow row)
    {
        var problems = new List<Problem>();
        var parent = Parent(row, problems);
        var kind = string.IsNullOrWhiteSpace(row.Kind) ? OrganisationKind.Federation : Named(Enum.GetValues<OrganisationKind>(), one => one.Name(), row.Kind);
        if (kind is null)
            problems.Add(new("organisation.kind.unknown", $"类别“{row.Kind}”看不懂，请填{string.Join("、", Enum.GetValues<OrganisationKind>().Select(one => one.Name()))}之一。", "Kind"));
        var level = string.IsNullOrWhiteSpace(row.Level) ? null : LevelNamed(row.Level);
        if (level is null && !string.IsNullOrWhiteSpace(row.Level))
            problems.Add(new("organisation.level.unknown", $"级别“{row.Level}”看不懂，请填省、市、县、乡镇或村；不填就比上级低一级。", "Level"));
        if (parent is null || kind is null)
            return Answer(row, null, parent, isKnown: false, problems);

        var code = row.Code.Trim();
        var input = new NewOrganisation(ClientKey: default, parent.Body.Id, kind.Value, row.Name, kind == OrganisationKind.Federation ? level : null, code.Length > 0 ? code : null);
        var name = OrganisationChecks.Clean(row.Name);
        if ((code.Length > 0 && codes.Contains(code)) || names.Contains((parent.Key, name)))
            return Answer(row, input, parent, isKnown: true, []);
        problems.AddRange(OrganisationChecks.Check(input, parent.Body));
        var answer = Answer(row, input, parent, isKnown: false, problems);
        if (answer.IsGood)
            Take(answer, parent, name, code);
        return answer;
    }

    /// <summary>Gives a good row its key; rows come in their order, parents first.</summary>
    public void Give(CheckedOrganisationRow row, int id)
    {
        var one = planned[row];
        var parent = one.Parent!.Body;
        var body = one.Body;
        (body.Id, body.ParentId, body.Path) = (id, parent.Id, OrganisationPath.Of(parent.Path, id));
        body.Region = OrganisationRegion.Of(parent.Region, id, body.Kind, body.Level);
        added.Add(body);
    }

    private void Take(CheckedOrganisationRow row, Planned parent, string name, string code)
    {
        if (code.Length == 0)
        {
            if (!numbers.TryGetValue(parent.Key, out var used))
                numbers[parent.Key] = used = [];
            var next = $"{OrganisationCode.NextNumber(used):000}";
            used.Add(next);
            code = $"{parent.Body.Code}-{next}";
        }
        var one = new Planned(OrganisationService.New(row.Input!, parent.Body, id: 0, code), $"row {row.Written.Row}", parent);
        codes.Add(code);
        names.Add((parent.Key, name));
        ownRows.TryAdd(name, one);
        ownRows.TryAdd(code, one);
        planned.Add(row, one);
    }

    private Planned? Parent(OrganisationRow row, List<Problem> problems)
    {
        var text = row.Parent.Trim();
        if (text.Length == 0)
            return new(top, $"{top.Id}", null);
        if (ownRows.TryGetValue(text, out var own) || ownRows.TryGetValue(text + "妇联", out own))
            return own;
        var found = parents[row.Parent];
        if (found.Done)
            return new(found.Value, $"{found.Value.Id}", null);
        problems.AddRange(found.Problems.Select(problem => problem with { Field = "Parent" }));
        return null;
    }

    private static CheckedOrganisationRow Answer(OrganisationRow row, NewOrganisation? input, Planned? parent, bool isKnown, List<Problem> problems) =>
        new(row, input, parent?.Body.Name, isKnown, [.. problems.Select(problem => problem with { Row = row.Row })]);

    // 市, 市级 and 市（州、盟） all say the same.
    private static Level? LevelNamed(string text)
    {
        var word = text.Trim().TrimEnd('级');
        return Named(Enum.GetValues<Level>(), level => level.Name(), word) ?? word switch
        {
            "省" => Level.Province,
            "市" or "州" or "盟" => Level.City,
            "县" or "区" or "旗" => Level.County,
            "乡" or "镇" or "乡镇" or "街道" => Level.Township,
            "村" or "社区" => Level.Village,
            _ => null,
        };
    }

    private static T? Named<T>(T[] values, Func<T, string> name, string text)
        where T : struct => Array.FindIndex(values, value => name(value) == text.Trim()) is >= 0 and var at ? values[at] : null;
}
