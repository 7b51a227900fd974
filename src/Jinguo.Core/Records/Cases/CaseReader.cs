using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases.Limits;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>Which cases are listed.</summary>
public enum CaseFilter
{
    /// <summary>Not yet closed.</summary>
    Open = 1,

    /// <summary>Those that the reader handles or is offered, not yet closed.</summary>
    Mine,

    /// <summary>Closed, not archived.</summary>
    Closed,

    /// <summary>Archived.</summary>
    Archived,
}

/// <summary>A case in a list: nobody's name is in it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">安妇访〔2026〕083号.</param>
/// <param name="Handler">Name of who handles it.</param>
public sealed record CaseLine(Case Case, string Number, string Handler);

/// <summary>A line of the course of a case.</summary>
/// <param name="Entry">The row.</param>
/// <param name="Text">What was done.</param>
/// <param name="StruckReason">Why it was struck out, or null.</param>
public sealed record CaseEntryView(CaseEntry Entry, string Text, string? StruckReason)
{
    /// <summary>What kind of line it is.</summary>
    public string Kind => Entry.Act?.Name() ?? Entry.Step?.Name() ?? (Entry.Id == Entry.CaseId ? "登记" : "经过");

    /// <summary>What it tells besides its words: 有效3个月, 满意; null where there is nothing.</summary>
    public string? Detail => Entry.Months is { } months ? $"有效{months}个月" : Entry.Satisfaction?.Name();
}

/// <summary>What happened to a clock, with its reason.</summary>
/// <param name="Change">The row.</param>
/// <param name="Reason">Why.</param>
public sealed record ClockChangeView(CaseClockChange Change, string Reason);

/// <summary>A case with what belongs on its page.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Handler">Name of who handles it.</param>
/// <param name="Offered">Name of who is asked to take it over, or null.</param>
/// <param name="Texts">What it tells about people, masked unless it was asked for in full.</param>
/// <param name="Course">Its course, the newest first.</param>
/// <param name="Colleagues">Who else of the body handles cases.</param>
public sealed record CaseView(Case Case, string Number, string Handler, string? Offered, IReadOnlyDictionary<CaseField, string> Texts, IReadOnlyList<CaseEntryView> Course, IReadOnlyList<(Guid Id, string Name)> Colleagues)
{
    /// <summary>What happened to its clocks, the oldest first; of a minor's case, who may not read it sees as supervisor what waits for her.</summary>
    public IReadOnlyList<ClockChangeView> Changes { get; init; } = [];

    /// <summary>The limits of its body's own.</summary>
    public IReadOnlyList<CaseLimit> Limits { get; init; } = [];

    /// <summary>True where the reader may act on it; who reads it for a review may not.</summary>
    public bool MayAct { get; init; }

    /// <summary>True where it is about a minor, or archived, and the reader has no approval: then neither texts nor course are in it (<see cref="Looking.CaseOpeningService.AskAsync"/>).</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>A text, or null.</summary>
    public string? this[CaseField field] => Texts.GetValueOrDefault(field);
}

