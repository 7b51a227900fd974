using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>
/// Gives each row the key of its record and tells which rows are there already: in the ledger, or earlier in the same
/// file. Two queries for a batch; what it remembers of the rows before is some bytes for each.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="importId">The import that is being written: its own records are not "already there".</param>
/// <param name="withDoubles">True where the person wants what seems to be there as well.</param>
/// <param name="seal">Makes rows blind.</param>
internal sealed class SameRows(Db db, Guid importId, bool withDoubles, SealedFields seal)
{
    private readonly Dictionary<Guid, (int Count, int FirstRow)> contents = [];
    private readonly Dictionary<Guid, int> withdrawn = [];
    private readonly Dictionary<long, (int Taken, int FirstRow)> alike = [];

    /// <summary>The rows with their keys, and those that are there already marked.</summary>
    public async Task<IReadOnlyList<ImportRow>> MarkAsync(IReadOnlyList<ImportRow> rows, SheetMatching sheet, RecordType type, CancellationToken cancel)
    {
        var marked = rows.ToArray();
        var fresh = new List<Candidate>();
        for (var at = 0; at < marked.Length; at++)
            if (marked[at] is { IsToBeAdded: true, Record: { } record })
            {
                var content = RowKey.ContentOf(record.Type, record.OrganisationId, seal.Blind(type, record.Values));
                var (count, first) = contents.TryGetValue(content, out var seen) ? seen : (0, marked[at].Row);
                contents[content] = (count + 1, first);
                if (count > 0 && !withDoubles)
                    marked[at] = Mark(marked[at], sheet, RowState.Repeated, "import.repeated", $"和第{first}行完全一样，只算一次。");
                else
                    fresh.Add(new(at, content, count + 1, record, RecordLikeness.Of(type, record.OrganisationId, RecordContent.Title(type, record.Values), record.Values)));
            }
        var there = await ThereAsync(fresh, cancel);
        var likes = await LikesAsync([.. fresh.Select(one => one.Likeness)], cancel);
        foreach (var one in fresh)
            marked[one.At] = Judge(marked[one.At], one, there, likes, sheet);
        return marked;
    }

    private ImportRow Judge(ImportRow row, Candidate one, HashSet<Guid> there, Dictionary<long, int> likes, SheetMatching sheet)
    {
        var key = KeyOf(one);
        var (taken, first) = alike.TryGetValue(one.Likeness, out var seen) ? seen : (0, 0);
        alike[one.Likeness] = (taken + 1, first == 0 ? row.Row : first);
        if (there.Contains(key))
            return Mark(row, sheet, RowState.AlreadyThere, "import.there", "台账里已经有这一笔，不再重复导入。");
        var keyed = row with { Record = one.Record with { Id = key } };
        if (likes.GetValueOrDefault(one.Likeness) > taken)
            return withDoubles
                ? Warn(keyed, sheet, "import.like", "台账里已有同一单位、同一天、同名、同数的一笔，您选了照样导入。")
                : Mark(row, sheet, RowState.AlreadyThere, "import.like", "台账里已有同一单位、同一天、同名、同数的一笔，按已有处理。");
        return taken > 0 ? Warn(keyed, sheet, "import.alike", $"和第{first}行同一单位、同一天、同名、同数，请核对是不是重复。") : keyed;
    }

    /// <summary>
    /// Which keys stand in the ledger. A key of a withdrawn record (an import undone) is passed over for the next, so that
    /// the row can be imported again.
    /// </summary>
    private async Task<HashSet<Guid>> ThereAsync(List<Candidate> candidates, CancellationToken cancel)
    {
        var there = new HashSet<Guid>();
        var open = candidates;
        while (open.Count > 0)
        {
            var keys = open.ConvertAll(KeyOf);
            var found = await db.Records.AsNoTracking().Where(record => keys.Contains(record.Id))
                .Select(record => new { record.Id, record.Withdrawn }).ToDictionaryAsync(record => record.Id, record => record.Withdrawn, cancel);
            there.UnionWith(found.Where(record => !record.Value).Select(record => record.Key));
            var moved = open.Where(one => found.GetValueOrDefault(KeyOf(one))).Select(one => one.Content).ToHashSet();
            foreach (var content in moved)
                withdrawn[content] = withdrawn.GetValueOrDefault(content) + 1;
            open = candidates.FindAll(one => moved.Contains(one.Content));
        }
        return there;
    }

    private async Task<Dictionary<long, int>> LikesAsync(List<long> likes, CancellationToken cancel) => likes.Count == 0
        ? []
        : await db.Records.AsNoTracking()
            .Where(record => likes.Contains(record.Likeness) && !record.Withdrawn && record.ImportId != importId)
            .GroupBy(record => record.Likeness)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    private Guid KeyOf(Candidate one) => RowKey.Of(one.Content, one.Record.Values.Day!.Value, one.Number + withdrawn.GetValueOrDefault(one.Content));

    private static ImportRow Mark(ImportRow row, SheetMatching sheet, RowState state, string code, string text) =>
        row with { State = state, Notes = [new(code, sheet.Sheet, row.Row, null, null, text, state)] };

    private static ImportRow Warn(ImportRow row, SheetMatching sheet, string code, string text) =>
        row with { State = RowState.Warned, Notes = [.. row.Notes, new(code, sheet.Sheet, row.Row, null, null, text, RowState.Warned)] };

    private sealed record Candidate(int At, Guid Content, int Number, NewRecord Record, long Likeness);
}
