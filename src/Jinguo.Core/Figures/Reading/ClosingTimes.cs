using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>When periods were closed for the bodies of a table: by themselves or by a body above.</summary>
internal sealed class ClosingTimes
{
    private readonly ILookup<int, (DateOnly Through, DateTime At)> closings;

    private ClosingTimes(ILookup<int, (DateOnly, DateTime)> closings) => this.closings = closings;

    /// <summary>Reads them in one statement; in none where no period has ended.</summary>
    public static async Task<ClosingTimes> LoadAsync(Db db, IEnumerable<FigureBody> bodies, IEnumerable<Span> spans, DateOnly today, DateTime? knownAt, CancellationToken cancel)
    {
        var ended = spans.Where(span => !span.IsComparison && MayBeClosed(span.Period) && ClosedDays.MayBeClosed(span.Period.Last, today)).Select(span => span.Period.Last).ToList();
        if (ended.Count == 0)
            return new(Array.Empty<(int, DateOnly, DateTime)>().ToLookup(one => one.Item1, one => (one.Item2, one.Item3)));
        var (first, instant) = (ended.Min(), knownAt ?? DateTime.MaxValue);
        var ids = bodies.SelectMany(body => OrganisationPath.Ids(body.Path)).Distinct().ToList();
        var found = await db.Closings
            .Where(closing => ids.Contains(closing.OrganisationId) && closing.Through >= first && closing.At <= instant && (closing.ReopenedAt == null || closing.ReopenedAt > instant))
            .Select(closing => new { closing.OrganisationId, closing.Through, closing.At })
            .Prepared().ToListAsync(cancel);
        return new(found.ToLookup(one => one.OrganisationId, one => (one.Through, one.At)));
    }

    /// <summary>When the whole period was first closed for a body; null where it is open, or not made of whole months.</summary>
    public DateTime? At(FigureBody body, Period period) => closings.Count == 0 || !MayBeClosed(period)
        ? null
        : OrganisationPath.Ids(body.Path).SelectMany(id => closings[id]).Where(one => one.Through >= period.Last).Select(one => (DateTime?)one.At).Min();

    // When a part of a month was last posted to is not known from sums.
    private static bool MayBeClosed(Period period) => period.BeginsWithMonth && period.EndsWithMonth;
}
