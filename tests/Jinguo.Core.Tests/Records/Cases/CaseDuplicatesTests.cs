using Jinguo.Core.Records.Cases;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>Whether a petitioner came before is told only of cases that the reader has in hand.</summary>
public sealed class CaseDuplicatesTests
{
    private const string Phone = "13812341234";

    [Fact]
    public async Task EarlierCases_AreOfferedToWhoHasThemInHand_TheNewestFive_AndToOthersNotEvenTheirNumber()
    {
        await using var desk = await CaseDesk.OpenAsync();
        for (var day = 1; day <= 6; day++)
            await desk.ReceiveAsync(CaseDesk.Input($"2026-11-0{day} 09:20", texts: (CaseField.Phone, Phone)));
        var other = await desk.ReceiveAsync(CaseDesk.Input("2026-11-10 09:20", channel: "call", texts: (CaseField.Phone, "138 1234 1234")), desk.Colleague);

        var found = await desk.WithAsync(desk.Officer, hands => hands.Duplicates.FindAsync(null, "138-1234-1234"));
        Assert.Equal([6, 5, 4, 3, 2], found.Select(one => one.Received.Day));
        Assert.Equal(("安妇访〔2026〕006号", CaseStage.Registered, "visit"), (found[0].Number, found[0].Stage, found[0].Channel));
        Assert.Equal(other.Id, Assert.Single(await desk.WithAsync(desk.Colleague, hands => hands.Duplicates.FindAsync("", Phone))).Id);
        Assert.Equal(5, (await desk.WithAsync(desk.Chair, hands => hands.Duplicates.FindAsync(null, Phone))).Count);
        Assert.Empty(await desk.WithAsync(desk.Superior, hands => hands.Duplicates.FindAsync(null, Phone)));
        Assert.Empty(await desk.WithAsync(desk.Officer, hands => hands.Duplicates.FindAsync("", "")));

        var code = (await desk.ReadAsync(reader => reader.OpenAsync(other.Id, "打印回执"), desk.Colleague))![CaseField.QueryCode]!;
        Assert.Equal(other.Id, (await desk.WithAsync(desk.Colleague, hands => hands.Duplicates.FindByCodeAsync($" {code.ToLowerInvariant()} ")))!.Id);
        Assert.Null(await desk.WithAsync(desk.Officer, hands => hands.Duplicates.FindByCodeAsync(code)));
        foreach (var number in new[] { "安妇访〔2026〕007号", "安妇访[2026]7号", "2026-7", "〔2026〕第007号" })
            Assert.Equal(other.Id, (await desk.WithAsync(desk.Colleague, hands => hands.Duplicates.FindByNumberAsync(number)))?.Id);
        Assert.Null(await desk.WithAsync(desk.Officer, hands => hands.Duplicates.FindByNumberAsync("2026-7")));
        Assert.Null(await desk.WithAsync(desk.Colleague, hands => hands.Duplicates.FindByNumberAsync("东妇访〔2026〕007号")));
    }
}
