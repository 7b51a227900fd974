using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>Keeps on each case by when something must be done, so that lists are ordered by it.</summary>
public sealed class CaseDues(Db db, CaseWords words, WorkCalendar calendar)
{
    /// <summary>Reckons a case anew, in the transaction of the act; entries that the act adds count.</summary>
    public async Task SetAsync(Case one, CancellationToken cancel = default)
    {
        await db.CaseEntries.Where(line => line.CaseId == one.Id).LoadAsync(cancel);
        Set(one, db.CaseEntries.Local.Where(line => line.CaseId == one.Id));
    }

    /// <summary>Reckons anew the cases that an earlier table of holidays left provisional. Run at the start, when a new table may be there.</summary>
    /// <param name="most">Most cases of one transaction.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many; 0 when none is left.</returns>
    public async Task<int> RefreshAsync(int most, CancellationToken cancel = default)
    {
        var version = calendar.Version;
        var stale = db.Cases.Where(one => one.IsProvisional && one.Calendar != version);
        // Nearly every start finds none, and then writes nothing.
        if (!await stale.AnyAsync(cancel))
            return 0;
        await using var write = await db.BeginWriteAsync(cancel);
        var old = await stale.OrderBy(one => one.Id).Take(most).ToListAsync(cancel);
        var ids = old.ConvertAll(one => one.Id);
        var courses = (await db.CaseEntries.AsNoTracking().Where(line => ids.Contains(line.CaseId)).ToListAsync(cancel)).ToLookup(line => line.CaseId);
        foreach (var one in old)
            Set(one, courses[one.Id]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return old.Count;
    }

    private void Set(Case one, IEnumerable<CaseEntry> course)
    {
        var clocks = CaseClocks.Of(one, course, words);
        var pressing = one.Stage == CaseStage.Archived ? null : CaseClocks.Pressing(clocks, calendar);
        (one.DueAt, one.DueRule) = (pressing?.EndsAt, pressing?.Clock.Rule.Code);
        if (one.ClosedAt is null && one.NextStepDue is { } next && !(one.DueAt < China.EndOf(next)))
            (one.DueAt, one.DueRule) = (China.EndOf(next), null);
        one.IsProvisional = clocks.Any(clock => clock.DoneAt is null && Deadline.Of(clock, calendar).InForce.IsProvisional);
        one.Calendar = calendar.Version;
    }
}
