using Jinguo.Core.Base.Highlights;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class HighlightTests
{
    [Fact]
    public async Task MarkHighlight_OffersTheSentenceAsLongAsTheRecordCounts()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Ledger.Training);
        await ledger.ActAsync(service => service.MarkHighlightAsync(id, "芙蓉村办起刺绣班。", ledger.Village));
        Assert.Equal("芙蓉村办起刺绣班。", (await HighlightAsync(ledger))?.Text);
        await ledger.ActAsync(service => service.ReturnAsync(new(id, 2), "请核对", ledger.Township));
        Assert.Null(await HighlightAsync(ledger));
        await ledger.ActAsync(service => service.ReopenAsync([new(id, 3)], ledger.Township));
        Assert.Equal(("training", new DateOnly(2026, 11, 16)), ((await HighlightAsync(ledger))!.Topic, (await HighlightAsync(ledger))!.Day));
        await ledger.ActAsync(service => service.MarkHighlightAsync(id, "", ledger.Village));
        Assert.Null(await HighlightAsync(ledger));
        Assert.Equal("ledger.highlight.long", Assert.Single((await ledger.ActAsync(service => service.MarkHighlightAsync(id, new('长', 301), ledger.Village))).Problems).Code);
    }

    private static async Task<Highlight?> HighlightAsync(Ledger ledger)
    {
        await using var db = ledger.Database.Open();
        return await db.Highlights.AsNoTracking().SingleOrDefaultAsync();
    }
}
