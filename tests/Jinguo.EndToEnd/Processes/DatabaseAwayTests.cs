using System.Net;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.EndToEnd.Processes;

/// <summary>While the database is away, people and programs are told so and asked to come again; once it is back, nothing need be restarted.</summary>
[Trait("Database", "Postgres")]
public sealed class DatabaseAwayTests
{
    private const int Seed = 1;
    private const int Cuts = 100;
    private const int Writers = 6;

    // One that is at work, where there is one.
    private const string Cut = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY state = 'active' DESC, random() LIMIT 1
        """;

    [Fact]
    public async Task WhileTheDatabaseIsAway_EverybodyIsAskedToComeAgain_AndTheNodeGoesOnOnceItIsBack()
    {
        await using var own = await OwnDatabase.StartAsync("fsync=off");
        await using var product = await ProductProcess.ServeAsync(own.Options);
        using var chair = await product.SignInAsync();
        var load = new TrainingLoad(own.City.Village);
        Assert.True(await load.WriteNewAsync(chair));
        var form = (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "停机前写的").Set("f-participants", "7");

        await own.Server.StopAsync();
        // The first request on each open connection finds it cut, the next find nobody: the answer is the same.
        for (var time = 0; time < 3; time++)
        {
            using var refused = await load.PutAsync(chair, Guid.CreateVersion7(), 30);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", TimeSpan.FromSeconds(5)), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType, refused.Headers.RetryAfter?.Delta));
            Assert.Contains("数据库暂时连不上", JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
            var page = await chair.GetAsync("/ledgers/list?type=training");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "暂时连不上数据库", TimeSpan.FromSeconds(5)), (page.Status, page.Title, page.Response.Headers.RetryAfter?.Delta));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await form.SubmitAsync()).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await chair.GetAsync("/sign-in")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await chair.Http.GetAsync(new Uri("/ready", UriKind.Relative))).StatusCode);
        }
        // The work beside the requests met it, too, and goes on.
        await Until.TrueAsync(() => Task.FromResult(product.Words), words => words.Contains("The database is away", StringComparison.Ordinal));

        await own.Server.StartAsync();
        await Until.TrueAsync(() => chair.Http.GetAsync(new Uri("/ready", UriKind.Relative)), answer => answer.StatusCode == HttpStatusCode.OK);
        var saved = await Until.TrueAsync(() => form.SubmitAsync(), page => page.Status == HttpStatusCode.OK);
        Assert.Contains("停机前写的", saved.Text, StringComparison.Ordinal);
        Assert.Equal(saved.Address, (await form.SubmitAsync()).Address);
        await using var db = own.Open();
        Assert.Equal(2, await db.Set<Core.Records.Ledgers.Record>().CountAsync());
        var job = await new JobQueue(db, TimeProvider.System).AddAsync(Guid.CreateVersion7(), "search.rebuild", own.City.Top, Actor.CommandLine, "{}");
        await Until.TrueAsync(() => db.Jobs.AsNoTracking().SingleAsync(one => one.Id == job.Id), one => one.State == JobState.Done);
        Assert.True(product.IsRunning);
    }

    [Fact]
    public async Task ConnectionsCutAtAnyMoment_AreToldAsThat_NeverAsAFault_AndNothingIsDoneTwice()
    {
        await using var own = await OwnDatabase.StartAsync("fsync=off");
        await using var product = await ProductProcess.ServeAsync(own.Options);
        var repeats = new RepeatingHandler();
        using var chair = await Visitor.SignInAsync(product.Address, repeats: repeats);
        var load = new TrainingLoad(own.City.Village);
        using var over = new CancellationTokenSource();
        var work = Task.WhenAll([.. Enumerable.Range(0, Writers).Select(_ => WriteAsync()), ReadAsync("/ledgers/list?type=training"), ReadAsync("/account")]);
        var random = new Random(Seed);
        for (var cut = 0; cut < Cuts && !work.IsFaulted; cut++)
        {
            // Between two cuts somebody gets through.
            var goal = load.Acknowledged.Count + random.Next(2);
            await Until.TrueAsync(() => Task.FromResult(load.Acknowledged.Count), count => count >= goal || work.IsFaulted);
            await own.Server.RunAsync("postgres", Cut);
        }
        await over.CancelAsync();
        await work;
        Assert.True(repeats.Repeats > 0, "Nobody met a cut connection.");
        await load.CheckAsync(chair, own.Options);

        async Task WriteAsync()
        {
            while (!over.IsCancellationRequested)
                Assert.True(await load.WriteNewAsync(chair));
        }

        async Task ReadAsync(string address)
        {
            while (!over.IsCancellationRequested)
                Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync(address)).Status);
        }
    }
}
