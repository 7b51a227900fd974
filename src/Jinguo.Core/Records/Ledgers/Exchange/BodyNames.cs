using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>A body found by what a cell says, or why there is none.</summary>
/// <param name="Body">The body.</param>
/// <param name="Problem">What to do instead.</param>
internal sealed record BodyFound(Organisation? Body, string? Problem);

/// <summary>
/// Finds the bodies that the cells of a workbook name: by code, name or path, at the importing body or below it. Each
/// text is looked up once.
/// </summary>
internal sealed class BodyNames(Visible visible, Organisation home)
{
    private const int MostSuggestions = 3;
    private const int MostLookups = 50;
    private const int MostCandidates = 200;
    private readonly Dictionary<string, BodyFound> known = new(StringComparer.Ordinal);
    private int lookups;

    public Organisation Home => home;

    private IQueryable<Organisation> Bodies => visible.Organisations(Right.LedgerWrite).Within(home.Path);

    public async ValueTask<BodyFound> FindAsync(string text, CancellationToken cancel)
    {
        var wanted = text.Trim();
        if (wanted.Length == 0)
            return new(home, null);
        if (!known.TryGetValue(wanted, out var found))
            known[wanted] = found = await LookUpAsync(wanted, cancel);
        return found;
    }

    private async Task<BodyFound> LookUpAsync(string wanted, CancellationToken cancel)
    {
        var found = (await Bodies.ResolveAsync([wanted], cancel: cancel))[wanted];
        if (found.Done)
            return new(found.Value, null);
        return new(null, found.Problems[0].Code == OrganisationTexts.UnknownCode ? await NotFoundAsync(wanted, cancel) : found.Problems[0].Text);
    }

    private async Task<string> NotFoundAsync(string wanted, CancellationToken cancel)
    {
        var name = wanted.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : wanted;
        var near = lookups++ < MostLookups ? await NearAsync(name, cancel) : [];
        var remedy = near.Count > 0 ? $"您要写的是不是：{string.Join("、", near)}？" : "请核对名称，或改填单位代码。";
        return $"“{home.Name}”和下级里没有叫“{wanted}”、您又可以替它记账的单位。{remedy}";
    }

    /// <summary>Names that share two letters with the wanted one, the nearest first.</summary>
    private async Task<List<string>> NearAsync(string wanted, CancellationToken cancel)
    {
        // By whole characters: half of 𠮷 cannot be asked for.
        var letters = wanted.EnumerateRunes().Select(letter => letter.ToString()).Take(5).ToList();
        var parts = letters.Zip(letters.Skip(1), string.Concat).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
            found.UnionWith(await Bodies.Where(body => body.Name.Contains(part)).OrderBy(body => body.Level).Select(body => body.Name).Take(MostCandidates).ToListAsync(cancel));
        return [.. found.OrderBy(name => Distance(Bare(wanted), Bare(name))).ThenBy(name => name, StringComparer.Ordinal).Take(MostSuggestions)];
    }

    private static string Bare(string name) => name.EndsWith("妇联", StringComparison.Ordinal) ? name[..^2] : name;

    /// <summary>Letters to change, add or leave out to come from one name to the other.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j - 1], row[j]) + 1);
            }
        }
        return row[^1];
    }
}
