using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>Which bodies below are listed.</summary>
public enum TermFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>换届逾期.</summary>
    Overdue,

    /// <summary>一年内换届.</summary>
    Soon,

    /// <summary>有缺额.</summary>
    Vacant,

    /// <summary>没有现任的一届.</summary>
    None,
}

/// <summary>A body with its standing term.</summary>
/// <param name="Id">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">第几届; null where no term stands.</param>
/// <param name="Due">When 换届 is due; null where no term stands.</param>
/// <param name="LeadersVacant">Seats of chair and vice chairs that nobody holds.</param>
/// <param name="ExecutivesVacant">Seats of the executive committee that nobody holds.</param>
public sealed record BodyTerm(int Id, string Name, int? Number, DateOnly? Due, int LeadersVacant, int ExecutivesVacant);

/// <summary>How many bodies each filter would list.</summary>
public sealed record TermCounts(int All, int Overdue, int Soon, int Vacant, int None)
{
    /// <summary>The number of a filter.</summary>
    public int this[TermFilter filter] => filter switch
    {
        TermFilter.Overdue => Overdue,
        TermFilter.Soon => Soon,
        TermFilter.Vacant => Vacant,
        TermFilter.None => None,
        _ => All,
    };
}

/// <summary>换届 and vacancies of the bodies below one, for a superior: a page and its counts, whatever the size of the tree.</summary>
public sealed class TermList(Db db, Visible visible, TimeProvider time)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many of the bodies below are due, have vacancies or no term.</summary>
    public async Task<TermCounts> CountAsync(Organisation top, Level? level, CancellationToken cancel = default)
    {
        var (today, soon) = Days();
        return await Rows(top, level).GroupBy(_ => 1)
            .Select(all => new TermCounts(
                all.Count(),
                all.Count(row => row.Due < today),
                all.Count(row => row.Due >= today && row.Due <= soon),
                all.Count(row => row.LeadersVacant > 0 || row.ExecutivesVacant > 0),
                all.Count(row => row.Due == null)))
            .SingleOrDefaultAsync(cancel) ?? new(0, 0, 0, 0, 0);
    }

    /// <summary>A page of the bodies below, in the tree's order.</summary>
    /// <param name="top">The body above, within the reader's reach.</param>
    /// <param name="level">Only bodies of this level; null for all.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<BodyTerm>> ListAsync(Organisation top, Level? level, TermFilter filter, int page, CancellationToken cancel = default)
    {
        var (today, soon) = Days();
        var rows = Rows(top, level);
        rows = filter switch
        {
            TermFilter.Overdue => rows.Where(row => row.Due < today),
            TermFilter.Soon => rows.Where(row => row.Due >= today && row.Due <= soon),
            TermFilter.Vacant => rows.Where(row => row.LeadersVacant > 0 || row.ExecutivesVacant > 0),
            TermFilter.None => rows.Where(row => row.Due == null),
            _ => rows,
        };
        var found = await rows.OrderBy(row => row.Path).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return [.. found.Select(row => new BodyTerm(row.Id, row.Name, row.Number, row.Due, row.LeadersVacant ?? 0, row.ExecutivesVacant ?? 0))];
    }

    private (DateOnly Today, DateOnly Soon) Days() => (time.Today(), time.Today().AddYears(1));

    private IQueryable<Row> Rows(Organisation top, Level? level)
    {
        OrganisationKind[] kinds = [.. Enum.GetValues<OrganisationKind>().Where(TermRules.HaveTerms)];
        var bodies = visible.Organisations(Right.PostRead).Within(top.Path).Where(body => body.Id != top.Id && body.ValidTo == null && kinds.Contains(body.Kind));
        if (level is { } only)
            bodies = bodies.Where(body => body.Level == only);
        return bodies.LeftJoin(db.Terms.Where(term => term.Ended == null), body => body.Id, term => term.OrganisationId, (body, term) => new Row
        {
            Id = body.Id,
            Name = body.Name,
            Path = body.Path,
            Number = term == null ? null : term.Number,
            Due = term == null ? null : term.Due,
            LeadersVacant = term == null ? null : term.LeadersVacant,
            ExecutivesVacant = term == null ? null : term.ExecutivesVacant,
        });
    }

    private sealed class Row
    {
        public int Id { get; init; }

        public required string Name { get; init; }

        public required string Path { get; init; }

        public int? Number { get; init; }

        public DateOnly? Due { get; init; }

        public int? LeadersVacant { get; init; }

        public int? ExecutivesVacant { get; init; }
    }
}
