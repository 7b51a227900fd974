using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>
/// The only way to query reception days: those of the own body, for who handles cases there herself. A booking without a case is
/// read by who booked it and by supervisors, one with a case by who may read the case; others see that a place is taken.
/// </summary>
public sealed class ReceptionAccess(Db db, CaseAccess access, WorkCalendar calendar, TimeProvider time)
{
    /// <summary>Days are reckoned so many months ahead.</summary>
    public const int MonthsAhead = 6;

    /// <summary>Who is looking.</summary>
    public Actor Actor => access.Actor;

    /// <summary>True where she handles cases of the body herself: programs and the command line do not.</summary>
    public bool MayHandle => access.Person is not null;

    /// <summary>True where she sets rule and days, and writes minutes.</summary>
    public bool MaySupervise => MayHandle && Actor.Has(Right.CaseSupervise);

    /// <summary>The last day that is reckoned.</summary>
    public DateOnly LastDay => time.Today().AddMonths(MonthsAhead);

    /// <summary>The rule of her body.</summary>
    public IQueryable<ReceptionRule> Rules => db.ReceptionRules.Where(rule => MayHandle && rule.OrganisationId == Actor.OrganisationId);

    /// <summary>The days of her body that have a row.</summary>
    public IQueryable<ReceptionDay> Days => db.ReceptionDays.Where(day => MayHandle && day.Region == Actor.Region && day.OrganisationId == Actor.OrganisationId);

    /// <summary>The bookings that she may read, withdrawn ones too.</summary>
    public IQueryable<ReceptionBooking> Readable => Among(access.Readable);

    /// <summary>The bookings on which she may act.</summary>
    public IQueryable<ReceptionBooking> Actable => Among(access.Cases);

    /// <summary>Days of her body, today or tomorrow, for which somebody is booked: for notices.</summary>
    public IQueryable<ReceptionDay> Soon
    {
        get
        {
            var (today, tomorrow, bookings) = (time.Today(), time.Today().AddDays(1), Booked);
            return Days.Where(day => day.Day >= today && day.Day <= tomorrow && bookings.Any(booking => booking.Region == day.Region && booking.DayId == day.Id));
        }
    }

    /// <summary>Places that are taken at her body: to be counted, not to be read.</summary>
    internal IQueryable<ReceptionBooking> Booked => OfBody.Where(booking => booking.WithdrawnAt == null);

    internal IQueryable<ReceptionBooking> OfBody => db.ReceptionBookings.Where(booking => MayHandle && booking.Region == Actor.Region && booking.OrganisationId == Actor.OrganisationId);

    /// <summary>A day: the one that has a row, or one that comes by the rule; null where there is none.</summary>
    internal async Task<ReceptionDay?> FindDayAsync(DateOnly day, CancellationToken cancel) =>
        await Days.SingleOrDefaultAsync(one => one.Day == day, cancel) ?? (await ScheduledAsync(cancel)).FirstOrDefault(one => one.Day == day);

    /// <summary>The days that come by the rule and have no row yet, in order.</summary>
    internal async Task<IReadOnlyList<ReceptionDay>> ScheduledAsync(CancellationToken cancel)
    {
        var today = time.Today();
        if (await Rules.AsNoTracking().SingleOrDefaultAsync(cancel) is not { DayOfMonth: { } dayOfMonth } rule)
            return [];
        var days = ReceptionSchedule.Of(dayOfMonth, new(today, LastDay), calendar).ToList();
        var firstMonth = Month.Of(today).Plus(-1).Number;
        var stored = await Days.AsNoTracking().Where(one => one.Month >= firstMonth || one.Day >= today).Select(one => new { one.Month, one.Day }).ToListAsync(cancel);
        return [.. days.Where(day => !stored.Exists(one => one.Month == day.Month.Number || one.Day == day.Date.Day))
            .Select(day => new ReceptionDay { Region = rule.Region, OrganisationId = rule.OrganisationId, Month = day.Month.Number, Day = day.Date.Day, Arrangement = rule.Usual })];
    }

    private IQueryable<ReceptionBooking> Among(IQueryable<Case> cases)
    {
        var (account, isSupervisor) = (access.Person, MaySupervise);
        return OfBody.Where(booking => booking.CaseId == null ? isSupervisor || booking.BookedBy == account : cases.Any(one => one.Region == booking.Region && one.Id == booking.CaseId));
    }
}
