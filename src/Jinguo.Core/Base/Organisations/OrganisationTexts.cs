using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>
/// Finds bodies by what people write: a code, a path of names (宣威市/东山镇), or a name that only one body has; 妇联 or 妇女联合会
/// at the end of a name may be left out.
/// </summary>
public static class OrganisationTexts
{
    /// <summary>Code of the problem when no body is called so.</summary>
    public const string UnknownCode = "organisation.unknown";

    private const int Batch = 400;
    private static readonly string[] Endings = ["", "妇联", "妇女联合会"];

    /// <summary>Finds many at once, in a few queries. The answer has every text that was asked for.</summary>
    /// <param name="bodies">The bodies that count, such as those the actor keeps.</param>
    /// <param name="texts">What was written; spaces around do not count.</param>
    /// <param name="mostCandidates">How many are named where a text may mean several.</param>
    /// <param name="cancel">Stops the queries.</param>
    public static async Task<IReadOnlyDictionary<string, Outcome<Organisation>>> ResolveAsync(
        this IQueryable<Organisation> bodies, IEnumerable<string> texts, int mostCandidates = 5, CancellationToken cancel = default)
    {
        var wanted = texts.Distinct().ToList();
        var found = new List<Organisation>();
        foreach (var batch in wanted.Chunk(Batch))
        {
            var names = batch.SelectMany(Names).Distinct().ToList();
            var codes = batch.Select(text => text.Trim()).ToList();
            found.AddRange(await bodies.Where(body => names.Contains(body.Name) || codes.Contains(body.Code)).ToListAsync(cancel));
        }
        var byCode = found.DistinctBy(body => body.Id).ToDictionary(body => body.Code);
        var byName = byCode.Values.ToLookup(body => body.Name);
        var above = await AboveAsync(bodies, byCode.Values, cancel);
        return wanted.ToDictionary(text => text, text => Choose(text, byCode, byName, above, mostCandidates));
    }

    private static IEnumerable<string> Names(string text) =>
        text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? Endings.Select(ending => last + ending) : [];

    private static Outcome<Organisation> Choose(string text, Dictionary<string, Organisation> byCode, ILookup<string, Organisation> byName, Dictionary<int, string> above, int mostCandidates)
    {
        if (byCode.TryGetValue(text.Trim(), out var exact))
            return exact;
        var steps = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var named = Names(text).SelectMany(name => byName[name]).Where(body => Follows(body, steps, above)).DistinctBy(body => body.Id).OrderBy(body => body.Path, StringComparer.Ordinal).ToList();
        return named switch
        {
            [var only] => only,
            [] => new Problem(UnknownCode, $"没有找到组织“{text.Trim()}”，请写全称或代码。"),
            _ => new Problem("organisation.ambiguous", $"“{text.Trim()}”有{named.Count}个：{string.Join("、", named.Take(mostCandidates).Select(body => $"{Parent(body, above)}{body.Name}（{body.Code}）"))}{(named.Count > mostCandidates ? "等" : "")}。请写代码，或写成“上级/名称”。"),
        };
    }

    // The names before the last must stand above it, in this order.
    private static bool Follows(Organisation body, string[] steps, Dictionary<int, string> above)
    {
        var next = 0;
        foreach (var name in OrganisationPath.Ids(body.Path)[..^1].Select(id => above.GetValueOrDefault(id, "")))
            if (next < steps.Length - 1 && Array.Exists(Endings, ending => name == steps[next] + ending))
                next++;
        return next == steps.Length - 1;
    }

    private static string Parent(Organisation body, Dictionary<int, string> above) =>
        body.ParentId is { } parent && above.TryGetValue(parent, out var name) ? name + "/" : "";

    private static async Task<Dictionary<int, string>> AboveAsync(IQueryable<Organisation> bodies, IEnumerable<Organisation> found, CancellationToken cancel)
    {
        var names = new Dictionary<int, string>();
        foreach (var batch in found.SelectMany(body => OrganisationPath.Ids(body.Path)[..^1]).Distinct().Chunk(Batch))
            foreach (var body in await bodies.Where(body => batch.Contains(body.Id)).Select(body => new { body.Id, body.Name }).ToListAsync(cancel))
                names[body.Id] = body.Name;
        return names;
    }
}
