using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>接待日纪要: written by supervisors until it is final; corrected afterwards only by what is added.</summary>
public sealed class ReceptionMinutesService(Db db, ReceptionAccess reception, ReceptionWriting writing, CaseSeal seal, TimeProvider time)
{
    /// <summary>Writes the minutes of a day. Problems: <see cref="ReceptionChecks"/>; the day is still to come; cancelled; final; stale.</summary>
    /// <param name="day">The day.</param>
    /// <param name="input">What it says.</param>
    /// <param name="version">Its version as she saw it, 0 where there was none.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<ReceptionMinutes>> WriteAsync(DateOnly day, MinutesInput input, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: true, cancel) is null || await reception.FindDayAsync(day, cancel) is not { } one)
            return ReceptionWriting.NoDay();
        if (one.CancelledAt is not null)
            return ReceptionWriting.Cancelled();
        if (day > time.Today())
            return new Problem("reception.early", $"{day:yyyy年M月d日}才是接待日，到那天再写纪要。");
        var minutes = await db.ReceptionMinutes.SingleOrDefaultAsync(row => row.DayId == one.Id, cancel);
        if (minutes is { FinalAt: not null })
            return ReceptionWriting.Final();
        if ((minutes?.Version ?? 0) != version)
            return ReceptionWriting.Stale();
        if (ReceptionChecks.Check(input) is { Count: > 0 } problems)
            return problems;
        writing.Keep(one);
        if (minutes is null)
            db.ReceptionMinutes.Add(minutes = new() { Region = one.Region, DayId = one.Id, Receivers = "", Agreed = "", WrittenByName = "" });
        (minutes.Receivers, minutes.Visitors, minutes.Agreed) = (seal.SealWords(ReceptionSeal.Receivers, one.Id, input.Receivers.Trim()), input.Visitors, seal.SealWords(ReceptionSeal.Agreed, one.Id, input.Agreed.Trim()));
        (minutes.WrittenAt, minutes.WrittenByName) = (time.Instant(), reception.Actor.Name);
        minutes.Version++;
        writing.Log(one, "reception.minutes");
        await writing.SaveAsync(write, cancel);
        return minutes;
    }

    /// <summary>定稿: from now on neither day, bookings nor minutes change. Problems: nothing is written; stale. What is final stays so.</summary>
    public async Task<Outcome<ReceptionMinutes>> FinishAsync(DateOnly day, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: true, cancel) is null || await reception.FindDayAsync(day, cancel) is not { } one)
            return ReceptionWriting.NoDay();
        if (await db.ReceptionMinutes.SingleOrDefaultAsync(row => row.DayId == one.Id, cancel) is not { } minutes)
            return new Problem("reception.minutes.none", "还没有写纪要，请先写好再定稿。");
        if (minutes.FinalAt is not null)
            return minutes;
        if (minutes.Version != version)
            return ReceptionWriting.Stale();
        (minutes.FinalAt, minutes.FinalByName) = (time.Instant(), reception.Actor.Name);
        minutes.Version++;
        writing.Log(one, "reception.final");
        await writing.SaveAsync(write, cancel);
        return minutes;
    }

    /// <summary>补记: adds to minutes that are final. Sent twice it stands once. Problems: not final yet; the words.</summary>
    public async Task<Outcome<ReceptionAddendum>> AddAsync(Guid key, DateOnly day, string words, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(asSupervisor: true, cancel) is null || await reception.FindDayAsync(day, cancel) is not { } one)
            return ReceptionWriting.NoDay();
        if (await db.ReceptionAddenda.AsNoTracking().SingleOrDefaultAsync(row => row.Id == key, cancel) is { } sent)
            return sent.DayId == one.Id ? sent : Problem.KeyTaken();
        if (!await writing.IsFinalAsync(one, cancel))
            return new Problem("reception.minutes.open", "纪要还没有定稿，请直接改。");
        if (ReceptionChecks.CheckWords(words) is { } problem)
            return problem;
        var added = new ReceptionAddendum { Region = one.Region, Id = key, DayId = one.Id, WrittenAt = time.Instant(), WrittenByName = reception.Actor.Name, Sealed = seal.SealWords(ReceptionSeal.Addendum, key, words.Trim()) };
        db.ReceptionAddenda.Add(added);
        writing.Log(one, "reception.addendum");
        await writing.SaveAsync(write, cancel);
        return added;
    }
}
