using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Notices;

/// <summary>提醒: what waits for the reader's body, in four groups; each line leads to where it is done.</summary>
[Needs(Right.Basic)]
public sealed class IndexModel(NoticeBoard board, Actor actor) : PageModel
{
    private IReadOnlyList<Notice> notices = [];

    public DateOnly Today => board.Days.Today;

    public NoticeCounts Counts { get; private set; } = NoticeCounts.None;

    public bool MayRecord => actor.Has(Right.LedgerWrite);

    public bool MaySetHook => actor.Has(Right.NoticeHookManage);

    /// <summary>The groups of which there is something.</summary>
    public IEnumerable<NoticeGroup> Groups => NoticeWords.Groups.Where(group => Counts[group] > 0);

    /// <summary>Kinds of which more waits than is listed here.</summary>
    public IEnumerable<NoticeKind> Longer => Counts.All.Select(one => one.Kind).Distinct().Order().Where(kind => Counts[kind] > Of(kind).Sum(notice => notice.Count));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (actor.OrganisationId == 0)
            return;
        Counts = await board.CountAsync(cancel);
        notices = await board.ListAsync([], cancel);
    }

    /// <summary>The lines of a group.</summary>
    public IEnumerable<Notice> Of(NoticeGroup group) => notices.Where(notice => notice.Group == group);

    private IEnumerable<Notice> Of(NoticeKind kind) => notices.Where(notice => notice.Kind == kind);
}
