using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>What the acts on reception days share: the locked body, the row of a day, the entry in the trail and the commit.</summary>
public sealed class ReceptionWriting(Db db, ReceptionAccess reception, CaseWriting writing, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of reception days in the trail.</summary>
    public const string SubjectKind = "reception";

    internal static Problem Stale() => new(Problem.StaleCode, "刚刚有别人改过，请看一下最新的再改。");

    internal static Problem NoDay() => Problem.NotFound("这个接待日");

    internal static Problem NoBooking() => Problem.NotFound("这个预约");

    internal static Problem Cancelled() => new("reception.cancelled", "这个接待日已经取消。");

    internal static Problem Final() => new("reception.final", "这个接待日的纪要已经定稿，不能再改；要更正，请在纪要里补记。");

    /// <summary>The body, its row locked: places are given one after the other. Null where she may not do this.</summary>
    internal async Task<Organisation?> LockAsync(bool asSupervisor, CancellationToken cancel) =>
        (asSupervisor ? reception.MaySupervise : reception.MayHandle) ? await writing.LockBodyAsync(cancel) : null;

    /// <summary>Gives a day a row where it has none. The body is locked.</summary>
    internal ReceptionDay Keep(ReceptionDay day)
    {
        if (!day.IsStored)
        {
            (day.Id, day.Version) = (Guid.CreateVersion7(time.GetUtcNow()), 1);
            db.ReceptionDays.Add(day);
        }
        return day;
    }

    /// <summary>True once the minutes of a day are final.</summary>
    internal Task<bool> IsFinalAsync(ReceptionDay day, CancellationToken cancel) => db.ReceptionMinutes.AnyAsync(one => one.Region == day.Region && one.DayId == day.Id && one.FinalAt != null, cancel);

    /// <summary>Writes an act into the trail: what was done on which day, never a word of a visitor.</summary>
    internal void Log(ReceptionDay day, string act, params FieldChange[] fields) =>
        changes.Add(reception.Actor, day.Region, day.OrganisationId, act, SubjectKind, $"{day.Id}", fields: [new("day", null, $"{day.Day:O}"), .. fields]);

    internal async Task SaveAsync(WriteTransaction write, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
