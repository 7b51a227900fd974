using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Core.Tests.Records.Cases.Reception;

/// <summary>The county receives on the 15th of each month. Today is 20 November 2026.</summary>
internal sealed class ReceptionDesk(CaseDesk desk) : IAsyncDisposable
{
    /// <summary>15 December 2026, a Tuesday.</summary>
    public static readonly DateOnly December = new(2026, 12, 15);

    public static readonly ReceptionArrangement Usual = new(new(9, 0), new(11, 30), "县妇联一楼接待室", "李某某（主席）");

    public CaseDesk Desk => desk;

    /// <param name="most">Most bookings of a day.</param>
    public static async Task<ReceptionDesk> OpenAsync(int most = 3)
    {
        var desk = new ReceptionDesk(await CaseDesk.OpenAsync());
        CaseDesk.Done(await desk.DayAsync(service => service.SetRuleAsync(new(15, Usual, most), 0)));
        return desk;
    }

    public Task<Outcome<T>> DayAsync<T>(Func<ReceptionDayService, Task<Outcome<T>>> act, Actor? actor = null) => desk.WithAsync(actor ?? desk.Chair, hands => act(hands.ReceptionDays));

    public Task<Outcome<ReceptionBooking>> BookAsync(BookingInput input, Actor? actor = null) => desk.WithAsync(actor ?? desk.Officer, hands => hands.ReceptionBookings.BookAsync(input));

    public Task<Outcome<ReceptionBooking>> ActAsync(Func<ReceptionBookingService, Task<Outcome<ReceptionBooking>>> act, Actor? actor = null) => desk.WithAsync(actor ?? desk.Officer, hands => act(hands.ReceptionBookings));

    public Task<Outcome<ReceptionBooking>> SayAsync(ReceptionBooking booking, string words, bool isLed = false, Actor? actor = null) =>
        desk.WithAsync(actor ?? desk.Chair, hands => hands.ReceptionWords.WriteAsync(new(Guid.CreateVersion7(), booking.Id, booking.Version, words, isLed)));

    public Task<Outcome<ReceptionMinutes>> WriteAsync(string agreed, int version, Actor? actor = null, DateOnly? day = null) =>
        desk.WithAsync(actor ?? desk.Chair, hands => hands.ReceptionMinutes.WriteAsync(day ?? December, new("李某某", 1, agreed), version));

    public Task<ReceptionDayView?> OpenAsync(DateOnly day, Actor actor) => desk.WithAsync(actor, hands => hands.Receptions.OpenAsync(day));

    /// <summary>Lets days pass until a day has come.</summary>
    public void GoTo(DateOnly day) => desk.Clock.Advance(TimeSpan.FromDays(day.DayNumber - desk.Clock.Today().DayNumber));

    /// <summary>A visitor of whom there is no case yet.</summary>
    public static BookingInput Visitor(string name = "周小某", DateOnly? day = null) => new(Guid.CreateVersion7(), day ?? December) { Name = name, Phone = "13900008888", Matter = "桂花巷九号院的赡养" };

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
