using System.Runtime.CompilerServices;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Excel;
using OfficeFormatException = Jinguo.Office.OfficeFormatException;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Tells how many rows were gone through, about how many there are.</summary>
/// <param name="done">Rows gone through.</param>
/// <param name="total">Rows in all, or 0 where the file does not say.</param>
public delegate Task RowsTold(int done, int total);

/// <summary>Goes through the rows of an open file, batch by batch, and looks at them or writes them. Memory does not grow with the rows.</summary>
public sealed class LedgerImporter(Db db, Visible visible, RecordTypeCatalogCache types, LedgerService ledgers, TimeProvider time)
{
    /// <summary>Rows that are checked, written and posted together.</summary>
    public const int BatchRows = 500;

    /// <summary>Looks at every row; nothing is written.</summary>
    /// <exception cref="OfficeFormatException">The file is damaged.</exception>
    public async Task<ImportFindings> CheckAsync(Spreadsheet file, FileMatching matching, Organisation home, ImportWish wish, Guid importId, RowsTold? tell = null, CancellationToken cancel = default)
    {
        var findings = new ImportFindings();
        await foreach (var batch in BatchesAsync(file, matching, home, wish, importId, findings, tell, cancel))
            foreach (var row in batch.Rows)
                findings.Add(batch.Sheet, row.Row);
        return findings;
    }

    /// <summary>Every row as it stands in the file, with what was found about it: for the workbook of problems.</summary>
    /// <exception cref="OfficeFormatException">The file is damaged.</exception>
    internal async IAsyncEnumerable<(SheetMatching Sheet, SheetRow Cells, ImportRow Row)> RowsAsync(
        Spreadsheet file, FileMatching matching, Organisation home, Guid importId, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in BatchesAsync(file, matching, home, new(), importId, new(), tell: null, cancel))
            foreach (var (cells, row) in batch.Rows)
                yield return (batch.Matching, cells, row);
    }

    /// <summary>
    /// Writes the rows within the caller's transaction. The caller commits, unless there are bad rows and the wish was all
    /// or nothing: <see cref="ImportFindings.Bad"/> tells. Afterwards the context tracks nothing.
    /// </summary>
    /// <exception cref="OfficeFormatException">The file is damaged.</exception>
    /// <exception cref="InvalidOperationException">There is no open transaction.</exception>
    public async Task<ImportFindings> WriteAsync(Spreadsheet file, FileMatching matching, Organisation home, ImportWish wish, Guid importId, RowsTold? tell = null, CancellationToken cancel = default)
    {
        var findings = new ImportFindings();
        await foreach (var batch in BatchesAsync(file, matching, home, wish, importId, findings, tell, cancel))
        {
            var refused = wish.GoodRowsOnly || findings.Bad + batch.Rows.Count(row => row.Row.State == RowState.Bad) == 0
                ? await AddAsync(batch, importId, wish.Reason, cancel)
                : [];
            foreach (var (_, row) in batch.Rows)
                findings.Add(batch.Sheet, refused.TryGetValue(row.Row, out var notes) ? row with { State = RowState.Bad, Notes = notes } : row);
        }
        return findings;
    }

    /// <summary>Adds the good rows of a batch; gives back those that the ledger refused after all.</summary>
    private async Task<Dictionary<int, List<RowNote>>> AddAsync(Batch batch, Guid importId, string? reason, CancellationToken cancel)
    {
        var inputs = batch.Rows.Where(row => row.Row.IsToBeAdded).Select(row => row.Row.Record! with { ImportId = importId, Reason = reason }).ToList();
        var refused = new Dictionary<int, List<RowNote>>();
        if (inputs.Count == 0)
            return refused;
        var added = await ledgers.AddAsync(inputs, visible.Actor, cancel);
        if (!added.Done)
        {
            foreach (var problem in added.Problems.Where(problem => problem is { Level: ProblemLevel.Error, Row: not null }))
                (refused.TryGetValue(problem.Row!.Value, out var notes) ? notes : refused[problem.Row.Value] = [])
                    .Add(new(problem.Code, batch.Matching.Sheet, problem.Row.Value, null, null, problem.Text, RowState.Bad));
            inputs.RemoveAll(input => refused.ContainsKey(input.Row!.Value));
            if (refused.Count == 0 || !(await ledgers.AddAsync(inputs, visible.Actor, cancel)).Done)
                throw new InvalidOperationException($"The ledger refused rows without naming them: {added.Problems[0].Text}");
        }
        db.ChangeTracker.Clear();
        return refused;
    }

    private async IAsyncEnumerable<Batch> BatchesAsync(
        Spreadsheet file, FileMatching matching, Organisation home, ImportWish wish, Guid importId, ImportFindings findings, RowsTold? tell, [EnumeratorCancellation] CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        var bodies = new BodyNames(visible, home);
        var closed = new ClosedRows(db, time.Today());
        var total = tell is null ? 0 : RowsOf(file, matching);
        var done = 0;
        foreach (var sheet in file.Sheets)
        {
            if (matching.Sheets.FirstOrDefault(one => one.Sheet == sheet.Name) is not { } matched)
                continue;
            var type = matched.Type is null ? null : catalog.Find(matched.Type, home.Path);
            var found = new SheetFindings { Sheet = sheet.Name, Ledger = type?.Type.Name };
            findings.Sheets.Add(found);
            if (type is null)
                continue;
            var same = new SameRows(db, importId, wish.WithDoubles, catalog.Seal);
            var reader = new RowReader(sheet, matched, type.Type, bodies, time.Today());
            foreach (var rows in sheet.Rows().SkipWhile(row => row.Number <= matched.LastHeaderRow).Chunk(BatchRows))
            {
                var read = new List<ImportRow>(rows.Length);
                foreach (var row in rows)
                    read.Add(await reader.ReadAsync(row, cancel));
                var marked = await closed.MarkAsync(await same.MarkAsync(read, matched, type.Type, cancel), matched, cancel);
                yield return new(found, matched, [.. rows.Zip(marked)]);
                done += rows.Length;
                if (tell is not null)
                    await tell(done, Math.Max(total, done));
            }
        }
    }

    private static int RowsOf(Spreadsheet file, FileMatching matching) =>
        file.Sheets.Where(sheet => matching.Sheets.Any(one => one.Sheet == sheet.Name && one.Type is not null)).Sum(sheet => sheet.RowCount);

    private sealed record Batch(SheetFindings Sheet, SheetMatching Matching, IReadOnlyList<(SheetRow Cells, ImportRow Row)> Rows);
}
