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
}
