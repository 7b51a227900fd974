using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>What the leader said to a visitor.</summary>
/// <param name="Key">Client key: in the course of a case it is written once.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Version">The booking's version as the writer saw it.</param>
/// <param name="Words">What was said.</param>
/// <param name="IsLed">领导包案: the leader takes charge of the matter herself.</param>
public sealed record LeaderWords(Guid Key, Guid BookingId, int Version, string Words, bool IsLed);

/// <summary>A visitor's words, with which the form of her case begins.</summary>
/// <param name="Key">The key that the case will have.</param>
/// <param name="Name">Her name.</param>
/// <param name="Phone">Her telephone, or null.</param>
/// <param name="Matter">What it is about.</param>
public sealed record ReceptionIntake(Guid Key, string Name, string? Phone, string Matter);

/// <summary>What comes out of a visit: the leader's words, and a case.</summary>
public sealed class ReceptionWordsService(Db db, ReceptionAccess reception, ReceptionWriting writing, CaseAccess access, CaseWriting cases, CaseSeal seal, TimeProvider time)
{
    /// <summary>领导批示、包案: a line of the course of her case; where there is none yet, kept with the booking until there is. Problems: the words; she has not come; a minor's case that she may not read; archived; final; stale.</summary>
    public async Task<Outcome<ReceptionBooking>> WriteAsync(LeaderWords words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: false, cancel) is null || await reception.Actable.SingleOrDefaultAsync(one => one.Id == words.BookingId && one.WithdrawnAt == null, cancel) is not { } booking)
            return ReceptionWriting.NoBooking();
        if (await db.CaseEntries.AnyAsync(entry => entry.Id == words.Key && entry.CaseId == booking.CaseId, cancel))
            return booking;
        if (booking.Version != words.Version)
            return ReceptionWriting.Stale();
        var day = await reception.Days.SingleAsync(one => one.Id == booking.DayId, cancel);
        if (booking.Attendance != Attendance.Came)
            return new Problem("reception.absent", "请先标“到访”，再记领导的意见。");
        if (ReceptionChecks.CheckWords(words.Words) is { } problem)
            return problem;
        var text = $"{day.Day:yyyy年M月d日}领导接待日，{day.Arrangement.Leader}{(words.IsLed ? "包案" : "意见")}：{words.Words.Trim()}";
        if (booking.CaseId is { } caseId)
        {
            if (await cases.LockAsync(caseId, cancel) is not { } one)
                return ReceptionWriting.NoBooking();
            if (!await access.MayReadTextsAsync(one, cancel))
                return access.Unreadable(one);
            if (one.Stage == CaseStage.Archived)
                return CaseWriting.Archived();
            db.CaseEntries.Add(cases.Entry(one, words.Key, time.Instant(), text, step: CaseStep.Instruction));
            cases.Log(one, "case.written", new FieldChange("step", null, CaseStep.Instruction.Name()));
            one.Version++;
        }
        else
        {
            if (await writing.IsFinalAsync(day, cancel))
                return ReceptionWriting.Final();
            booking.Said = seal.SealWords(ReceptionSeal.Said, booking.Id, text);
        }
        booking.SaidAt = time.Instant();
        booking.Version++;
        writing.Log(day, "reception.said", new FieldChange("seat", null, $"{booking.Sequence}"));
        await writing.SaveAsync(write, cancel);
        return booking;
    }

    /// <summary>
    /// 登记为事项: gives the words with which her case begins, and the key under which it must be received to be tied to the booking.
    /// Problems: it is a case already; a colleague is registering it.
    /// </summary>
    public async Task<Outcome<ReceptionIntake>> BeginIntakeAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: false, cancel) is null || await reception.Actable.SingleOrDefaultAsync(one => one.Id == id && one.WithdrawnAt == null, cancel) is not { } booking)
            return ReceptionWriting.NoBooking();
        if (booking.CaseId is not null)
            return new Problem("reception.intake.case", "已经登记为事项。");
        var (account, oldest) = (reception.Actor.AccountId, time.Instant().AddDays(-CaseDrafts.DaysKept));
        var draft = await db.CaseDrafts.Where(one => one.Id == booking.IntakeKey && one.KeptAt >= oldest).Select(one => (Guid?)one.AccountId).SingleOrDefaultAsync(cancel);
        if (draft is { } writer && writer != account)
            return new Problem("reception.intake.other", "同事正在登记这件事，请等她登记完。");
        if (draft is null)
        {
            booking.IntakeKey = Guid.CreateVersion7(time.GetUtcNow());
            var day = await reception.Days.SingleAsync(one => one.Id == booking.DayId, cancel);
            writing.Log(day, "reception.intake", new FieldChange("seat", null, $"{booking.Sequence}"));
        }
        await writing.SaveAsync(write, cancel);
        return new ReceptionIntake(booking.IntakeKey!.Value, seal.OpenWords(ReceptionSeal.Name, id, booking.Name!), seal.OpenAny(ReceptionSeal.Phone, id, booking.Phone), seal.OpenWords(ReceptionSeal.Matter, id, booking.Matter!));
    }

    /// <summary>Ties a booking to the case that was just received under its key: her words stand there now, and the leader's become a line of its course. Nothing where there is no such booking.</summary>
    internal static async Task TieAsync(Db db, CaseWriting cases, CaseSeal seal, Case one, CancellationToken cancel)
    {
        if (await db.ReceptionBookings.SingleOrDefaultAsync(booking => booking.IntakeKey == one.Id && booking.CaseId == null && booking.OrganisationId == one.OrganisationId, cancel) is not { } booking)
            return;
        if (seal.OpenAny(ReceptionSeal.Said, booking.Id, booking.Said) is { } said)
            db.CaseEntries.Add(cases.Entry(one, booking.Id, booking.SaidAt > one.ReceivedAt ? booking.SaidAt.Value : one.ReceivedAt, said, step: CaseStep.Instruction));
        (booking.CaseId, booking.Name, booking.Phone, booking.Matter, booking.Said) = (one.Id, null, null, null, null);
        booking.Version++;
    }
}