/// <summary>Reads cases. Every look at one is in the trail.</summary>
public sealed class CaseReader(Db db, CaseAccess access, CaseSeal seal, ChangeLog changes)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    private static readonly CaseStage[] Closed = [.. Enum.GetValues<CaseStage>().Where(stage => CaseFlow.IsClosed(stage) && stage != CaseStage.Archived)];

    /// <summary>Since when the reader's body handles cases, and under which prefix; null where it does not.</summary>
    public Task<CaseOffice?> FindOfficeAsync(CancellationToken cancel = default) =>
        db.CaseOffices.AsNoTracking().SingleOrDefaultAsync(office => office.OrganisationId == access.Actor.OrganisationId, cancel);

    /// <summary>A page of cases, what is due soonest first, then the newest.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Most on a page.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<PageOf<CaseLine>> ListAsync(CaseFilter filter, int page, int size = PageSize, CancellationToken cancel = default)
    {
        if (await FindOfficeAsync(cancel) is not { } office)
            return new([], 0);
        var account = access.Actor.AccountId;
        var cases = access.InHand.AsNoTracking();
        cases = filter switch
        {
            CaseFilter.Archived => cases.Where(one => one.Stage == CaseStage.Archived),
            CaseFilter.Closed => cases.Where(one => Closed.Contains(one.Stage)),
            CaseFilter.Mine => cases.Where(one => one.ClosedAt == null && (one.Handler == account || one.OfferedTo == account)),
            _ => cases.Where(one => one.ClosedAt == null),
        };
        var total = await cases.CountAsync(cancel);
        var found = cases.OrderBy(one => one.DueAt == null).ThenBy(one => one.DueAt).ThenByDescending(one => one.ReceivedAt).ThenBy(one => one.Id)
            .Skip((Math.Max(page, 1) - 1) * size).Take(size);
        return new(await LinesAsync(found, office, cancel), total);
    }

    /// <summary>A case on which she may act as lists show it, so without a line in the trail; null where there is none.</summary>
    public async Task<CaseLine?> FindAsync(Guid id, CancellationToken cancel = default) => await FindOfficeAsync(cancel) is { } office
        ? (await LinesAsync(access.InHand.AsNoTracking().Where(one => one.Id == id), office, cancel)).SingleOrDefault()
        : null;

    /// <summary>Opens a case; null where there is none that she may see. The look is in the trail.</summary>
    /// <param name="id">The case.</param>
    /// <param name="fullFor">Why who she is must be seen in full; null shows it masked, and to a program it always is.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<CaseView?> OpenAsync(Guid id, string? fullFor, CancellationToken cancel = default)
    {
        var (cases, reason) = access.IsProgram ? (access.InHand, null) : (access.Readable, fullFor);
        if (await ReadAsync(cases, id, reason is not null, cancel) is not { } view)
            return null;
        await CaseLooks.WriteAsync(db, changes, access.Actor, (view.Case.Region, view.Case.OrganisationId, view.Case.Id), view.NeedsApproval ? null : reason, cancel);
        return view;
    }

    private async Task<List<CaseLine>> LinesAsync(IQueryable<Case> cases, CaseOffice office, CancellationToken cancel)
    {
        var accounts = db.Accounts;
        var lines = await cases.Select(one => new { Case = one, Handler = accounts.Where(colleague => colleague.Id == one.Handler).Select(colleague => colleague.Name).FirstOrDefault() }).ToListAsync(cancel);
        return lines.ConvertAll(line => new CaseLine(line.Case, office.NumberOf(line.Case), line.Handler ?? ""));
    }

    /// <summary>Reads a case; the caller writes the look into the trail before she hands anything of it out.</summary>
    internal Task<CaseView?> ReadAsync(Guid id, bool isFull, CancellationToken cancel) => ReadAsync(access.Readable, id, isFull, cancel);

    private async Task<CaseView?> ReadAsync(IQueryable<Case> cases, Guid id, bool isFull, CancellationToken cancel)
    {
        var (offices, limits, changes) = (db.CaseOffices, db.CaseLimits, db.CaseClockChanges);
        var found = await cases.AsNoTracking().Where(one => one.Id == id).Select(one => new
        {
            Case = one,
            Office = offices.First(office => office.OrganisationId == one.OrganisationId),
            Limits = limits.Where(limit => limit.OrganisationId == one.OrganisationId).ToList(),
            Changes = changes.Where(change => change.Region == one.Region && change.CaseId == one.Id).OrderBy(change => change.AskedAt).ThenBy(change => change.Id).ToList(),
        }).SingleOrDefaultAsync(cancel);
        if (found is not { Case: { } one, Office: { } office })
            return null;
        var mayRead = await access.MayReadTextsAsync(one, cancel);
        isFull = isFull && mayRead;
        var texts = (await db.CaseTexts.AsNoTracking().Where(text => text.Region == one.Region && text.CaseId == id && mayRead).ToListAsync(cancel)).ToDictionary(text => text.Field, seal.Open);
        var course = await db.CaseEntries.AsNoTracking().Where(entry => entry.Region == one.Region && entry.CaseId == id && mayRead).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).ToListAsync(cancel);
        var mayJudge = access.MayAct(one) && access.Actor.Has(Right.CaseSupervise);
        var told = found.Changes.FindAll(change => mayRead || (mayJudge && change.State == ClockChangeState.Waiting));
        var colleagues = await CaseHandlers.Of(db, one.OrganisationId).OrderBy(colleague => colleague.Name).Select(colleague => new { colleague.Id, colleague.Name }).ToListAsync(cancel);
        return new(
            one,
            office.NumberOf(one),
            colleagues.Find(colleague => colleague.Id == one.Handler)?.Name ?? "",
            colleagues.Find(colleague => colleague.Id == one.OfferedTo)?.Name,
            isFull ? texts : texts.ToDictionary(text => text.Key, text => CaseMasks.Of(text.Key, text.Value)),
            [.. course.Select(entry => new CaseEntryView(entry, seal.OpenEntry(entry.Id, entry.Sealed), entry.StruckReason is { } reason ? seal.OpenEntry(entry.Id, reason) : null))],
            access.MayAct(one) ? [.. colleagues.Select(colleague => (colleague.Id, colleague.Name))] : [])
        {
            Changes = told.ConvertAll(change => new ClockChangeView(change, seal.OpenReason(change))),
            Limits = found.Limits,
            MayAct = access.MayAct(one),
            NeedsApproval = !mayRead,
        };
    }
}
