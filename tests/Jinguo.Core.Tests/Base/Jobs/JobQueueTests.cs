using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Jobs;

/// <summary>Several nodes ask for jobs and take them: each is asked for once, and is one node's at a time.</summary>
public sealed class JobQueueTests : IAsyncLifetime
{
    private static readonly JobResult Made = new(Result: null, "好了。");

    private readonly TestClock clock = new();
    private TestDatabase database = null!;
    private Organisation body = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        body = await Tree.AddAsync(db, "990100000000", Level.City, "云川市妇联");
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task ManyNodesThatAskAtOnceUnderOneKey_GetOneJob()
    {
        var key = Guid.CreateVersion7();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WithAsync(queue => queue.AddAsync(key, "work", body, Actor.CommandLine, "{}")))));

        Assert.All(asked, job => Assert.Equal(key, job.Id));
        await using var db = database.Open();
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task ManyNodesThatLookAtOnce_TakeAJobOnce()
    {
        await AskAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WithAsync(queue => queue.TakeAsync()))));

        Assert.Equal(1, Assert.Single(taken.OfType<Job>()).Attempts);
    }

    [Fact]
    public async Task ANodeThatWasSilentTooLong_ChangesNothingOfTheJobAnyMore()
    {
        var id = await AskAsync();
        var silent = (await WithAsync(queue => queue.TakeAsync()))!;
        clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        var second = (await WithAsync(queue => queue.TakeAsync()))!;

        Assert.False(await WithAsync(queue => queue.TellAsync(silent, 1, 2)));
        Assert.False(await WithAsync(queue => queue.KeepAsync(silent)));
        Assert.False(await WithAsync(queue => queue.GiveBackAsync(silent, counts: false)));
        Assert.False(await WithAsync(queue => queue.EndAsync(silent, Made with { Failed = true })));
        Assert.True(await WithAsync(queue => queue.EndAsync(second, Made)));
        var job = await FindAsync(id);
        Assert.Equal((JobState.Done, 2, Made.Message), (job.State, job.Attempts, job.Message));
    }

    [Fact]
    public async Task ALeaseThatIsKept_IsNotTakenByAnother()
    {
        await AskAsync();
        var taken = (await WithAsync(queue => queue.TakeAsync()))!;
        clock.Advance(JobQueue.Lease - TimeSpan.FromSeconds(1));
        Assert.True(await WithAsync(queue => queue.KeepAsync(taken)));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await WithAsync(queue => queue.TakeAsync()));
    }

    [Fact]
    public async Task AJobGivenBack_IsTakenAtOnce_AndAStopOfTheNodeIsNoAttempt()
    {
        await AskAsync();
        for (var stop = 0; stop < JobQueue.MostAttempts + 1; stop++)
        {
            var taken = (await WithAsync(queue => queue.TakeAsync()))!;
            Assert.Equal(1, taken.Attempts);
            Assert.True(await WithAsync(queue => queue.GiveBackAsync(taken, counts: false)));
        }
        var failed = (await WithAsync(queue => queue.TakeAsync()))!;
        await WithAsync(queue => queue.GiveBackAsync(failed, counts: true));
        Assert.Equal(2, (await WithAsync(queue => queue.TakeAsync()))!.Attempts);
    }

    [Fact]
    public async Task AClockThatWentAYearAhead_AndIsPutRight_KeepsNoJobWaiting()
    {
        var id = await AskAsync();
        clock.Advance(TimeSpan.FromDays(365));
        var ahead = (await WithAsync(queue => queue.TakeAsync()))!;
        clock.Advance(TimeSpan.FromDays(-365));

        var again = await WithAsync(queue => queue.TakeAsync());
        Assert.Equal((id, 2), (again!.Id, again.Attempts));
        Assert.False(await WithAsync(queue => queue.EndAsync(ahead, Made)));
        Assert.True(await WithAsync(queue => queue.EndAsync(again, Made)));
    }

    private async Task<Guid> AskAsync() => (await WithAsync(queue => queue.AddAsync(Guid.CreateVersion7(), "work", body, Actor.CommandLine, "{}"))).Id;

    private async Task<Job> FindAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.Jobs.SingleAsync(job => job.Id == id);
    }

    // Each node, and each request of it, has a context of its own.
    private async Task<T> WithAsync<T>(Func<JobQueue, Task<T>> act)
    {
        await using var db = database.Open();
        return await act(new(db, clock));
    }
}
