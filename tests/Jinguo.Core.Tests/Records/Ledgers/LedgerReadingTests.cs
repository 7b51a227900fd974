using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class LedgerReadingTests
{
    [Fact]
    public async Task List_FiltersSortsAndCountsByState()
    {
        await using var ledger = await Ledger.OpenAsync();
        var old = await ledger.SaveAsync(ledger.Village, "training", "day=2025-05-04 topic=种植 place=村小学 participants=20");
        var sewing = await ledger.SaveAsync(ledger.Village, "training", "day=2026-05-04 topic=刺绣 place=妇女之家 participants=50余");
        var hearing = await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-06-01 topic=述职");
        var elsewhere = await ledger.SaveAsync(ledger.Stranger, "training", "day=2026-05-05 topic=刺绣", ledger.City.Stranger);
        await ledger.ActAsync(service => service.ReturnAsync(new(sewing, 1), "请核对", ledger.Township));

        async Task<IEnumerable<Guid>> Ids(Actor actor, LedgerFilter filter) =>
            (await ledger.ReadAsync(actor, reading => reading.List.ListAsync(filter))).Rows.Select(row => row.Record.Id);

        var city = Ledger.Chair(ledger.City.Top);
        Assert.Equal([hearing, elsewhere, sewing, old], await Ids(city, new()));
        Assert.Equal([hearing, sewing, old], await Ids(ledger.Township, new()));
        Assert.Equal([old, sewing, elsewhere], await Ids(city, new() { Type = "training", Order = LedgerOrder.Oldest }));
        Assert.Equal([sewing], await Ids(city, new() { State = StateFilter.Returned }));
        Assert.Equal([hearing, sewing], await Ids(city, new() { State = StateFilter.NotCounted }));
        Assert.Equal([old], await Ids(city, new() { Period = Period.Year(2025) }));
        Assert.Equal([elsewhere], await Ids(city, new() { Path = ledger.City.Stranger.Path }));
        Assert.Equal([sewing], await Ids(city, new() { Search = "刺绣 妇女之家" }));
        Assert.Empty(await Ids(city, new() { Search = "100%" }));
        var counts = (await ledger.ReadAsync(city, reading => reading.List.ListAsync(new()))).Counts;
        Assert.Equal(new LedgerCounts(All: 4, NotCounted: 2, Waiting: 3, Returned: 1), counts);
        var posted = await ledger.ReadAsync(city, reading => reading.List.PostedAsync(new() { Type = "training" }));
        Assert.Equal(("training.participants", 20), (posted!.Value.Measure.Code, posted.Value.Value));
    }

    [Fact]
    public async Task Overview_CountsEveryTypeOfTheYear()
    {
        await using var ledger = await Ledger.OpenAsync();
        await ledger.SaveAsync(ledger.Village, "training", "day=2026-05-04 topic=刺绣 participants=50");
        await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-06-01 topic=述职");
        var rows = await ledger.ReadAsync(ledger.Township, reading => reading.List.OverviewAsync(ledger.City.Township.Path, Period.Year(2026)));
        Assert.Equal(["training 1 0", "hearing 1 1", "venue 0 0"], rows.Select(row => $"{row.Type.Type.Code} {row.Count} {row.NotCounted}"));
    }

    [Fact]
    public async Task Persons_StayWithTheBodyThatHandlesThem()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", "day=2026-05-04 topic=刺绣 helped=李某某");
        var own = await ledger.ReadAsync(ledger.Village, reading => reading.Records.FindAsync(id));
        Assert.Equal((new TextValue("李**"), false), (own!.Values["helped"], own.PersonsHidden));
        var above = await ledger.ReadAsync(ledger.Township, reading => reading.Records.FindAsync(id));
        Assert.Equal((null, true), (above!.Values["helped"], above.PersonsHidden));
        Assert.Single((await ledger.ReadAsync(ledger.Village, reading => reading.List.ListAsync(new() { Search = "李某某" }))).Rows);
        Assert.Empty((await ledger.ReadAsync(ledger.Township, reading => reading.List.ListAsync(new() { Search = "李某某" }))).Rows);

        var values = await ledger.ValuesAsync("training", "day=2026-05-04 topic=刺绣 helped=王某某 place=村小学");
        await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values), ledger.Village));
        Assert.Equal(["helped", "place"], await ChangedFieldsAsync(ledger, ledger.Village, id));
        Assert.Equal(["place"], await ChangedFieldsAsync(ledger, ledger.Township, id));
    }

    [Fact]
    public async Task Find_ByAStranger_FindsNothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", "day=2026-05-04 topic=刺绣");
        Assert.Null(await ledger.ReadAsync(ledger.Stranger, reading => reading.Records.FindAsync(id)));
        Assert.Null(await ledger.ReadAsync(Ledger.Chair(ledger.City.Village, Role.SystemAdministrator), reading => reading.Records.FindAsync(id)));
    }

    [Fact]
    public async Task Queue_GroupsByBodyOldestFirstWithDoublesAndWhatAReturnTakesAway()
    {
        await using var ledger = await Ledger.OpenAsync();
        var first = await ledger.SaveAsync(ledger.Village, "training", "day=2026-11-16 topic=反家庭暴力法 place=村小学 participants=32");
        ledger.Clock.Advance(TimeSpan.FromHours(1));
        var second = await ledger.SaveAsync(ledger.Village, "training", "day=2026-11-16 topic=普法宣传 place=村小学 participants=32");
        await ledger.SaveAsync(ledger.Township, "training", "day=2026-11-16 topic=镇里的 participants=9", ledger.City.Township);

        var queue = await ledger.ReadAsync(ledger.Township, reading => reading.Queue.ListAsync(all: false));
        Assert.Equal((2, 0), (queue.Total, queue.Further));
        Assert.Equal([(ledger.City.Village.Name, 2)], queue.Bodies.Select(body => (body.Name, body.Count)));
        Assert.Equal([first, second], queue.Records.Select(record => record.Record.Id));
        Assert.Equal("培训人次 32人次", string.Join('、', queue.Records[0].Facts.Select(fact => $"{fact.Measure.Name} {fact.Text}")));
        Assert.Equal((second, "普法宣传"), (queue.Records[0].Doubles[0].Id, queue.Records[0].Doubles[0].Title));
        Assert.Equal(2, await ledger.ReadAsync(ledger.Township, reading => reading.Queue.CountAsync()));

        var county = await ledger.ReadAsync(Ledger.Chair(ledger.City.County), reading => reading.Queue.ListAsync(all: false));
        Assert.Equal((1, 2), (county.Total, county.Further));
        Assert.Equal(3, (await ledger.ReadAsync(Ledger.Chair(ledger.City.County), reading => reading.Queue.ListAsync(all: true))).Total);
        Assert.Empty((await ledger.ReadAsync(ledger.Village, reading => reading.Queue.ListAsync(all: true))).Records);
    }

    [Fact]
    public async Task Recent_OffersTheLastDifferentValuesOfTheBody()
    {
        await using var ledger = await Ledger.OpenAsync();
        foreach (var (topic, day) in new[] { ("种植", 1), ("刺绣", 2), ("种植", 3) })
        {
            await ledger.SaveAsync(ledger.Village, "training", $"day=2026-05-0{day} topic={topic} place=妇女之家");
            ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await using var db = ledger.Database.Open();
        var type = (await ledger.Types.GetAsync(db)).Get("training");
        var recent = await ledger.ReadAsync(ledger.Village, reading => reading.Recent.ListAsync(type, ledger.City.Village.Id));
        Assert.Equal(["种植", "刺绣"], recent["topic"]);
        Assert.Equal(["妇女之家"], recent["place"]);
    }

    [Fact]
    public async Task VisitsDue_AreRegisterEntriesInUseSoonestFirst()
    {
        await using var ledger = await Ledger.OpenAsync();
        var late = await ledger.SaveAsync(ledger.Village, "venue", "day=2025-03-01 name=旧妇女之家");
        await ledger.SaveAsync(ledger.Village, "venue", "day=2026-11-01 name=新妇女之家");
        await ledger.SaveAsync(ledger.Village, "venue", "day=2025-01-01 name=已撤的 until=2026-01-01");
        var due = await ledger.ReadAsync(ledger.Township, reading => reading.List.VisitsDueAsync(new(2026, 11, 20), 50));
        Assert.Equal([late], due.Select(row => row.Record.Id));
    }

    private static async Task<IEnumerable<string>> ChangedFieldsAsync(Ledger ledger, Actor actor, Guid id)
    {
        var history = await ledger.ReadAsync(actor, async reading => await reading.Records.HistoryAsync((await reading.Records.FindAsync(id))!));
        return history.SelectMany(change => change.Fields).Select(field => field.Field);
    }
}
