using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>A reception day in a list.</summary>
/// <param name="Day">The day; without a row where nothing was booked or changed.</param>
/// <param name="Booked">How many are booked.</param>
public sealed record ReceptionDayLine(ReceptionDay Day, int Booked)
{
    /// <summary>暂定: holidays that are not announced yet may still move it.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>True for a stored day by the rule that holidays announced meanwhile have made a rest day: it is to be moved.</summary>
    public bool IsRestDay { get; init; }

    /// <summary>True where minutes are final.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>A booking that the reader may read.</summary>
/// <param name="Booking">The row.</param>
/// <param name="CaseNumber">Number of its case, or null.</param>
/// <param name="Name">The visitor's name, masked unless printed; null where there is a case.</param>
/// <param name="Phone">Her telephone, likewise, or null.</param>
/// <param name="Matter">What it is about, or null.</param>
/// <param name="Said">What the leader said, where there is no case; or null.</param>
/// <param name="WithdrawnReason">Why it was withdrawn, or null.</param>
public sealed record BookingView(ReceptionBooking Booking, string? CaseNumber, string? Name, string? Phone, string? Matter, string? Said, string? WithdrawnReason);

/// <summary>A reception day with what the reader may read of its bookings.</summary>
/// <param name="Line">The day.</param>
/// <param name="Reason">Why it was moved or cancelled, or null.</param>
/// <param name="Bookings">The bookings that she may read, by place; withdrawn ones last.</param>
/// <param name="Most">Most bookings of a day.</param>
public sealed record ReceptionDayView(ReceptionDayLine Line, string? Reason, IReadOnlyList<BookingView> Bookings, int Most)
{
    /// <summary>How many places are taken by bookings that she may not read.</summary>
    public int Others => Line.Booked - Bookings.Count(one => one.Booking.WithdrawnAt is null);
}

/// <summary>Minutes as supervisors read them.</summary>
/// <param name="Minutes">The row.</param>
/// <param name="Receivers">Who received.</param>
/// <param name="Agreed">What was agreed.</param>
/// <param name="Addenda">What was added once it was final, the oldest first.</param>
public sealed record MinutesView(ReceptionMinutes Minutes, string Receivers, string Agreed, IReadOnlyList<(ReceptionAddendum Addendum, string Text)> Addenda);

/// <summary>Reads reception days. Who is booked is shown masked; in full it is printed, which is in the trail.</summary>
public sealed class ReceptionReader(Db db, ReceptionAccess reception, ReceptionWriting writing, CaseSeal seal, WorkCalendar calendar, TimeProvider time)
{
    /// <summary>Past days on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The rule of the reader's body, or null.</summary>
    public Task<ReceptionRule?> FindRuleAsync(CancellationToken cancel = default) => reception.Rules.AsNoTracking().SingleOrDefaultAsync(cancel);

    /// <summary>Today and the days that come, in order; cancelled ones too.</summary>
    public async Task<IReadOnlyList<ReceptionDayLine>> ListComingAsync(CancellationToken cancel = default)
    {
        var today = time.Today();
        var stored = await LinesAsync(reception.Days.Where(day => day.Day >= today).OrderBy(day => day.Day), cancel);
        return [.. stored.Concat((await reception.ScheduledAsync(cancel)).Select(day => LineOf(day, booked: 0, isFinal: false))).OrderBy(line => line.Day.Day)];
    }

    /// <summary>A page of days that are over and have a row, the latest first.</summary>
    public async Task<PageOf<ReceptionDayLine>> ListPastAsync(int page, CancellationToken cancel = default)
    {
        var today = time.Today();
        var past = reception.Days.Where(day => day.Day < today);
        return new(await LinesAsync(past.OrderByDescending(day => day.Day).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize), cancel), await past.CountAsync(cancel));
    }

    /// <summary>A day; null where there is none at the reader's body.</summary>
    public Task<ReceptionDayView?> OpenAsync(DateOnly day, CancellationToken cancel = default) => ReadAsync(day, isFull: false, cancel);

    /// <summary>登记表 of a day: who is booked, in full. The print is in the trail. Null where there is no such day, or nobody is booked of whom she may read.</summary>
    public async Task<ReceptionDayView?> PrintAsync(DateOnly day, CancellationToken cancel = default)
    {
        if (await ReadAsync(day, isFull: true, cancel) is not { } view || !view.Bookings.Any(one => one.Booking.WithdrawnAt is null))
            return null;
        await using var write = await db.BeginWriteAsync(cancel);
        writing.Log(view.Line.Day, "reception.printed", new FieldChange("seats", null, string.Join('、', view.Bookings.Where(one => one.Booking.WithdrawnAt is null).Select(one => one.Booking.Sequence))));
        await write.CommitAsync(cancel);
        return view;
    }

