using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Core.Tests.Records.Cases.Reception;

/// <summary>Minutes are the supervisors': written until they are final, corrected afterwards by what is added.</summary>
public sealed class ReceptionMinutesTests : IAsyncLifetime
{
    private ReceptionDesk reception = null!;

    public async Task InitializeAsync() => reception = await ReceptionDesk.OpenAsync();

    public async Task DisposeAsync() => await reception.DisposeAsync();

    [Fact]
    public async Task TheyAreWritten_MadeFinal_AndThenOnlyAddedTo()
    {
        Assert.Equal("reception.early", CaseDesk.Refusal(await reception.WriteAsync("无来访", 0)));
        var booking = CaseDesk.Done(await reception.BookAsync(ReceptionDesk.Visitor()));
        reception.GoTo(ReceptionDesk.December);
        Assert.Equal("reception.minutes.none", CaseDesk.Refusal(await FinishAsync(1)));
        var first = CaseDesk.Done(await reception.WriteAsync("由司法所调解", 0));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await reception.WriteAsync("另一位负责人同时写的", 0)));
        Assert.Equal("reception.minutes.agreed", CaseDesk.Refusal(await reception.WriteAsync(" ", first.Version)));
        var second = CaseDesk.Done(await reception.WriteAsync("由司法所调解，一周内回话", first.Version));
        Assert.Equal("reception.minutes.open", CaseDesk.Refusal(await AddAsync(Guid.CreateVersion7())));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await FinishAsync(first.Version)));
        var final = CaseDesk.Done(await FinishAsync(second.Version));

        Assert.Equal("reception.final", CaseDesk.Refusal(await reception.WriteAsync("改一改", final.Version)));
        Assert.Equal("reception.final", CaseDesk.Refusal(await reception.BookAsync(ReceptionDesk.Visitor("吴小某"))));
        Assert.Equal("reception.final", CaseDesk.Refusal(await reception.ActAsync(service => service.MarkAsync(booking.Id, hasCome: true))));
        var key = Guid.CreateVersion7();
        Assert.Equal(CaseDesk.Done(await AddAsync(key)).WrittenAt, CaseDesk.Done(await AddAsync(key)).WrittenAt);

        var read = (await ReadAsync(reception.Desk.Chair))!;
        Assert.Equal(("李某某", "由司法所调解，一周内回话", "李某某"), (read.Receivers, read.Agreed, read.Minutes.FinalByName));
        Assert.Equal(["人数应为2人"], read.Addenda.Select(one => one.Text));
    }

    [Fact]
    public async Task NobodyButASupervisorOfTheBody_ReadsOrWritesThem()
    {
        reception.GoTo(ReceptionDesk.December);
        CaseDesk.Done(await reception.WriteAsync("由司法所调解", 0));
        foreach (var other in new[] { reception.Desk.Officer, reception.Desk.Superior })
        {
            Assert.Null(await ReadAsync(other));
            var unknown = await reception.WriteAsync("改一改", 1, other, ReceptionDesk.December.AddDays(1));
            Assert.Equal(unknown.Problems, (await reception.WriteAsync("改一改", 1, other)).Problems);
        }
    }

    private Task<Outcome<ReceptionMinutes>> FinishAsync(int version) => reception.Desk.WithAsync(reception.Desk.Chair, hands => hands.ReceptionMinutes.FinishAsync(ReceptionDesk.December, version));

    private Task<Outcome<ReceptionAddendum>> AddAsync(Guid key) => reception.Desk.WithAsync(reception.Desk.Chair, hands => hands.ReceptionMinutes.AddAsync(key, ReceptionDesk.December, "人数应为2人"));

    private async Task<MinutesView?> ReadAsync(Actor actor)
    {
        var day = (await reception.OpenAsync(ReceptionDesk.December, reception.Desk.Chair))!.Line.Day;
        return await reception.Desk.WithAsync(actor, hands => hands.Receptions.FindMinutesAsync(day));
    }
}
