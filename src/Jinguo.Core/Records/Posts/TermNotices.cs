using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>换届 that is overdue or due soon: of the own body and of those directly below.</summary>
public sealed class TermNotices(Db db, Visible visible) : INoticeSource
{
    /// <inheritdoc/>
    public NoticeKind Kind => NoticeKind.Term;

    /// <inheritdoc/>
    public IQueryable<NoticeMark>? Marks(NoticeDays days)
    {
        var today = days.Today;
        var (bodies, terms) = (Bodies(), Due(days));
        return visible.Actor.Has(Right.PostWrite)
            ? bodies.Join(terms, body => body.Id, term => term.OrganisationId, (body, term) => new NoticeMark { Kind = (int)NoticeKind.Term, Group = term.Due < today ? (int)NoticeGroup.Overdue : (int)NoticeGroup.Soon })
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel)
    {
        var rows = await Bodies().Join(Due(days), body => body.Id, term => term.OrganisationId, (body, term) => new { body.Id, body.Name, body.Path, term.Due })
            .OrderBy(row => row.Due).ThenBy(row => row.Path).Take(most)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Notice(NoticeKind.Term, row.Due < days.Today ? NoticeGroup.Overdue : NoticeGroup.Soon, $"{row.Id}", row.Name) { Due = row.Due })];
    }

    private IQueryable<Organisation> Bodies()
    {
        var own = visible.Actor.OrganisationId;
        return visible.Organisations(Right.PostWrite).Where(body => (body.Id == own || body.ParentId == own) && body.ValidTo == null);
    }

    private IQueryable<Term> Due(NoticeDays days)
    {
        var soon = days.TermSoon;
        return db.Terms.AsNoTracking().Where(term => term.Ended == null && term.Due <= soon);
    }
}
