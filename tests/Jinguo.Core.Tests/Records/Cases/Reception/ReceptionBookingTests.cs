using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Reception;

/// <summary>Visitors are booked, come, and become cases; of each only those learn who must.</summary>
public sealed class ReceptionBookingTests : IAsyncLifetime
{
    private const string Canary = "桂花巷九号院";

    private ReceptionDesk reception = null!;

    private CaseDesk Desk => reception.Desk;

    public async Task InitializeAsync() => reception = await ReceptionDesk.OpenAsync();

    public async Task DisposeAsync() => await reception.DisposeAsync();

    [Fact]
    public async Task OfManyAtOnce_NoMoreAreBookedThanThereArePlaces_AndEachHasItsOwn()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => reception.BookAsync(ReceptionDesk.Visitor($"周小{number}"), number % 2 == 0 ? Desk.Officer : Desk.Colleague)));

        Assert.Equal([1, 2, 3], outcomes.Where(one => one.Done).Select(one => one.Value!.Sequence).Order());
        Assert.All(outcomes.Where(one => !one.Done), refused => Assert.Equal("reception.full", CaseDesk.Refusal(refused)));
    }

    [Fact]
    public async Task ABookingSentTwice_IsOne_AndAWithdrawnPlaceIsFreeAgain()
    {
        var input = ReceptionDesk.Visitor();
        var first = CaseDesk.Done(await reception.BookAsync(input));
        Assert.Equal(first.Sequence, CaseDesk.Done(await reception.BookAsync(input)).Sequence);
        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await reception.BookAsync(input, Desk.Colleague)));
        Assert.Equal(["reception.booking.name", "reception.booking.matter"], (await reception.BookAsync(new(Guid.CreateVersion7(), ReceptionDesk.December))).Problems.Select(problem => problem.Code));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await reception.BookAsync(ReceptionDesk.Visitor(day: new(2026, 12, 14)))));

        foreach (var name in new[] { "吴小某", "郑小某" })
            CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor(name)));
        Assert.Equal("reception.full", CaseDesk.Refusal(await reception.BookAsync(ReceptionDesk.Visitor())));
        Assert.Equal("reception.reason", CaseDesk.Refusal(await reception.ActAsync(service => service.WithdrawAsync(first.Id, " "))));
        CaseDesk.Done(await reception.ActAsync(service => service.WithdrawAsync(first.Id, "她不来了")));
        Assert.Equal(4, CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor())).Sequence);
        Assert.Equal("reception.withdrawn", CaseDesk.Refusal(await reception.ActAsync(service => service.MoveAsync(first.Id, new(2027, 1, 15)))));
    }

    [Fact]
    public async Task ABooking_IsReadByWhoBookedItAndTheSupervisor_OthersSeeThatAPlaceIsTaken()
    {
        var booking = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));

        foreach (var reader in new[] { Desk.Officer, Desk.Chair })
        {
            var one = Assert.Single((await reception.OpenAsync(ReceptionDesk.December, reader))!.Bookings);
            Assert.Equal(("周**", "139****8888"), (one.Name, one.Phone));
        }
        var others = (await reception.OpenAsync(ReceptionDesk.December, Desk.Colleague))!;
        Assert.Equal((0, 1), (others.Bookings.Count, others.Others));
        Assert.Null(await Desk.WithAsync(Desk.Colleague, hands => hands.Receptions.PrintAsync(ReceptionDesk.December)));
        Assert.Equal("周小某", (await Desk.WithAsync(Desk.Officer, hands => hands.Receptions.PrintAsync(ReceptionDesk.December)))!.Bookings.Single().Name);

        foreach (var other in new[] { Desk.Colleague, Desk.Superior, await Desk.PersonAsync("郑某某", Role.Reader, Desk.City.County), Desk.Chair with { Token = new("一表通", [.. Enum.GetValues<Right>()]) } })
        {
            Assert.Null(await Desk.WithAsync(other, hands => hands.Receptions.OpenBookingAsync(booking.Id)));
            var unknown = await reception.ActAsync(service => service.WithdrawAsync(Guid.CreateVersion7(), "不来了"), other);
            Assert.Equal(unknown.Problems, (await reception.ActAsync(service => service.WithdrawAsync(booking.Id, "不来了"), other)).Problems);
        }
        Assert.Null(await reception.OpenAsync(ReceptionDesk.December, Desk.Superior));
    }

    [Fact]
    public async Task ABookingOfACase_IsReadByWhoMayReadTheCase_AndWhoKeepsOutOfItDoesNot()
    {
        var one = await Desk.ReceiveAsync(CaseDesk.Input());
        var input = new BookingInput(Guid.CreateVersion7(), ReceptionDesk.December) { CaseNumber = "安妇访〔2026〕001号" };
        Assert.Equal("reception.booking.case", CaseDesk.Refusal(await reception.BookAsync(input, Desk.Colleague)));
        Assert.Equal("reception.booking.both", CaseDesk.Refusal(await reception.BookAsync(input with { Name = "张某某" })));
        var booking = CaseDesk.Done(await reception.BookAsync(input, Desk.Chair));
        Assert.Equal("reception.booking.twice", CaseDesk.Refusal(await reception.BookAsync(input with { Key = Guid.CreateVersion7() })));

        Assert.Equal("安妇访〔2026〕001号", (await reception.OpenAsync(ReceptionDesk.December, Desk.Officer))!.Bookings.Single().CaseNumber);
        Assert.Equal(1, (await reception.OpenAsync(ReceptionDesk.December, Desk.Colleague))!.Others);
        CaseDesk.Done(await Desk.ActAsync(service => service.RecuseAsync(one.Id, Desk.Officer.AccountId!.Value), Desk.Chair));
        Assert.Null(await Desk.WithAsync(Desk.Officer, hands => hands.Receptions.OpenBookingAsync(booking.Id)));
    }

    [Fact]
    public async Task TheCourseOfAMinorsCase_IsWrittenByWhoMayReadIt()
    {
        await Desk.ReceiveAsync(CaseDesk.Input() with { IsMinor = true });
        reception.GoTo(ReceptionDesk.December);
        var booking = CaseDesk.Done(await reception.BookAsync(new(Guid.CreateVersion7(), ReceptionDesk.December) { CaseNumber = "2026-1" }));
        booking = CaseDesk.Done(await MarkAsync(booking));

        Assert.Equal("case.minor.approval", CaseDesk.Refusal(await reception.SayAsync(booking, "请学校保护")));
        CaseDesk.Done(await reception.SayAsync(booking, "请学校保护", actor: Desk.Officer));
    }

    [Fact]
    public async Task WhoCame_IsHeard_AndBecomesACase_InWhoseCourseTheLeadersWordsStand()
    {
        var booking = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));
        Assert.Equal("reception.early", CaseDesk.Refusal(await MarkAsync(booking)));
        Assert.Empty(await SoonAsync());
        reception.GoTo(ReceptionDesk.December.AddDays(-1));
        Assert.Equal([ReceptionDesk.December], await SoonAsync());
        reception.GoTo(ReceptionDesk.December);
        Assert.Equal("reception.absent", CaseDesk.Refusal(await reception.SayAsync(booking, "请司法所调解")));
        booking = CaseDesk.Done(await MarkAsync(booking));
        booking = CaseDesk.Done(await reception.SayAsync(booking, "请司法所调解"));
        Assert.Contains("李某某（主席）意见：请司法所调解", (await Desk.WithAsync(Desk.Officer, hands => hands.Receptions.OpenBookingAsync(booking.Id)))!.Value.Booking.Said!, StringComparison.Ordinal);
        booking.Version = 1;
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await reception.SayAsync(booking, "改一改")));

        var intake = CaseDesk.Done(await IntakeAsync(booking, Desk.Officer));
        Assert.Equal(("周小某", "13900008888", "桂花巷九号院的赡养"), (intake.Name, intake.Phone, intake.Matter));
        CaseDesk.Done(await Desk.DraftAsync(Desk.Officer, drafts => drafts.KeepAsync(intake.Key, new Dictionary<string, string> { ["Name"] = intake.Name })));
        Assert.Equal(intake.Key, CaseDesk.Done(await IntakeAsync(booking, Desk.Officer)).Key);
        Assert.Equal("reception.intake.other", CaseDesk.Refusal(await IntakeAsync(booking, Desk.Chair)));
        var one = await Desk.ReceiveAsync(CaseDesk.Input() with { Key = intake.Key });

        var (tied, _) = (await Desk.WithAsync(Desk.Officer, hands => hands.Receptions.OpenBookingAsync(booking.Id)))!.Value;
        Assert.Equal(("安妇访〔2026〕001号", null, null, null), (tied.CaseNumber, tied.Name, tied.Matter, tied.Said));
        Assert.Equal("reception.intake.case", CaseDesk.Refusal(await IntakeAsync(booking, Desk.Officer)));
        CaseDesk.Done(await reception.SayAsync(tied.Booking, "由我包案", isLed: true, actor: Desk.Officer));
        var course = (await Desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Course;
        Assert.Equal(["2026年12月15日领导接待日，李某某（主席）包案：由我包案", "2026年12月15日领导接待日，李某某（主席）意见：请司法所调解"], course.Where(line => line.Entry.Step == CaseStep.Instruction).Select(line => line.Text));
    }

    [Fact]
    public async Task WhatAVisitorTells_StandsNowhereInTheDatabase_AndIsFoundAgainWhenTheKeyChanges()
    {
        var booking = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor($"周{Canary}")));
        var gone = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));
        CaseDesk.Done(await reception.ActAsync(service => service.WithdrawAsync(gone.Id, $"她在{Canary}病了")));
        reception.GoTo(ReceptionDesk.December);
        booking = CaseDesk.Done(await MarkAsync(booking));
        CaseDesk.Done(await reception.SayAsync(booking, $"请到{Canary}上门"));
        var minutes = CaseDesk.Done(await reception.WriteAsync($"{Canary}的事由包村干部跟进", 0));
        CaseDesk.Done(await Desk.WithAsync(Desk.Chair, hands => hands.ReceptionMinutes.FinishAsync(ReceptionDesk.December, minutes.Version)));
        CaseDesk.Done(await Desk.WithAsync(Desk.Chair, hands => hands.ReceptionMinutes.AddAsync(Guid.CreateVersion7(), ReceptionDesk.December, $"{Canary}已走访")));
        await Desk.WithAsync(Desk.Officer, hands => hands.Receptions.PrintAsync(ReceptionDesk.December));
        CaseDesk.Done(await IntakeAsync(booking, Desk.Officer));

        await using var db = Desk.Database.Open();
        foreach (var words in new[] { Canary, "13900008888" })
            Assert.Empty(await DatabaseDump.PlacesOfAsync(db, words));
        Assert.Equal(["reception.booked", "reception.booked", "reception.withdrawn", "reception.attended", "reception.said", "reception.minutes", "reception.final", "reception.addendum", "reception.printed", "reception.intake"],
            await db.Changes.Where(change => change.SubjectId == $"{booking.DayId}").OrderBy(change => change.Id).Select(change => change.Act).ToListAsync());

        var store = new DataKeyStore("", Keys.Store.Keys.WithNewKey(new(2026, 12, 20)).ToText());
        var newer = new CaseSeal(new(store), new(store));
        Assert.Equal(4, await new SealedReceptions(db, newer).CountOldAsync(default));
        Assert.Equal(4, await new SealedReceptions(db, newer).SealAnewAsync(5, default));
        Assert.Equal(0, await new SealedReceptions(db, newer).CountOldAsync(default));
        Assert.Equal($"周{Canary}", newer.OpenWords("reception.name", booking.Id, (await db.ReceptionBookings.AsNoTracking().SingleAsync(one => one.Id == booking.Id)).Name!));
    }

    private Task<Outcome<ReceptionBooking>> MarkAsync(ReceptionBooking booking) => reception.ActAsync(service => service.MarkAsync(booking.Id, hasCome: true));

    private Task<Outcome<ReceptionIntake>> IntakeAsync(ReceptionBooking booking, Actor actor) => Desk.WithAsync(actor, hands => hands.ReceptionWords.BeginIntakeAsync(booking.Id));

    private async Task<IEnumerable<DateOnly?>> SoonAsync() => (await Desk.NoticesAsync(Desk.Officer)).Where(notice => notice.Key == $"reception/{notice.Due:yyyy-MM-dd}").Select(notice => notice.Due);
}
