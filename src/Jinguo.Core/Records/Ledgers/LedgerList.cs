using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Which records of a state a list shows.</summary>
public enum StateFilter
{
    /// <summary>All but withdrawn ones.</summary>
    All,

    /// <summary>待审核.</summary>
    Waiting,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已通过 or 免审.</summary>
    Accepted,

    /// <summary>未计: not in the books.</summary>
    NotCounted,

    /// <summary>亮点: marked as quotable.</summary>
    Highlights,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>By what a list is ordered.</summary>
public enum LedgerOrder
{
    /// <summary>Newest day first.</summary>
    Newest,

    /// <summary>Oldest day first.</summary>
    Oldest,

    /// <summary>Last changed first.</summary>
    Updated,

    /// <summary>By title.</summary>
    Title,
}

/// <summary>What a list of records is asked for.</summary>
public sealed record LedgerFilter
{
    /// <summary>Code of one record type, or null for all.</summary>
    public string? Type { get; init; }

    /// <summary>Path of a body: its records and those below; null for everything the reader may see.</summary>
    public string? Path { get; init; }

    /// <summary>True for the body at <see cref="Path"/> alone.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>Days on which the records count, or null for all.</summary>
    public Period? Period { get; init; }

    /// <summary>Of a book: its record types in a year; null for none.</summary>
    public KeptInYear? Kept { get; init; }

    /// <summary>State.</summary>
    public StateFilter State { get; init; }

    /// <summary>Words that title or fields must hold, all of them.</summary>
    public string? Search { get; init; }

    /// <summary>Order.</summary>
    public LedgerOrder Order { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines on a page.</summary>
    public int PageSize { get; init; } = LedgerList.PageSize;
}

/// <summary>What stands in the book of a year: events of the year, and entries of registers that existed in it.</summary>
/// <param name="Types">Codes of the record types.</param>
/// <param name="Registers">Of these, registers.</param>
/// <param name="Year">The year.</param>
public sealed record KeptInYear(IReadOnlyList<string> Types, IReadOnlyList<string> Registers, Period Year);

/// <summary>One line of a list.</summary>
/// <param name="Record">The record; its values hold nothing the reader may not see.</param>
/// <param name="Body">Name of its body.</param>
/// <param name="Type">Its form, as it was written.</param>
/// <param name="Values">What it holds, without persons where the reader stands above.</param>
public sealed record LedgerRow(Record Record, string Body, RecordType Type, RecordValues Values)
{
    /// <summary>Code of its body; only in exports.</summary>
    public string? BodyCode { get; init; }
}

/// <summary>How many records of the filter there are, state by state (whatever the state asked for).</summary>
/// <param name="All">All but withdrawn ones.</param>
/// <param name="NotCounted">Not in the books.</param>
/// <param name="Waiting">待审核.</param>
/// <param name="Returned">已退回.</param>
public sealed record LedgerCounts(int All, int NotCounted, int Waiting, int Returned);

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Total">Lines on all pages.</param>
/// <param name="Counts">Numbers by state.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerRow> Rows, int Total, LedgerCounts Counts);

/// <summary>One line of the overview: a record type and how much was written this year.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">Records of the period.</param>
/// <param name="NotCounted">Of these, not in the books.</param>
/// <param name="LastDay">Newest day, or null.</param>
public sealed record LedgerOverviewRow(LedgerType Type, int Count, int NotCounted, DateOnly? LastDay)
{
    /// <summary>False where there are only records of it: of a body below, or of a form whose time is over.</summary>
    public bool IsOffered { get; init; } = true;
}

/// <summary>Reads lists of records: only what the reader may see.</summary>
public sealed class LedgerList(Db db, Visible visible, RecordTypeCatalogCache types, MeasureCatalogCache measures, SealedFields seal)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 50;

