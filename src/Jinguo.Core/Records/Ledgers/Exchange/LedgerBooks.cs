using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Excel;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>One book or roster with its records.</summary>
/// <param name="Number">From 1, through the whole bundle.</param>
/// <param name="Ledger">What it is.</param>
/// <param name="Rows">Its records, the oldest first.</param>
public sealed record BookSection(int Number, BundleLedger Ledger, IReadOnlyList<LedgerRow> Rows);

/// <summary>The books of a body for one year.</summary>
/// <param name="Bundle">Which set.</param>
/// <param name="Body">Whose.</param>
/// <param name="Year">The year.</param>
/// <param name="Sections">The books, in order; without records where there are too many to show.</param>
/// <param name="IsTooLong">True where there are more than <see cref="LedgerBooks.MostShown"/> records: they come as a workbook.</param>
public sealed record LedgerBook(Bundle Bundle, Organisation Body, int Year, IReadOnlyList<BookSection> Sections, bool IsTooLong);

/// <summary>Prints the ledgers of a body as one book. Masked like every list; the workbook is in the history like every export.</summary>
public sealed class LedgerBooks(Db db, Visible visible, LedgerList list, RecordTypeCatalogCache types, LedgerExport export, ChangeLog changes)
{
    /// <summary>Most records that a page shows.</summary>
    public const int MostShown = 500;

    /// <summary>The bundles of the product, of the reader's body and of the bodies above it.</summary>
    public async Task<IReadOnlyList<Bundle>> ListAsync(CancellationToken cancel = default) =>
        (await types.GetAsync(db, cancel)).Bundles(visible.Actor.Path);

    /// <summary>The book of a body with everything below it; null where bundle or body is not there.</summary>
    /// <param name="bundle">Code of the bundle.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="year">The year.</param>
    /// <param name="version">An earlier version of the bundle; null for the one in force.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<LedgerBook?> FindAsync(string bundle, int organisationId, int year, int? version = null, CancellationToken cancel = default)
    {
        if ((await types.GetAsync(db, cancel)).FindBundle(bundle, visible.Actor.Path, version) is not { } found
            || await visible.Organisations(Right.LedgerRead).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return null;
        var rows = new List<LedgerRow>();
        await foreach (var row in list.StreamAsync(await FilterAsync(found, body, year, cancel), revealed: false, cancel))
        {
            rows.Add(row);
            if (rows.Count > MostShown)
                break;
        }
        var isTooLong = rows.Count > MostShown;
        return new(found, body, year, [.. found.Ledgers.Select((ledger, place) => new BookSection(place + 1, ledger, isTooLong ? [] : [.. rows.Where(row => ledger.Types.Contains(row.Record.TypeCode, StringComparer.Ordinal))]))], isTooLong);
    }

    /// <summary>Writes the book as a workbook: cover with contents, then each ledger a sheet.</summary>
    /// <returns>How many records; or a problem when there are too many.</returns>
    public async Task<Outcome<int>> WriteAsync(Stream target, LedgerBook book, CancellationToken cancel = default)
    {
        var catalog = await types.GetAsync(db, cancel);
        var filter = await FilterAsync(book.Bundle, book.Body, book.Year, cancel);
        var total = (await list.ListAsync(filter with { PageSize = 1 }, cancel)).Total;
        if (total > LedgerExport.MostRecords)
            return new Problem("export.many", $"这本簿册有{total:N0}笔，一次最多{LedgerExport.MostRecords:N0}笔。请按下级分开做。");
        await LogAsync(book, total, cancel);
        using var workbook = new WorkbookWriter(target);
        workbook.AddNotes("封面", Cover(book, total));
        foreach (var (ledger, number) in book.Bundle.Ledgers.Select((ledger, place) => (ledger, place + 1)))
            foreach (var type in ledger.Types.Select(catalog.Find).OfType<LedgerType>())
                await export.WriteSheetAsync(workbook, type, filter with { Type = type.Type.Code }, $"{number}{(ledger.Types.Count == 1 ? ledger.Name : type.Type.Name)}", ledger.Name, cancel);
        return total;
    }

    private static IEnumerable<string> Cover(LedgerBook book, int total) =>
    [
        $"{book.Bundle.Name}（{book.Year}年）", book.Body.Name, $"第{book.Bundle.Version}版　{book.Bundle.Basis}", $"共{total}笔", "", "目录",
        .. book.Bundle.Ledgers.Select((ledger, place) => $"{place + 1}　{ledger.Name}{(ledger.Note.Length > 0 ? $"（{ledger.Note}）" : "")}"),
    ];

    private async Task<LedgerFilter> FilterAsync(Bundle bundle, Organisation body, int year, CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        var registers = bundle.Types.Where(code => catalog.Find(code)?.Type.Kind == RecordKind.Register);
        return new() { Path = body.Path, Kept = new(bundle.Types, [.. registers], Period.Year(year)), Order = LedgerOrder.Oldest };
    }

    private async Task LogAsync(LedgerBook book, int total, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(visible.Actor, book.Body.Region, book.Body.Id, "ledger.exported", LedgerExport.SubjectKind, book.Bundle.Code, fields:
        [
            new("rows", null, total.ToString(CultureInfo.InvariantCulture)), new("path", null, book.Body.Path), new("period", null, $"{book.Year}"),
        ]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
