using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Marks rows of closed days: they can be imported as corrections, with a reason.</summary>
internal sealed class ClosedRows(Db db, DateOnly today)
{
    private readonly Dictionary<int, DateOnly?> known = [];

    /// <summary>The rows, those of closed days marked.</summary>
    public async Task<IReadOnlyList<ImportRow>> MarkAsync(IReadOnlyList<ImportRow> rows, SheetMatching sheet, CancellationToken cancel)
    {
        var earlier = rows.Where(row => row is { IsToBeAdded: true, Record.Values.Day: { } day } && ClosedDays.MayBeClosed(day, today)).Select(row => row.Record!.OrganisationId).ToList();
        if (earlier.Count == 0)
            return rows;
        if (earlier.Where(body => !known.ContainsKey(body)).Distinct().ToList() is { Count: > 0 } unknown)
        {
            var closed = await ClosedDays.LoadAsync(db, unknown, cancel);
            foreach (var body in unknown)
                known[body] = closed.Through(body);
        }
        return [.. rows.Select(row => row is { IsToBeAdded: true, Record: { Values.Day: { } day } record } && known.GetValueOrDefault(record.OrganisationId) is { } last && day <= last ? Mark(row, sheet) : row)];
    }

    private static ImportRow Mark(ImportRow row, SheetMatching sheet) => row with
    {
        IsClosed = true,
        State = RowState.Warned,
        Notes = [.. row.Notes, new("import.closed", sheet.Sheet, row.Row, null, null, "这一天已经锁账，导入会登记为更正，请在导入时写明原因。", RowState.Warned)],
    };
}
