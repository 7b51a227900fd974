using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Core.Tests.Records.Ledgers;

/// <summary>搜索: records are found by any word of theirs, as soon as they are saved, by those who may see them.</summary>
public sealed class LedgerSearchTests
{
    private const string Embroidery = "day=2026-11-16 topic=手工刺绣 place=妇女之家 participants=50 helped=王某某";
    private const string Law = "day=2026-11-18 topic=民法典宣讲 place=村部 participants=30";

    [Theory]
    [InlineData("刺绣", "手工刺绣")]
    [InlineData("绣", "手工刺绣")]
    [InlineData("手工刺绣", "手工刺绣")]
    [InlineData("之家 手工", "手工刺绣")]
    [InlineData("50", "手工刺绣")]
    [InlineData("宣讲", "民法典宣讲")]
    [InlineData("村", "民法典宣讲")]
    [InlineData("绣刺", null)]
    [InlineData("刺绣 村部", null)]
    [InlineData("\"刺绣\" OR 1 - ' *", null)]
    [InlineData("， 。", null)]
    public async Task WordsOfOneOrMoreCharacters_FindTheRecord(string search, string? title)
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Embroidery);
        await ledger.SaveAsync(ledger.Village, "training", Law);

        Assert.Equal(title is null ? [] : [title], await TitlesAsync(ledger, ledger.Village, search));
    }

    [Fact]
    public async Task TheNewestComesFirst()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Law);
        await ledger.SaveAsync(ledger.Village, "training", Embroidery + " category=skills");

        Assert.Equal(["民法典宣讲", "手工刺绣"], await TitlesAsync(ledger, ledger.Village, "人次"));
    }

    [Fact]
    public async Task SuperiorsFindItToo_StrangersDoNot_AndAdministratorsFindNothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Embroidery);

        Assert.Single(await TitlesAsync(ledger, ledger.Township, "刺绣"));
        Assert.Single(await TitlesAsync(ledger, Ledger.Chair(ledger.City.Top, Role.Reader), "刺绣"));
        Assert.Empty(await TitlesAsync(ledger, Ledger.Chair(ledger.City.Township, Role.Reader, RoleScope.Own), "刺绣"));
        Assert.Empty(await TitlesAsync(ledger, ledger.Stranger, "刺绣"));
        Assert.Empty(await TitlesAsync(ledger, Ledger.Chair(ledger.City.Top, Role.SystemAdministrator), "刺绣"));
    }

    [Fact]
    public async Task Persons_AreFoundByTheirOwnBodyAlone()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", Embroidery);

        Assert.Single(await TitlesAsync(ledger, ledger.Village, "王某某"));
        Assert.Single(await TitlesAsync(ledger, ledger.Village, "刺绣 王某某"));
        Assert.Empty(await TitlesAsync(ledger, ledger.Township, "王某某"));
    }

    [Fact]
    public async Task ACorrection_IsFoundByItsNewWords_AWithdrawnRecordNoMore_ARestoredOneAgain()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Embroidery);
        var values = await ledger.ValuesAsync("training", "day=2026-11-16 topic=剪纸 place=妇女之家 participants=50");

        await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values, Confirmed: true), ledger.Village));
        Assert.Empty(await TitlesAsync(ledger, ledger.Village, "刺绣"));
        Assert.Equal(["剪纸"], await TitlesAsync(ledger, ledger.Village, "剪纸"));
        await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Village));
        Assert.Empty(await TitlesAsync(ledger, ledger.Village, "剪纸"));
        await ledger.ActAsync(service => service.RestoreAsync(id, null, ledger.Village));
        Assert.Single(await TitlesAsync(ledger, ledger.Village, "剪纸"));
    }

    [Fact]
    public async Task WordsLost_AreWrittenAnew()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", Embroidery);
        var gone = await ledger.SaveAsync(ledger.Village, "training", Law);
        await ledger.ActAsync(service => service.WithdrawAsync(gone, "记重了", ledger.Village));
        await using var db = ledger.Database.Open();
        await new SearchIndex(db).RemoveAsync([id]);
        Assert.Empty(await TitlesAsync(ledger, ledger.Village, "刺绣"));

        Assert.Equal(1, await new LedgerSearch(db).RebuildAsync());
        Assert.Equal(1, await new LedgerSearch(db).RebuildAsync());

        Assert.Single(await TitlesAsync(ledger, ledger.Village, "刺绣"));
        Assert.Empty(await TitlesAsync(ledger, ledger.Village, "宣讲"));
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Ledger ledger, Actor actor, string search)
    {
        await using var db = ledger.Database.Open();
        var found = await new SearchReader(db, new(db, actor)).FindAsync(search, null, 1);
        Assert.Equal(found.Total, found.Lines.Count);
        return [.. found.Lines.Select(hit => hit.Entry.Title)];
    }
}
