using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Tests.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Figures.Closing;

/// <summary>锁账. Today is 20 November 2026; the township closes October.</summary>
public sealed class ClosingTests
{
    private static readonly DateOnly October = new(2026, 10, 31);
    private static readonly FigureKey Participants = new("training.participants");

    [Fact]
    public async Task WithoutAClosing_APastMonthIsChangedWithoutAReason()
    {
        await using var ledger = await Ledger.OpenAsync();

        await ledger.SaveAsync(ledger.Village, "training", "day=2026-10-16 topic=刺绣 participants=50");

        Assert.Null((await FigureAsync(ledger, "2026-10")).ClosedAt);
    }

    [Fact]
    public async Task AfterClosing_ANewRecordOfAClosedDay_NeedsAReason_AndIsThenShownAsACorrection()
    {
        await using var ledger = await Ledger.OpenAsync();
        var closing = await CloseAsync(ledger);
        var input = await ledger.NewAsync("training", "day=2026-10-16 topic=刺绣 participants=50");

        var refused = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));

        Assert.Equal([LedgerChecks.ClosedCode], refused.Problems.Select(problem => problem.Code));
        Assert.Equal("账已锁到2026年10月31日，2026年10月16日在锁账期内。要改的话会登记为更正，请写明原因。", refused.Problems[0].Text);
        Assert.True((await FigureAsync(ledger, "2026-10")).IsNone);

        var saved = await ledger.ActAsync(service => service.SaveAsync(input with { Reason = "签到表晚到" }, ledger.Village));

        Assert.True(saved.Done);
        var figure = await FigureAsync(ledger, "2026-10");
        Assert.Equal(50, figure.Value);
        Assert.True(figure.IsCorrected);
        var (lines, total) = await CorrectionsAsync(ledger, closing);
        Assert.Equal(1, total);
        Assert.Equal(("签到表晚到", input.Id, new DateOnly(2026, 10, 16)), (lines[0].Correction.Reason, lines[0].Correction.SourceId, lines[0].Correction.Day));
    }

    [Fact]
    public async Task ADayAfterTheClosing_NeedsNoReason()
    {
        await using var ledger = await Ledger.OpenAsync();
        await CloseAsync(ledger);

        await ledger.SaveAsync(ledger.Village, "training", "day=2026-11-02 topic=刺绣 participants=50");

        Assert.False((await FigureAsync(ledger, "2026")).IsCorrected);
    }

    [Fact]
    public async Task AClosing_HoldsForEverythingBelow_AndForNobodyElse()
    {
        await using var ledger = await Ledger.OpenAsync();
        await CloseAsync(ledger);

        await ledger.SaveAsync(ledger.Stranger, "training", "day=2026-10-16 topic=刺绣 participants=50", ledger.City.Stranger);
        var village = await ledger.NewAsync("training", "day=2026-10-16 topic=刺绣 participants=50");

        Assert.False((await ledger.ActAsync(service => service.SaveAsync(village, ledger.Village))).Done);
    }

    [Fact]
    public async Task CorrectingAndWithdrawing_NeedAReason_ChangingWordsDoesNot()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", "day=2026-10-16 topic=刺绣 participants=50");
        var closing = await CloseAsync(ledger);
        var fewer = await ledger.ValuesAsync("training", "day=2026-10-16 topic=刺绣 participants=40");
        var elsewhere = await ledger.ValuesAsync("training", "day=2026-10-16 topic=刺绣 participants=50 place=村部");

        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, elsewhere), ledger.Village))).Done);
        Assert.Equal([LedgerChecks.ClosedCode], (await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, fewer), ledger.Village))).Problems.Select(problem => problem.Code));
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(id, 2, fewer, Reason: "数错了"), ledger.Village))).Done);
        ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ledger.ActAsync(service => service.WithdrawAsync(id, "记重了", ledger.Village))).Done);
        ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await ledger.ActAsync(service => service.RestoreAsync(id, null, ledger.Village))).Done);

        Assert.Equal(["恢复撤回的记录", "记重了", "数错了"], (await CorrectionsAsync(ledger, closing)).Lines.Select(line => line.Correction.Reason));
    }

    [Fact]
    public async Task AReviewAfterClosing_SaysWhatItIs()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "hearing", "day=2026-10-16 topic=家风");
        var closing = await CloseAsync(ledger);

        Assert.True((await ledger.ActAsync(service => service.AcceptAsync([new(id, 1)], ledger.Township))).Done);

        Assert.Equal("锁账后审核通过", Assert.Single((await CorrectionsAsync(ledger, closing)).Lines).Correction.Reason);
    }

    [Fact]
    public async Task WhatWasClosed_CanBeReadAsItWasKnown_AndTheDifferencesAreListed()
    {
        await using var ledger = await Ledger.OpenAsync();
        var id = await ledger.SaveAsync(ledger.Village, "training", "day=2026-10-16 topic=刺绣 participants=50 category=skills");
        await ledger.SaveAsync(ledger.Township, "training", "day=2026-10-17 topic=普法 participants=8 category=law", ledger.City.Township);
        var closing = await CloseAsync(ledger);
        var fewer = await ledger.ValuesAsync("training", "day=2026-10-16 topic=刺绣 participants=40 category=skills");
        await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, fewer, Reason: "数错了"), ledger.Village));

        Assert.Equal((58m, 48m), ((await FigureAsync(ledger, "2026-10", closing.At)).Value, (await FigureAsync(ledger, "2026-10")).Value));
        await using var db = ledger.Database.Open();
        var differences = new FigureDifferences(Book(ledger, db, ledger.Township));
        var all = await differences.ListAsync(ledger.City.Township.Id, Period.OfMonth(2026, 10), closing.At, later: null);
        Assert.Equal([("training.participants", -10m), ("training.participants:skills", -10m)], all.Value!.Differences.Select(one => (one.Later.Heading.Key.ToString(), one.Change)));
        var below = await differences.ListBelowAsync(ledger.City.Township.Id, Participants, Period.OfMonth(2026, 10), closing.At, later: null);
        Assert.Equal([(FigureRowKind.Total, -10m), (FigureRowKind.Child, -10m)], below.Value!.Rows.Select(one => (one.Row.Kind, one.Difference.Change)));
    }

    [Fact]
    public async Task OnlyEndedMonths_AreClosed_EachOnce_ByThoseWhoMay()
    {
        await using var ledger = await Ledger.OpenAsync();
        await CloseAsync(ledger);

        Assert.Equal("closing.through.early", await ProblemAsync(new(2026, 11, 30), ledger.Township));
        Assert.Equal("closing.through.month", await ProblemAsync(new(2026, 10, 30), ledger.Township));
        Assert.Equal("closing.through.closed", await ProblemAsync(October, ledger.Township));
        Assert.Equal("closing.through.closed", await ProblemAsync(new(2026, 9, 30), ledger.Village, ledger.City.Village));
        Assert.Equal(Problem.NotFoundCode, await ProblemAsync(October, ledger.Stranger));
        Assert.Equal(Problem.NotFoundCode, await ProblemAsync(October, Ledger.Chair(ledger.City.Township, Role.Officer)));

        async Task<string> ProblemAsync(DateOnly through, Actor actor, Organisation? body = null)
        {
            var closed = await ClosingAsync(ledger, actor, service => service.CloseAsync(new(Guid.CreateVersion7(), (body ?? ledger.City.Township).Id, through)));
            return Assert.Single(closed.Problems).Code;
        }
    }

    [Fact]
    public async Task TheSameForm_ClosesOnce()
    {
        await using var ledger = await Ledger.OpenAsync();
        var input = new NewClosing(Guid.CreateVersion7(), ledger.City.Township.Id, October);

        var first = await ClosingAsync(ledger, ledger.Township, service => service.CloseAsync(input));
        var second = await ClosingAsync(ledger, ledger.Township, service => service.CloseAsync(input));

        Assert.Equal(first.Value!.At, second.Value!.At);
        await using var db = ledger.Database.Open();
        Assert.Equal(1, await db.Closings.CountAsync());
        Assert.Equal(1, await db.Set<Change>().CountAsync(change => change.Act == "period.closed"));
    }

    [Fact]
    public async Task OpenedAgain_APeriodNeedsNoReason_AndNothingIsMarkedCorrected()
    {
        await using var ledger = await Ledger.OpenAsync();
        var closing = await CloseAsync(ledger);

        Assert.Equal("closing.reason", Assert.Single((await ClosingAsync(ledger, ledger.Township, service => service.ReopenAsync(closing.Id, " "))).Problems).Code);
        Assert.True((await ClosingAsync(ledger, ledger.Township, service => service.ReopenAsync(closing.Id, "漏了一个村"))).Done);
        await ledger.SaveAsync(ledger.Village, "training", "day=2026-10-16 topic=刺绣 participants=50");

        Assert.Null((await FigureAsync(ledger, "2026-10")).ClosedAt);
        Assert.Equal(0, (await CorrectionsAsync(ledger, closing)).Total);
    }

    [Fact]
    public async Task ABodyBelow_SeesTheClosingOfItsSuperior_AndOnlyItsOwnCorrections()
    {
        await using var ledger = await Ledger.OpenAsync();
        var closing = await CloseAsync(ledger);
        var own = await ledger.NewAsync("training", "day=2026-10-16 topic=刺绣 participants=50");
        var townships = await ledger.NewAsync("training", "day=2026-10-17 topic=普法 participants=8", ledger.City.Township);
        await ledger.ActAsync(service => service.SaveAsync(own with { Reason = "晚到" }, ledger.Village));
        await ledger.ActAsync(service => service.SaveAsync(townships with { Reason = "补记" }, ledger.Township));

        await using var db = ledger.Database.Open();
        var reader = new ClosingReader(db, new(db, ledger.Village));
        var line = Assert.Single(await reader.ListAsync(ledger.City.Village.Id));
        Assert.Equal((closing.Id, 2), (line.Closing.Id, line.Corrections));
        Assert.Equal(["晚到"], (await reader.ListCorrectionsAsync(line, 1, 50)).Lines.Select(one => one.Correction.Reason));
        Assert.Null(await new ClosingReader(db, new(db, ledger.Stranger)).FindAsync(closing.Id));
    }

    /// <summary>The township closes October; an hour later work goes on.</summary>
    private static async Task<Core.Facts.Closing> CloseAsync(Ledger ledger)
    {
        ledger.Clock.Advance(TimeSpan.FromHours(1));
        var closed = await ClosingAsync(ledger, ledger.Township, service => service.CloseAsync(new(Guid.CreateVersion7(), ledger.City.Township.Id, October)));
        ledger.Clock.Advance(TimeSpan.FromHours(1));
        return closed.Value!;
    }

    private static async Task<T> ClosingAsync<T>(Ledger ledger, Actor actor, Func<ClosingService, Task<T>> act)
    {
        await using var db = ledger.Database.Open();
        return await act(new(db, new(db, actor), new(db, ledger.Clock), ledger.Clock));
    }

    private static async Task<(IReadOnlyList<CorrectionLine> Lines, int Total)> CorrectionsAsync(Ledger ledger, Core.Facts.Closing closing)
    {
        await using var db = ledger.Database.Open();
        var reader = new ClosingReader(db, new(db, ledger.Township));
        return await reader.ListCorrectionsAsync((await reader.FindAsync(closing.Id))!, 1, 50);
    }

    private static async Task<Figure> FigureAsync(Ledger ledger, string period, DateTime? knownAt = null)
    {
        await using var db = ledger.Database.Open();
        Assert.True(Period.TryParse(period, out var span));
        return (await Book(ledger, db, ledger.Township).ReadOneAsync(ledger.City.Township.Id, Participants, span, knownAt)).Value!;
    }

    private static FigureBook Book(Ledger ledger, Core.Base.Data.Db db, Actor actor) => new(db, new(db, actor), new(), ledger.Clock);
}
