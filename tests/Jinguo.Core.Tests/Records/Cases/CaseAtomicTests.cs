using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>An act on a case and its figures are one: where the books break, nothing of the act is left.</summary>
public sealed class CaseAtomicTests : IAsyncLifetime
{
    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input());
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task WhereTheBooksBreak_NothingOfTheActIsLeft_AndItIsDoneOnceWhenItIsSentAgain()
    {
        var before = await StandingAsync();
        var input = CaseDesk.Input();
        var line = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-20 09:00"), "属妇联受理范围");

        await BreakAsync();
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => desk.ActAsync(service => service.ReceiveAsync(input)));
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, line)));
        await MendAsync();

        Assert.Equal(before, await StandingAsync());
        CaseDesk.Done(await desk.ActAsync(service => service.ReceiveAsync(input)));
        Assert.Equal(CaseStage.Accepted, CaseDesk.Done(await desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, line))).Stage);
        Assert.Equal((2, 1), (await desk.CountAsync(CaseFacts.Items, desk.City.Top, "visit"), await desk.CountAsync(CaseFacts.Accepted, desk.City.Top)));
    }

    /// <summary>All that an act could leave behind.</summary>
    private async Task<(CaseStage, int, int, int, int, int)> StandingAsync()
    {
        await using var db = desk.Database.Open();
        var now = await db.Cases.AsNoTracking().SingleAsync(row => row.Id == one.Id);
        return (now.Stage, now.Version, await db.Cases.CountAsync(), await db.CaseTexts.CountAsync(), await db.CaseEntries.CountAsync(), (await desk.TrailAsync(one)).Count);
    }

    private Task BreakAsync() => RunAsync(TestDatabase.OnPostgres
        ? "ALTER TABLE facts ADD CONSTRAINT broken CHECK (false) NOT VALID"
        : "CREATE TRIGGER broken BEFORE INSERT ON facts BEGIN SELECT RAISE(ABORT, 'broken'); END");

    private Task MendAsync() => RunAsync(TestDatabase.OnPostgres ? "ALTER TABLE facts DROP CONSTRAINT broken" : "DROP TRIGGER broken");

    private async Task RunAsync(string sql)
    {
        await using var db = desk.Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
