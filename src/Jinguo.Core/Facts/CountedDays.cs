using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>On which days something stands in the books of one body: for a record module that is to count the same from a day on.</summary>
public static class CountedDays
{
    /// <summary>The last day, from a day on, to which records of other kinds count a measure at a body itself; null where none does.</summary>
    /// <param name="db">The database.</param>
    /// <param name="measure">Code of the measure.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="from">The first day asked for.</param>
    /// <param name="exceptKind">The kind of records that are left out (<see cref="Base.RecordRef"/>).</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<DateOnly?> LastAsync(Db db, string measure, int organisationId, DateOnly from, string exceptKind, CancellationToken cancel = default)
    {
        var measures = db.Measures;
        return await db.Facts.Where(fact => fact.OrganisationId == organisationId && fact.Day >= from && fact.SourceKind != exceptKind && measures.Any(one => one.Id == fact.MeasureId && one.Code == measure))
            .GroupBy(fact => fact.Day).Where(day => day.Sum(fact => fact.Value) != 0).Select(day => (DateOnly?)day.Key)
            .OrderByDescending(day => day).FirstOrDefaultAsync(cancel);
    }
}