    /// <summary>A booking with its day; null where there is none that she may read.</summary>
    public async Task<(BookingView Booking, ReceptionDayLine Day)?> OpenBookingAsync(Guid id, CancellationToken cancel = default)
    {
        if (await BookingsAsync(reception.Readable.Where(one => one.Id == id), isFull: false, cancel) is not [var booking])
            return null;
        return (booking, (await LinesAsync(reception.Days.Where(day => day.Id == booking.Booking.DayId), cancel))[0]);
    }

    /// <summary>True where she may act on a booking, not only read it.</summary>
    public Task<bool> MayActAsync(Guid id, CancellationToken cancel = default) => reception.Actable.AnyAsync(one => one.Id == id, cancel);

    /// <summary>The minutes of a day, for a supervisor; null where there are none.</summary>
    public async Task<MinutesView?> FindMinutesAsync(ReceptionDay day, CancellationToken cancel = default)
    {
        if (!reception.MaySupervise || !await reception.Days.AnyAsync(one => one.Id == day.Id, cancel) || await db.ReceptionMinutes.AsNoTracking().SingleOrDefaultAsync(one => one.Region == day.Region && one.DayId == day.Id, cancel) is not { } minutes)
            return null;
        var addenda = await db.ReceptionAddenda.AsNoTracking().Where(one => one.Region == day.Region && one.DayId == day.Id).OrderBy(one => one.WrittenAt).ThenBy(one => one.Id).ToListAsync(cancel);
        return new(minutes, seal.OpenWords(ReceptionSeal.Receivers, day.Id, minutes.Receivers), seal.OpenWords(ReceptionSeal.Agreed, day.Id, minutes.Agreed),
            addenda.ConvertAll(one => (one, seal.OpenWords(ReceptionSeal.Addendum, one.Id, one.Sealed))));
    }

    private async Task<ReceptionDayView?> ReadAsync(DateOnly date, bool isFull, CancellationToken cancel)
    {
        if (await reception.FindDayAsync(date, cancel) is not { } day || await FindRuleAsync(cancel) is not { } rule)
            return null;
        var line = day.IsStored ? (await LinesAsync(reception.Days.Where(one => one.Id == day.Id), cancel))[0] : LineOf(day, booked: 0, isFinal: false);
        var bookings = day.IsStored ? await BookingsAsync(reception.Readable.Where(one => one.DayId == day.Id), isFull, cancel) : [];
        return new(line, seal.OpenAny(ReceptionSeal.DayReason, day.Id, day.Reason), bookings, rule.MostBookings);
    }

    private async Task<List<ReceptionDayLine>> LinesAsync(IQueryable<ReceptionDay> days, CancellationToken cancel)
    {
        var (booked, minutes) = (reception.Booked, db.ReceptionMinutes);
        var rows = await days.AsNoTracking().Select(day => new { day, Booked = booked.Count(one => one.Region == day.Region && one.DayId == day.Id), IsFinal = minutes.Any(one => one.Region == day.Region && one.DayId == day.Id && one.FinalAt != null) }).ToListAsync(cancel);
        return rows.ConvertAll(row => LineOf(row.day, row.Booked, row.IsFinal));
    }

    private ReceptionDayLine LineOf(ReceptionDay day, int booked, bool isFinal)
    {
        var isByRule = day is { Month: not null, MovedFrom: null, CancelledAt: null } && day.Day >= time.Today();
        return new(day, booked)
        {
            IsProvisional = isByRule && calendar.WorkingDayFrom(day.Day).IsProvisional,
            IsRestDay = isByRule && !calendar.IsWorkingDay(day.Day),
            IsFinal = isFinal,
        };
    }

    private async Task<IReadOnlyList<BookingView>> BookingsAsync(IQueryable<ReceptionBooking> bookings, bool isFull, CancellationToken cancel)
    {
        var (cases, offices) = (db.Cases, db.CaseOffices);
        var rows = await (
            from booking in bookings.AsNoTracking()
            join one in cases on new { booking.Region, Id = booking.CaseId } equals new { one.Region, Id = (Guid?)one.Id } into its
            from one in its.DefaultIfEmpty()
            orderby booking.WithdrawnAt != null, booking.Sequence
            select new { booking, one, office = offices.FirstOrDefault(office => office.OrganisationId == booking.OrganisationId) }).ToListAsync(cancel);
        return rows.ConvertAll(row =>
        {
            var (booking, id) = (row.booking, row.booking.Id);
            var (name, phone, matter) = (seal.OpenAny(ReceptionSeal.Name, id, booking.Name), seal.OpenAny(ReceptionSeal.Phone, id, booking.Phone), seal.OpenAny(ReceptionSeal.Matter, id, booking.Matter));
            return new BookingView(
                booking,
                row.one is null ? null : row.office?.NumberOf(row.one),
                isFull || name is null ? name : Masks.Name(name),
                isFull || phone is null ? phone : Masks.Phone(phone),
                isFull || matter is null ? matter : Masks.InText(matter),
                seal.OpenAny(ReceptionSeal.Said, id, booking.Said),
                seal.OpenAny(ReceptionSeal.Withdrawn, id, booking.WithdrawnReason));
        });
    }
}
