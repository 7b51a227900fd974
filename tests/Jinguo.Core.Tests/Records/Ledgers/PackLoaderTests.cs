using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class PackLoaderTests
{
    [Fact]
    public async Task Load_OfAnUnchangedPack_ChangesNothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        await using var db = ledger.Database.Open();
        Assert.Empty(await ledger.LoadAsync(db, Ledger.Pack));
        Assert.Equal(1, await db.PackVersions.CountAsync());
    }

    [Fact]
    public async Task Load_OfAChangedPack_KeepsTheFormWithWhichARecordWasWritten()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-11-16 topic=述职");
        await using (var db = ledger.Database.Open())
            Assert.Empty(await ledger.LoadAsync(db, Ledger.Pack.Replace("{topic}评议", "{topic}评议会", StringComparison.Ordinal).Replace("评议场次", "民主评议场次", StringComparison.Ordinal)));

        await using var after = ledger.Database.Open();
        var catalog = await ledger.Types.GetAsync(after);
        Assert.Equal(2, catalog.Get("hearing").Version);
        Assert.Equal("{topic}评议", catalog.Get("hearing", (await ledger.RecordAsync(id)).TypeVersion).Title.Text);
        Assert.Equal("民主评议场次", (await after.Measures.SingleAsync(measure => measure.Code == "hearing.count")).Name);
        Assert.Equal("廉政评议会", (await ledger.RecordAsync(await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-11-17 topic=廉政"))).Title);
    }

    [Fact]
    public async Task Load_KeepsOptionsThatAPackNoLongerHas()
    {
        await using var ledger = await Ledger.OpenAsync();
        await using (var db = ledger.Database.Open())
            Assert.Empty(await ledger.LoadAsync(db, Ledger.Pack.Replace("""{ "code": "skills", "name": "技能" }""", """{ "code": "craft", "name": "手工" }""", StringComparison.Ordinal)));
        await using var after = ledger.Database.Open();
        var options = (await new MeasureCatalogCache().GetAsync(after)).Get("training.participants").Options;
        Assert.Equal(["1 skills", "2 law", "3 craft"], options.Select(option => $"{option.Number} {option.Code}"));
    }

    [Theory]
    [InlineData("\"kind\": \"stock\"", "\"kind\": \"flow\"", "venue.count")]
    [InlineData("\"unit\": \"人次\", \"kind\": \"flow\"", "\"unit\": \"人次\", \"kind\": \"flow\", \"decimals\": 1", "training.participants")]
    [InlineData("\"measure\": \"hearing.count\"", "\"measure\": \"hearing.counts\"", "recordTypes[1]")]
    public async Task Load_OfAPackThatWouldFalsifyFactsOrIsWrong_LoadsNothingAndSaysWhere(string old, string changed, string place)
    {
        await using var ledger = await Ledger.OpenAsync();
        await using var db = ledger.Database.Open();
        var problems = await ledger.LoadAsync(db, Ledger.Pack.Replace(old, changed, StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path.StartsWith(place, StringComparison.Ordinal));
        Assert.Equal(1, await db.PackVersions.AsNoTracking().CountAsync());
    }

    [Fact]
    public async Task ShippedPacks_Load()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var types = new RecordTypeCatalogCache(Keys.Fields, new TestClock());
        IReadOnlyList<PackProblem> problems = await new PackLoader(db, new TestClock(), new(), types).LoadFolderAsync(RepositoryFolder.At("packs"));
        Assert.Empty(problems);
        Assert.NotEmpty((await types.GetAsync(db)).All);
    }
}
