using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Reception;

/// <summary>Which days a body has: by its rule, moved, cancelled and added by its supervisor.</summary>
public sealed class ReceptionDayTests : IAsyncLifetime
{
    private ReceptionDesk reception = null!;

    private CaseDesk Desk => reception.Desk;

    public async Task InitializeAsync() => reception = await ReceptionDesk.OpenAsync();

    public async Task DisposeAsync() => await reception.DisposeAsync();

    [Fact, Rule("PET-18")]
    public async Task TheNextHalfYear_IsReckoned_AndProvisionalWhereHolidaysAreNotAnnounced()
    {
        var coming = await ComingAsync();

        Assert.Equal(["2026-12-15 False", "2027-01-15 True", "2027-02-15 True", "2027-03-15 True", "2027-04-15 True", "2027-05-17 True"], coming.Select(line => $"{line.Day.Day:O} {line.IsProvisional}"));
        await using var db = Desk.Database.Open();
        Assert.Equal(0, await db.ReceptionDays.CountAsync());
    }

    [Fact]
    public async Task OneDay_IsMovedWithItsBookings_OrCancelledOnceNobodyIsBooked_AndExtraDaysAreAdded()
    {
        var booking = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));
        Assert.Equal("reception.reason", CaseDesk.Refusal(await MoveAsync(ReceptionDesk.December, new(2026, 12, 16), "", 1)));
        Assert.Equal("reception.to.taken", CaseDesk.Refusal(await MoveAsync(ReceptionDesk.December, new(2027, 1, 15), "开会", 1)));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await MoveAsync(ReceptionDesk.December, new(2026, 12, 16), "开会", 0)));
        var moved = CaseDesk.Done(await MoveAsync(ReceptionDesk.December, new(2026, 12, 16), "主席开会", 1));

        var view = (await reception.OpenAsync(new(2026, 12, 16), Desk.Officer))!;
        Assert.Equal((booking.Id, "主席开会", ReceptionDesk.December), (view.Bookings.Single().Booking.Id, view.Reason, view.Line.Day.MovedFrom));
        Assert.Null(await reception.OpenAsync(ReceptionDesk.December, Desk.Officer));
        Assert.Equal("reception.cancel.booked", CaseDesk.Refusal(await CancelAsync(moved.Day, moved.Version)));
        CaseDesk.Done(await reception.ActAsync(service => service.WithdrawAsync(booking.Id, "她不来了")));
        CaseDesk.Done(await CancelAsync(moved.Day, moved.Version));
        Assert.Equal("reception.cancelled", CaseDesk.Refusal(await reception.BookAsync(ReceptionDesk.Visitor(day: moved.Day))));

        Assert.Equal("reception.day.taken", CaseDesk.Refusal(await AddAsync(new(2027, 1, 15))));
        CaseDesk.Done(await AddAsync(new(2026, 12, 31)));
        CaseDesk.Done(await AddAsync(moved.Day));
        Assert.Equal(["2026-12-16", "2026-12-31", "2027-01-15"], (await ComingAsync()).Take(3).Where(line => line.Day.CancelledAt is null).Select(line => $"{line.Day.Day:O}"));
    }

    [Fact]
    public async Task AnotherRule_MovesTheDaysThatCome_ButNoneOfWhichSomebodyWasTold()
    {
        CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await SetAsync(31, 0)));
        Assert.Equal("reception.rule.day", CaseDesk.Refusal(await SetAsync(32, 1)));
        CaseDesk.Done(await SetAsync(31, 1));
        Assert.Equal(["2026-11-30", "2026-12-15", "2027-02-01", "2027-03-01"], (await ComingAsync()).Take(4).Select(line => $"{line.Day.Day:O}"));

        CaseDesk.Done(await SetAsync(null, 2));
        Assert.Equal(["2026-12-15"], (await ComingAsync()).Select(line => $"{line.Day.Day:O}"));
    }

    [Fact]
    public async Task HolidaysAnnouncedLater_DoNotMoveADayOfWhichSomebodyWasTold_ButMarkIt()
    {
        var january = new DateOnly(2027, 1, 15);
        CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor(day: january)));
        Desk.Calendar = new([new(2026, [], []), new(2027, [january], [])]);

        Assert.Equal((january, true), (await ComingAsync()).Where(line => line.Booked > 0).Select(line => (line.Day.Day, line.IsRestDay)).Single());
    }

    [Fact]
    public async Task OnlyASupervisorOfTheBody_SetsDays_AndNobodyElseSeesThem()
    {
        foreach (var other in new[] { Desk.Officer, Desk.Superior, Desk.Chair with { Token = new("一表通", [.. Enum.GetValues<Right>()]) } })
        {
            var unknown = await reception.DayAsync(service => service.CancelAsync(new(2026, 12, 14), "开会", 0), other);
            Assert.Equal(unknown.Problems, (await reception.DayAsync(service => service.CancelAsync(ReceptionDesk.December, "开会", 0), other)).Problems);
        }
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await reception.DayAsync(service => service.SetRuleAsync(new(1, ReceptionDesk.Usual, 5), 1), Desk.Officer)));
        Assert.Empty(await Desk.WithAsync(Desk.Superior, hands => hands.Receptions.ListComingAsync()));
        Assert.NotEmpty(await Desk.WithAsync(Desk.Colleague, hands => hands.Receptions.ListComingAsync()));
    }

    private Task<IReadOnlyList<ReceptionDayLine>> ComingAsync() => Desk.WithAsync(Desk.Officer, hands => hands.Receptions.ListComingAsync());

    private Task<Outcome<ReceptionRule>> SetAsync(int? dayOfMonth, int version) => reception.DayAsync(service => service.SetRuleAsync(new(dayOfMonth, ReceptionDesk.Usual, 3), version));

    private Task<Outcome<ReceptionDay>> MoveAsync(DateOnly day, DateOnly to, string reason, int version) => reception.DayAsync(service => service.MoveAsync(day, to, reason, version));

    private Task<Outcome<ReceptionDay>> CancelAsync(DateOnly day, int version) => reception.DayAsync(service => service.CancelAsync(day, "主席出差", version));

    private Task<Outcome<ReceptionDay>> AddAsync(DateOnly day) => reception.DayAsync(service => service.AddAsync(day, ReceptionDesk.Usual));
}
