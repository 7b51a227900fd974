using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages;

/// <summary>工作台: what is due, this year's figures, the bodies below or the own last records. An administrator sees bodies and accounts.</summary>
[Needs(Right.Basic)]
public sealed class IndexModel(FigureBook book, MeasureChoices choices, NoticeBoard notices, LedgerList ledgers, Administration administration, SecurityDesk security, FirstOfficers officers, TrailAudit audit, BackupTrail backups, BackupSchedule schedule, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Rows of a list before the rest is elsewhere.</summary>
    public const int MostRows = 8;

    // What is listed here; of the others the panel says how many there are.
    private static readonly NoticeKind[] Daily = [NoticeKind.Review, NoticeKind.Circular, NoticeKind.Returned, NoticeKind.Visit, NoticeKind.Case, NoticeKind.Table, NoticeKind.Term];

    public DateOnly Today { get; } = time.Today();

    /// <summary>This year's main figures, this year as a whole and then month by month; null without the right or without main figures.</summary>
    public FigureTable? Table { get; private set; }

    public IReadOnlyList<FigureColumn> Columns { get; private set; } = [];

    /// <summary>The first months of the year up to now.</summary>
    public int Months => Today.Month;

    /// <summary>Which of the main figures is shown month by month: the first with a number that is no state.</summary>
    public int Monthly { get; private set; } = -1;

    public IReadOnlyDictionary<int, DateTime> NewestBelow { get; private set; } = new Dictionary<int, DateTime>();

    /// <summary>What waits of the daily kinds; null without the right to see records.</summary>
    public IReadOnlyList<Notice>? Duties { get; private set; }

    /// <summary>How much waits of every kind.</summary>
    public NoticeCounts Waiting { get; private set; } = NoticeCounts.None;

    /// <summary>Own records that wait for acceptance before they count.</summary>
    public int NotCounted { get; private set; }

    /// <summary>How much waits of the kinds that the panel does not list.</summary>
    public int Elsewhere => Waiting.Total - Daily.Sum(kind => Waiting[kind]);

    /// <summary>Bodies directly below with records to review, the longest waiting first.</summary>
    public IReadOnlyList<Notice> ToReview => Of(NoticeKind.Review);

    /// <summary>The body's own last records, where nothing is below it.</summary>
    public IReadOnlyList<Record> Recent { get; private set; } = [];

    /// <summary>Bodies and accounts; null for everybody but administrators.</summary>
    public AdministrationCounts? Kept { get; private set; }

    /// <summary>Which of the three administrators her body lacks; empty for everybody but system administrators.</summary>
    public IReadOnlyList<Role> MissingOfficers { get; private set; } = [];

    /// <summary>Requests that wait and accounts that are locked; null for everybody but security administrators.</summary>
    public (int Requests, int Locked)? Guarded { get; private set; }

    /// <summary>How the trail stands; null for everybody but audit administrators.</summary>
    public TrailState? Trail { get; private set; }

    /// <summary>How backups stand; null for everybody but system administrators of the whole installation.</summary>
    public BackupState? Backups { get; private set; }

    public BackupSchedule Schedule => schedule;

    /// <summary>True where there is no good backup, or none of late.</summary>
    public bool LacksBackup => Backups is { } state && (state.Made is null || state.Made.At + BackupSchedule.Worrying < time.Instant());

    public string PersonName => actor.Name;

    public bool MayRecord => actor.Has(Right.LedgerWrite);

    public bool MayManageBodies => actor.Has(Right.OrganisationManage);

    /// <summary>True when she serves no body: her account has no role.</summary>
    public bool ServesNobody => actor.OrganisationId == 0;

    public int WaitingOf(int organisationId) => ToReview.FirstOrDefault(body => body.Key == $"{organisationId}")?.Count ?? 0;

    /// <summary>What waits of a kind.</summary>
    public IReadOnlyList<Notice> Of(NoticeKind kind) => [.. Duties!.Where(notice => notice.Kind == kind)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (ServesNobody)
            return;
        Waiting = await notices.CountAsync(cancel);
        if (actor.Has(Right.LedgerRead))
            (Duties, NotCounted) = (await notices.ListAsync(Daily, cancel), await ledgers.CountNotCountedAsync(cancel));
        if (actor.Has(Right.FigureRead))
            await ReadFiguresAsync(cancel);
        if (actor.Has(Right.LedgerRead) && Table?.Own is null)
            Recent = await ledgers.ListRecentAsync(MostRows, cancel);
        if (actor.Has(Right.AccountManage))
            (Kept, MissingOfficers) = (await administration.CountAsync(cancel), await officers.MissingAsync(actor.Path, cancel));
        if (actor.KeepsInstallation)
            Backups = await backups.ReadAsync(cancel);
        if (actor.Has(Right.TrailRead))
            Trail = await audit.ReadAsync(cancel);
        if (actor.Has(Right.AccountApprove))
            Guarded = (Waiting[NoticeKind.Request], await security.CountLockedAsync(cancel));
    }

    private async Task ReadFiguresAsync(CancellationToken cancel)
    {
        var keys = await choices.ListMainAsync(cancel);
        var year = Period.Year(Today.Year);
        IReadOnlyList<Period> periods = [year, .. Enumerable.Range(1, Months).Select(month => Period.OfMonth(Today.Year, month))];
        var read = await book.ReadAsync(new(actor.OrganisationId, keys, periods) { WithChildren = true, WithYearBefore = true }, cancel);
        if (!read.Done || keys.Count == 0)
            return;
        Table = read.Value;
        Columns = [.. Table.Total.Figures.Select(figure => new FigureColumn(figure))];
        var flows = Table.Total.Figures.Where(figure => !figure.IsNone && figure.Heading is { IsState: false, IsRatio: false }).ToList();
        // Persons say more than numbers of events, where both are kept.
        Monthly = Table.Total.Figures.ToList().IndexOf(flows.Find(figure => figure.Heading.Unit.StartsWith('人')) ?? flows.FirstOrDefault()!);
        if (Table.Own is not null)
            NewestBelow = await book.NewestBelowAsync(actor.OrganisationId, year.UpTo(Today), cancel);
    }
}
