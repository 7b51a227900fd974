using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>The sealed words of reception days, for a change of the key.</summary>
public sealed class SealedReceptions(Db db, CaseSeal seal) : ISealedRows
{
    /// <inheritdoc/>
    public string Name => "领导接待日";

    /// <inheritdoc/>
    public async Task<int> CountOldAsync(CancellationToken cancel) =>
        await OldDays().CountAsync(cancel) + await OldBookings().CountAsync(cancel) + await OldMinutes().CountAsync(cancel) + await OldAddenda().CountAsync(cancel);

    /// <inheritdoc/>
    public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
    {
        var days = await OldDays().OrderBy(day => day.Id).Take(most).ToListAsync(cancel);
        foreach (var day in days)
            day.Reason = seal.Again(ReceptionSeal.DayReason, day.Id, day.Reason);
        var bookings = await OldBookings().OrderBy(one => one.Id).Take(most - days.Count).ToListAsync(cancel);
        foreach (var one in bookings)
        {
            (one.Name, one.Phone) = (seal.Again(ReceptionSeal.Name, one.Id, one.Name), seal.Again(ReceptionSeal.Phone, one.Id, one.Phone));
            (one.Matter, one.Said) = (seal.Again(ReceptionSeal.Matter, one.Id, one.Matter), seal.Again(ReceptionSeal.Said, one.Id, one.Said));
            one.WithdrawnReason = seal.Again(ReceptionSeal.Withdrawn, one.Id, one.WithdrawnReason);
        }
        var minutes = await OldMinutes().OrderBy(one => one.DayId).Take(most - days.Count - bookings.Count).ToListAsync(cancel);
        foreach (var one in minutes)
            (one.Receivers, one.Agreed) = (seal.Again(ReceptionSeal.Receivers, one.DayId, one.Receivers)!, seal.Again(ReceptionSeal.Agreed, one.DayId, one.Agreed)!);
        var addenda = await OldAddenda().OrderBy(one => one.Id).Take(most - days.Count - bookings.Count - minutes.Count).ToListAsync(cancel);
        foreach (var one in addenda)
            one.Sealed = seal.Again(ReceptionSeal.Addendum, one.Id, one.Sealed)!;
        await db.SaveChangesAsync(cancel);
        return days.Count + bookings.Count + minutes.Count + addenda.Count;
    }

    private IQueryable<ReceptionDay> OldDays()
    {
        var newest = seal.NewestPrefix;
        return db.ReceptionDays.Where(day => day.Reason != null && !day.Reason.StartsWith(newest));
    }

    private IQueryable<ReceptionBooking> OldBookings()
    {
        var newest = seal.NewestPrefix;
        return db.ReceptionBookings.Where(one => (one.Name != null && !one.Name.StartsWith(newest)) || (one.Phone != null && !one.Phone.StartsWith(newest)) || (one.Matter != null && !one.Matter.StartsWith(newest))
            || (one.Said != null && !one.Said.StartsWith(newest)) || (one.WithdrawnReason != null && !one.WithdrawnReason.StartsWith(newest)));
    }

    private IQueryable<ReceptionMinutes> OldMinutes()
    {
        var newest = seal.NewestPrefix;
        return db.ReceptionMinutes.Where(one => !one.Receivers.StartsWith(newest) || !one.Agreed.StartsWith(newest));
    }

    private IQueryable<ReceptionAddendum> OldAddenda()
    {
        var newest = seal.NewestPrefix;
        return db.ReceptionAddenda.Where(one => !one.Sealed.StartsWith(newest));
    }
}
