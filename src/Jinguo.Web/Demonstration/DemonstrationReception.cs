using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Web.Demonstration;

/// <summary>Gives the county its 领导接待日, and two invented visitors on the next one: one with a case, one without.</summary>
public sealed class DemonstrationReception(ReceptionDayService days, ReceptionReader reader, ReceptionBookingService bookings, TimeProvider time)
{
    private const int MostBookings = 8;

    /// <summary>Sets the rule and books, for the chair who works here.</summary>
    /// <param name="one">A case of hers, whose petitioner comes.</param>
    public async Task LoadAsync(Case one)
    {
        var usual = new ReceptionArrangement(new(9, 0), new(11, 30), "县妇联一楼接待室", "陈某某（主席）");
        await DemonstrationCases.DoneAsync(days.SetRuleAsync(new(ReceptionRule.UsualDay, usual, MostBookings), 0));
        var next = (await reader.ListComingAsync()).First(line => line.Day.Day > time.Today()).Day.Day;
        await DemonstrationCases.DoneAsync(bookings.BookAsync(new(Key(), next) { CaseNumber = $"{one.Year}-{one.Sequence}" }));
        await DemonstrationCases.DoneAsync(bookings.BookAsync(new(Key(), next) { Name = "张某某", Phone = "13800005678", Matter = "村里分宅基地没有她的份" }));
    }

    private Guid Key() => Guid.CreateVersion7(time.GetUtcNow());
}
