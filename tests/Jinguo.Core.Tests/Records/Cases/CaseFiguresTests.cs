using System.Globalization;
using Jinguo.Core.Records.Cases;

namespace Jinguo.Core.Tests.Records.Cases;

public sealed class CaseFiguresTests
{
    [Fact]
    public async Task TheYearOfARealReport_ComesOutOfItsCases()
    {
        // Sample 002: 79 件次, 3 of them letters, 21 calls, the rest visits; each was answered.
        string[] channels = [.. Enumerable.Repeat("letter", 3), .. Enumerable.Repeat("call", 21), .. Enumerable.Repeat("visit", 55)];
        await using var desk = await CaseDesk.OpenAsync();

        foreach (var (number, channel) in channels.Index())
        {
            var day = new DateOnly(2026, 1, 5).AddDays(number * 4);
            var one = await desk.ReceiveAsync(CaseDesk.Input($"{day:yyyy-MM-dd} 09:20", channel, category: "divorce", risk: "green"));
            await desk.MoveAsync(one, CaseAct.Answer, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 10:00"));
        }

        foreach (var body in (Core.Base.Organisations.Organisation[])[desk.City.County, desk.City.Top])
        {
            foreach (var (option, count) in (IEnumerable<(string?, long)>)[(null, 79), ("letter", 3), ("call", 21), ("visit", 55)])
                Assert.Equal(count, await desk.CountAsync(CaseFacts.Items, body, option));
            Assert.Equal(79, await desk.CountAsync(CaseFacts.Replied, body));
            Assert.Equal(79, await desk.CountAsync(CaseFacts.Closed, body));
        }
    }

    [Fact]
    public async Task OnTime_IsWhatWasToldAndDecidedInTime_WithAnExtensionThatWasToldWhy()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var late = await desk.ReceiveAsync(CaseDesk.Input("2026-11-02 09:20", risk: "green"));
        await desk.MoveAsync(late, CaseAct.Answer, "2026-11-18 10:00");
        var extended = await desk.MoveAsync(await desk.ReceiveAsync(CaseDesk.Input("2026-09-18 09:20", risk: "green")), CaseAct.Accept, "2026-09-22 10:00");
        extended = CaseDesk.Done(await desk.WithAsync(desk.Chair, hands => hands.Clocks.AskAsync(new(Guid.CreateVersion7(), extended.Id, extended.Version, 10, "等待司法鉴定"))));
        desk.Clock.Advance(TimeSpan.FromDays(6));
        extended = await desk.MoveAsync(extended, CaseAct.Answer, "2026-11-25 10:00");
        Assert.Equal(0, await desk.CountAsync(CaseFacts.OnTime, desk.City.Top));

        var change = (await desk.ReadAsync(reader => reader.OpenAsync(extended.Id, null)))!.Changes[0].Change.Id;
        CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Clocks.TellAsync(change, new(2026, 11, 21), "书面送达")));

        Assert.Equal(1, await desk.CountAsync(CaseFacts.OnTime, desk.City.Top));
        Assert.Equal(2, await desk.CountAsync(CaseFacts.Closed, desk.City.Top));
    }

    [Fact]
    public async Task VisitsAndWhatSheSaid_WarningsAndOrders_AreCounted_AndTakenBackWithTheLine()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-11-06 09:20", risk: "green"));
        var lines = new List<Guid>();
        foreach (var (step, said) in (IEnumerable<(CaseStep, CaseSatisfaction?)>)[(CaseStep.Warning, null), (CaseStep.OrderMade, null), (CaseStep.OrderRenewed, null), (CaseStep.HomeVisit, null), (CaseStep.ReturnVisit, CaseSatisfaction.Satisfied), (CaseStep.ReturnVisit, CaseSatisfaction.Dissatisfied), (CaseStep.ReturnVisit, CaseSatisfaction.NotRated)])
        {
            var line = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-09 10:00"), "记下") { Satisfaction = said };
            one = CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(step, line)));
            lines.Add(line.Key);
        }
        Assert.Equal([4, 2, 1, 1, 1, 4], await CountsAsync(desk));

        CaseDesk.Done(await desk.ActAsync(service => service.StrikeOutAsync(one.Id, lines[4], "记错了人")));

        Assert.Equal([3, 1, 0, 1, 1, 3], await CountsAsync(desk));
    }

    private static async Task<List<long>> CountsAsync(CaseDesk desk)
    {
        var counts = new List<long>();
        foreach (var measure in (string[])[CaseFacts.Visited, CaseFacts.Rated, CaseFacts.Satisfied, CaseFacts.Warnings, CaseFacts.Orders, CaseFacts.ViolenceVisits])
            counts.Add(await desk.CountAsync(measure, desk.City.County));
        return counts;
    }
}
