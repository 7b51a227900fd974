using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>Booking a visitor for a reception day, and what becomes of it. Each act tells the trail the day and the place, never who it is.</summary>
public sealed class ReceptionBookingService(Db db, ReceptionAccess reception, ReceptionWriting writing, CaseAccess access, CaseNumbers numbers, CaseSeal seal, TimeProvider time)
{
    /// <summary>预约: books a visitor; on the day itself and afterwards, who came without. Sent twice it is one. Problems: <see cref="ReceptionChecks"/>; the number; no place left; cancelled; final.</summary>
    public async Task<Outcome<ReceptionBooking>> BookAsync(BookingInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: false, cancel) is not { } body)
            return ReceptionWriting.NoDay();
        if (await db.ReceptionBookings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } sent)
            return sent.OrganisationId == body.Id && sent.BookedBy == reception.Actor.AccountId ? sent : Problem.KeyTaken();
        if (OrganisationChecks.Ended(body) is { } ended)
            return ended;
        if (ReceptionChecks.Check(input) is { Count: > 0 } problems)
            return problems;
        var found = await OpenDayAsync(input.Day, cancel);
        if (!found.Done)
            return Outcome<ReceptionBooking>.Refused(found.Problems);
        Guid? caseId = null;
        if (!string.IsNullOrWhiteSpace(input.CaseNumber))
        {
            caseId = await numbers.FindAsync(access.Cases, input.CaseNumber, cancel);
            if (caseId is null)
                return new Problem("reception.booking.case", "没有找到这个编号的事项，或者您无权办理。", nameof(input.CaseNumber));
            if (await reception.Booked.AnyAsync(one => one.DayId == found.Value.Id && one.CaseId == caseId, cancel))
                return new Problem("reception.booking.twice", "这个事项已经约在这一天。", nameof(input.CaseNumber));
        }
        var day = writing.Keep(found.Value);
        var booking = new ReceptionBooking
        {
            Region = body.Region,
            Id = input.Key,
            OrganisationId = body.Id,
            DayId = day.Id,
            Sequence = await NextAsync(day, cancel),
            CaseId = caseId,
            Name = seal.SealAny(ReceptionSeal.Name, input.Key, input.Name),
            Phone = seal.SealAny(ReceptionSeal.Phone, input.Key, input.Phone),
            Matter = seal.SealAny(ReceptionSeal.Matter, input.Key, input.Matter),
            BookedBy = reception.Actor.AccountId!.Value,
            BookedByName = reception.Actor.Name,
            BookedAt = time.Instant(),
            Attendance = Attendance.Awaited,
            Version = 1,
        };
        db.ReceptionBookings.Add(booking);
        Log(day, booking, "reception.booked");
        await writing.SaveAsync(write, cancel);
        return booking;
    }

    /// <summary>改约: another day for somebody who is booked. Problems: the day; no place left there; she came already; final.</summary>
    public async Task<Outcome<ReceptionBooking>> MoveAsync(Guid id, DateOnly to, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(id, cancel);
        if (!found.Done)
            return Outcome<ReceptionBooking>.Refused(found.Problems);
        var (booking, from) = found.Value;
        if (from.Day == to)
            return booking;
        if (booking.Attendance == Attendance.Came)
            return new Problem("reception.came", "她已经到访，不能改约。");
        if (to < time.Today())
            return new Problem("reception.to", "请改到今天或以后的接待日。", "To");
        var target = await OpenDayAsync(to, cancel);
        if (!target.Done)
            return Outcome<ReceptionBooking>.Refused(target.Problems[0].Code == Problem.NotFoundCode ? [new("reception.to", $"{to:yyyy年M月d日}不是接待日。", "To")] : target.Problems);
        var day = writing.Keep(target.Value);
        if (booking.CaseId is { } caseId && await reception.Booked.AnyAsync(one => one.DayId == day.Id && one.CaseId == caseId, cancel))
            return new Problem("reception.booking.twice", "这个事项已经约在这一天。", "To");
        (booking.DayId, booking.Sequence, booking.Attendance) = (day.Id, await NextAsync(day, cancel), Attendance.Awaited);
        booking.Version++;
        Log(day, booking, "reception.booking-moved", new FieldChange("from", null, $"{from.Day:O}"));
        await writing.SaveAsync(write, cancel);
        return booking;
    }

    /// <summary>撤回 a booking; its place is free again. Problems: the reason; she came; final. One that is withdrawn stays so.</summary>
    public async Task<Outcome<ReceptionBooking>> WithdrawAsync(Guid id, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(id, cancel);
        if (!found.Done)
            return Outcome<ReceptionBooking>.Refused(found.Problems);
        var (booking, day) = found.Value;
        if (booking.Attendance == Attendance.Came)
            return new Problem("reception.came", "她已经到访，不能撤回。");
        if (ReceptionChecks.CheckReason(reason) is { } problem)
            return problem;
        (booking.WithdrawnAt, booking.WithdrawnReason) = (time.Instant(), seal.SealWords(ReceptionSeal.Withdrawn, id, reason.Trim()));
        booking.Version++;
        Log(day, booking, "reception.withdrawn");
        await writing.SaveAsync(write, cancel);
        return booking;
    }

    /// <summary>到访、未到: marks whether she came. Problems: the day is still to come; the leader's words are written; final.</summary>
    public async Task<Outcome<ReceptionBooking>> MarkAsync(Guid id, bool hasCome, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindAsync(id, cancel);
        if (!found.Done)
            return Outcome<ReceptionBooking>.Refused(found.Problems);
        var (booking, day) = found.Value;
        var attendance = hasCome ? Attendance.Came : Attendance.Absent;
        if (booking.Attendance == attendance)
            return booking;
        if (day.Day > time.Today())
            return new Problem("reception.early", $"{day.Day:yyyy年M月d日}才是接待日，到那天再标。");
        if (!hasCome && booking.SaidAt is not null)
            return new Problem("reception.said", "已经记了领导的意见，不能标为未到。");
        booking.Attendance = attendance;
        booking.Version++;
        Log(day, booking, "reception.attended", new FieldChange("attendance", null, attendance.Name()));
        await writing.SaveAsync(write, cancel);
        return booking;
    }

    /// <summary>A booking on which she may act, that stands, on a day that is not final; with its day. The body is locked.</summary>
    private async Task<Outcome<(ReceptionBooking Booking, ReceptionDay Day)>> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await writing.LockAsync(asSupervisor: false, cancel) is null || await reception.Actable.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } booking)
            return ReceptionWriting.NoBooking();
        if (booking.WithdrawnAt is not null)
            return new Problem("reception.withdrawn", "这个预约已经撤回。");
        var day = await reception.Days.SingleAsync(one => one.Id == booking.DayId, cancel);
        return await writing.IsFinalAsync(day, cancel) ? ReceptionWriting.Final() : (booking, day);
    }

    /// <summary>A day on which a place is left.</summary>
    private async Task<Outcome<ReceptionDay>> OpenDayAsync(DateOnly date, CancellationToken cancel)
    {
        if (await reception.FindDayAsync(date, cancel) is not { } day || await reception.Rules.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } rule)
            return ReceptionWriting.NoDay();
        if (day.CancelledAt is not null)
            return ReceptionWriting.Cancelled();
        if (await writing.IsFinalAsync(day, cancel))
            return ReceptionWriting.Final();
        return await reception.Booked.CountAsync(one => one.DayId == day.Id, cancel) >= rule.MostBookings
            ? new Problem("reception.full", $"这一天已经约满{rule.MostBookings}位，请约另一天。", nameof(BookingInput.Day))
            : day;
    }

    private async Task<int> NextAsync(ReceptionDay day, CancellationToken cancel) => await db.ReceptionBookings.Where(one => one.Region == day.Region && one.DayId == day.Id).MaxAsync(one => (int?)one.Sequence, cancel) + 1 ?? 1;

    private void Log(ReceptionDay day, ReceptionBooking booking, string act, params FieldChange[] fields) =>
        writing.Log(day, act, [new("seat", null, $"{booking.Sequence}"), .. fields]);
}
