using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Circulars;
using Jinguo.Core.Tests.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Circulars;

/// <summary>通知. Today is 20 November 2026; the county sends.</summary>
public sealed class CircularTests : IAsyncLifetime
{
    private Ledger office = null!;

    private Actor County => Ledger.Chair(office.City.County);

    public async Task InitializeAsync() => office = await Ledger.OpenAsync();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task ACircularToALevel_ReachesEveryBodyOfThatLevelBelow_AndNobodyElse()
    {
        var sent = await SendAsync(New() with { Level = Level.Village, Bodies = [] });

        var villages = office.City.All.Where(body => body.Level == Level.Village && OrganisationPath.IsWithin(body.Path, office.City.County.Path)).Select(body => body.Id).Order();
        await using var db = office.Database.Open();
        Assert.Equal(villages, await db.CircularReceipts.Where(one => one.CircularId == sent.Id).Select(one => one.OrganisationId).Order().ToListAsync());
        Assert.Single((await ReadAsync(office.Village, reader => reader.ListReceivedAsync(openOnly: true, 1))).Lines);
        Assert.Empty((await ReadAsync(office.Stranger, reader => reader.ListReceivedAsync(openOnly: false, 1))).Lines);
        Assert.Null(await ReadAsync(office.Stranger, reader => reader.FindAsync(sent.Id)));
    }

    [Fact]
    public async Task ABodyThatReceives_HasDoneEnough_UnlessAnAnswerIsAskedFor()
    {
        var plain = await SendAsync(New());
        var asking = await SendAsync(New() with { NeedsAnswer = true });

        await ActAsync(office.Township, service => service.ReceiveAsync(plain.Id));
        await ActAsync(office.Township, service => service.ReceiveAsync(asking.Id));
        Assert.Equal([asking.Id], (await OpenAsync()).Select(line => line.Circular.Id));
        await ActAsync(office.Township, service => service.AnswerAsync(asking.Id, " 已办。 "));

        Assert.Empty(await OpenAsync());
        var sent = (await ReadAsync(County, reader => reader.FindAsync(asking.Id)))!.Sent!;
        Assert.Equal((1, 1, 1), (sent.Bodies, sent.Received, sent.Answered));
        var line = Assert.Single((await ReadAsync(County, reader => reader.ListReceiptsAsync(sent, ReceiptFilter.All, 1))).Lines);
        Assert.Equal("已办。", line.Receipt.Answer);
        Assert.Empty((await ReadAsync(County, reader => reader.ListReceiptsAsync(sent, ReceiptFilter.NotAnswered, 1))).Lines);
    }

    [Fact]
    public async Task SentTwice_ItGoesOutOnce_AndAnsweredTwiceTheSameChangesNothing()
    {
        var input = New() with { NeedsAnswer = true };
        Assert.Equal((await SendAsync(input)).SentAt, (await SendAsync(input)).SentAt);
        await ActAsync(office.Township, service => service.AnswerAsync(input.Key, "已办。"));
        await ActAsync(office.Township, service => service.AnswerAsync(input.Key, "已办。"));

        await using var db = office.Database.Open();
        Assert.Equal(1, await db.CircularReceipts.CountAsync());
        Assert.Equal(1, await db.Set<Core.Base.Changes.Change>().CountAsync(change => change.Act == "circular.answered"));
    }

    [Fact]
    public async Task TakenBack_NobodyHasToAnswer_AndNobodyCan()
    {
        var sent = await SendAsync(New() with { NeedsAnswer = true });

        Assert.Equal(Problem.NotFoundCode, Assert.Single((await ActAsync(office.Township, service => service.WithdrawAsync(sent.Id))).Problems).Code);
        Assert.True((await ActAsync(County, service => service.WithdrawAsync(sent.Id))).Done);

        Assert.Empty(await OpenAsync());
        Assert.Equal("circular.withdrawn", Assert.Single((await ActAsync(office.Township, service => service.AnswerAsync(sent.Id, "已办。"))).Problems).Code);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaid()
    {
        await RefusedAsync(New() with { Title = " " }, "circular.title.missing");
        await RefusedAsync(New() with { Text = new string('长', 5001) }, "circular.text.long");
        await RefusedAsync(New() with { Due = new(2026, 11, 19) }, "circular.due");
        await RefusedAsync(New() with { Bodies = [] }, "circular.to");
        await RefusedAsync(New() with { Level = Level.County, Bodies = [] }, "circular.level");
        await RefusedAsync(New() with { Level = Level.Group, Bodies = [] }, "circular.nobody");
        await RefusedAsync(New() with { Bodies = [office.City.Stranger.Id] }, "circular.nobody");
        await RefusedAsync(New() with { Files = [Guid.CreateVersion7()] }, "circular.files.unknown");
        var sent = await SendAsync(New());
        Assert.Equal("circular.answer.missing", Assert.Single((await ActAsync(office.Township, service => service.AnswerAsync(sent.Id, " "))).Problems).Code);
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await ActAsync(office.Village, service => service.ReceiveAsync(sent.Id))).Problems).Code);
    }

    private NewCircular New() => new(Guid.CreateVersion7(), "关于报送情况的通知", "请于期限前报送。", null, [office.City.Township.Id]);

    private async Task<Circular> SendAsync(NewCircular input) => (await ActAsync(County, service => service.SendAsync(input))).Value!;

    private async Task RefusedAsync(NewCircular input, string code) => Assert.Equal(code, Assert.Single((await ActAsync(County, service => service.SendAsync(input))).Problems).Code);

    private Task<IReadOnlyList<ReceivedCircular>> OpenAsync() => ReadAsync(office.Township, reader => reader.ListOpenAsync(10));

    private async Task<T> ActAsync<T>(Actor actor, Func<CircularService, Task<T>> act)
    {
        await using var db = office.Database.Open();
        return await act(new(db, new(db, actor), new(db, office.Clock), office.Clock));
    }

    private async Task<T> ReadAsync<T>(Actor actor, Func<CircularReader, Task<T>> read)
    {
        await using var db = office.Database.Open();
        return await read(new(db, new(db, actor)));
    }
}