    /// <summary>One page of the records that fit the filter: three queries.</summary>
    public async Task<LedgerPage> ListAsync(LedgerFilter filter, CancellationToken cancel = default)
    {
        var catalog = await types.GetAsync(db, cancel);
        var all = Matching(filter);
        var counts = await CountAsync(all, cancel);
        var chosen = InState(all, filter.State);
        var total = filter.State switch
        {
            StateFilter.All => counts.All,
            StateFilter.Waiting => counts.Waiting,
            StateFilter.Returned => counts.Returned,
            StateFilter.NotCounted => counts.NotCounted,
            _ => await chosen.CountAsync(cancel),
        };
        var bodies = db.Organisations;
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + filter.PageSize - 1) / filter.PageSize));
        var found = await Ordered(chosen, filter.Order)
            .Skip((page - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(record => new { record, Body = bodies.Where(body => body.Id == record.OrganisationId).Select(body => body.Name).First() })
            .ToListAsync(cancel);
        return new([.. found.Select(row => Row(row.record, row.Body, catalog))], total, counts);
    }

    /// <summary>The records that fit a filter, in its order, for exports: read as a stream, a record at a time.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="revealed">True where persons were asked for in full, with a reason that is in the history.</param>
    /// <param name="cancel">Cancels.</param>
    public async IAsyncEnumerable<LedgerRow> StreamAsync(LedgerFilter filter, bool revealed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var catalog = await types.GetAsync(db, cancel);
        var bodies = db.Organisations;
        var found = Ordered(InState(Matching(filter), filter.State), filter.Order)
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { record, body.Name, body.Code });
        await foreach (var row in found.AsAsyncEnumerable().WithCancellation(cancel))
            yield return Row(row.record, row.Name, catalog, revealed) with { BodyCode = row.Code };
    }

    /// <summary>Every record type that is offered or has records, with what was written of it in a period, by the body at a path and below.</summary>
    public async Task<IReadOnlyList<LedgerOverviewRow>> OverviewAsync(string? path, Period period, CancellationToken cancel = default)
    {
        var catalog = await types.GetAsync(db, cancel);
        var rows = await InState(Matching(new() { Path = path, Period = period }), StateFilter.All)
            .GroupBy(record => record.TypeCode)
            .Select(group => new { group.Key, Count = group.Count(), NotCounted = group.Count(record => !record.Counted), Last = group.Max(record => record.Day) })
            .ToDictionaryAsync(row => row.Key, cancel);
        var offered = catalog.Offered(visible.Actor.Path).Select(type => type.Type.Code).ToHashSet(StringComparer.Ordinal);
        return [.. catalog.All.Where(type => offered.Contains(type.Type.Code) || rows.ContainsKey(type.Type.Code)).Select(type => rows.TryGetValue(type.Type.Code, out var row)
            ? new LedgerOverviewRow(type, row.Count, row.NotCounted, row.Last) { IsOffered = offered.Contains(type.Type.Code) }
            : new LedgerOverviewRow(type, 0, 0, null))];
    }

    /// <summary>
    /// What the records of one type that fit the filter have posted of the measure that takes the type's main number as it
    /// stands: 已计入168人次. Null where no measure does.
    /// </summary>
    public async Task<(Measure Measure, long Value)?> PostedAsync(LedgerFilter filter, CancellationToken cancel = default)
    {
        if (filter.Type is not { } code || (await types.GetAsync(db, cancel)).Find(code) is not { MainNumber: { } main } type)
            return null;
        var rule = type.Type.Posts.FirstOrDefault(post => post.Value.SingleCode == main.Code && post.Measure.Kind == DeclaredKind.Flow);
        if (rule is null || (await measures.GetAsync(db, cancel)).Find(rule.Measure.Code) is not { IsSensitive: false } measure)
            return null;
        var records = InState(Matching(filter), filter.State);
        // From the records to their facts: a village has few of both, its measure those of the nation.
        var value = await records
            .Join(db.Facts, record => new { record.Region, record.Id }, fact => new { fact.Region, Id = fact.SourceId }, (_, fact) => fact)
            .Where(fact => fact.MeasureId == measure.Id && fact.SourceKind == Base.RecordRef.Ledger)
            .SumAsync(fact => fact.Value, cancel);
        return (measure, value);
    }

    /// <summary>Register entries whose next visit is due by a day, soonest first.</summary>
    public async Task<IReadOnlyList<LedgerRow>> VisitsDueAsync(DateOnly by, int most, CancellationToken cancel = default)
    {
        var catalog = await types.GetAsync(db, cancel);
        var bodies = db.Organisations;
        var found = await visible.Of<Record>(Right.LedgerRead).AsNoTracking()
            .Where(record => !record.Withdrawn && record.Until == null && record.NextVisit != null && record.NextVisit <= by)
            .OrderBy(record => record.NextVisit).ThenBy(record => record.Id).Take(most)
            .Select(record => new { record, Body = bodies.Where(body => body.Id == record.OrganisationId).Select(body => body.Name).First() })
            .ToListAsync(cancel);
        return [.. found.Select(row => Row(row.record, row.Body, catalog))];
    }

    /// <summary>What the actor's own body wrote last.</summary>
    public Task<List<Record>> ListRecentAsync(int count, CancellationToken cancel = default) =>
        Own().OrderByDescending(record => record.UpdatedAt).ThenByDescending(record => record.Id).Take(count).ToListAsync(cancel);

    /// <summary>How many records of the actor's own body wait for acceptance before they count.</summary>
    public Task<int> CountNotCountedAsync(CancellationToken cancel = default) =>
        Own().CountAsync(record => record.Review == ReviewState.Waiting && !record.Counted, cancel);

    private IQueryable<Record> Own()
    {
        var own = visible.Actor.OrganisationId;
        return visible.Of<Record>(Right.LedgerRead).AsNoTracking().Where(record => record.OrganisationId == own && !record.Withdrawn);
    }

    private IQueryable<Record> Matching(LedgerFilter filter)
    {
        var records = visible.Of<Record>(Right.LedgerRead).AsNoTracking();
        if (filter.Type is { } type)
            records = records.Where(record => record.TypeCode == type);
        if (filter.Path is { } path && path != "/")
        {
            // The last step of a path is the body itself.
            var alone = OrganisationPath.Ids(path)[^1];
            records = filter.OwnOnly ? records.Where(record => record.OrganisationId == alone) : records.Below(db.Organisations, path);
        }
        if (filter.Period is { } period)
        {
            var (first, last) = (period.First, period.Last);
            records = records.Where(record => record.Day >= first && record.Day <= last);
        }
        if (filter.Kept is { } kept)
        {
            var (first, last) = (kept.Year.First, kept.Year.Last);
            records = records.Where(record => kept.Types.Contains(record.TypeCode) && record.Day <= last
                && (record.Day >= first || (kept.Registers.Contains(record.TypeCode) && (record.Until == null || record.Until >= first))));
        }
        var own = visible.Actor.OrganisationId;
        foreach (var word in Words(filter.Search))
        {
            // A whole ID or phone number is found by its index.
            var personal = seal.IndexOf(word)?.ToUpperInvariant() ?? word;
            records = records.Where(record => record.SearchText.Contains(word)
                || ((record.OrganisationId == own || record.EnteredByOrganisationId == own) && record.PersonalText.Contains(personal)));
        }
        return records;
    }

    private static IEnumerable<string> Words(string? search) =>
        (search ?? "").ToUpperInvariant().Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Take(5);

    private static IQueryable<Record> InState(IQueryable<Record> records, StateFilter state) => state switch
    {
        StateFilter.All => records.Where(record => !record.Withdrawn),
        StateFilter.Waiting => records.Where(record => !record.Withdrawn && record.Review == ReviewState.Waiting),
        StateFilter.Returned => records.Where(record => !record.Withdrawn && record.Review == ReviewState.Returned),
        StateFilter.Accepted => records.Where(record => !record.Withdrawn && (record.Review == ReviewState.Accepted || record.Review == ReviewState.NotNeeded)),
        StateFilter.NotCounted => records.Where(record => !record.Withdrawn && !record.Counted),
        StateFilter.Highlights => records.Where(record => !record.Withdrawn && record.HighlightText != null),
        StateFilter.Withdrawn => records.Where(record => record.Withdrawn),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static IQueryable<Record> Ordered(IQueryable<Record> records, LedgerOrder order) => order switch
    {
        LedgerOrder.Newest => records.OrderByDescending(record => record.Day).ThenByDescending(record => record.Id),
        LedgerOrder.Oldest => records.OrderBy(record => record.Day).ThenBy(record => record.Id),
        LedgerOrder.Updated => records.OrderByDescending(record => record.UpdatedAt).ThenByDescending(record => record.Id),
        LedgerOrder.Title => records.OrderBy(record => record.Title).ThenByDescending(record => record.Day).ThenBy(record => record.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private static async Task<LedgerCounts> CountAsync(IQueryable<Record> records, CancellationToken cancel)
    {
        var groups = await records.Where(record => !record.Withdrawn)
            .GroupBy(record => new { record.Review, record.Counted })
            .Select(group => new { group.Key.Review, group.Key.Counted, Count = group.Count() })
            .ToListAsync(cancel);
        return new(
            groups.Sum(group => group.Count),
            groups.Where(group => !group.Counted).Sum(group => group.Count),
            groups.Where(group => group.Review == ReviewState.Waiting).Sum(group => group.Count),
            groups.Where(group => group.Review == ReviewState.Returned).Sum(group => group.Count));
    }

    private LedgerRow Row(Record record, string body, RecordTypeCatalog catalog, bool revealed = false)
    {
        var type = catalog.Form(record).Type;
        return new(record, body, type, Persons.Shown(visible.Actor, record, type, catalog.Values(record), revealed));
    }
}
