using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Two nodes on one database and one folder: whichever answers, it is the same platform; one that ends, however, takes nothing with it.</summary>
[Trait("Database", "Postgres")]
public sealed class NodesTests(NodesTests.Both both) : IClassFixture<NodesTests.Both>
{
    private const int Writers = 3;
    private const int WritesBetween = 20;

    // The nodes share the cores with who writes: they are to come up, too.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>Both nodes, started at the same moment on an empty folder.</summary>
    public sealed class Both : IAsyncLifetime
    {
        public ProductData Data { get; } = new();

        internal Cluster Cluster { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Data.InitializeAsync();
            Cluster = await Cluster.StartAsync(Data.Options);
        }

        public async Task DisposeAsync()
        {
            await Cluster.DisposeAsync();
            await Data.DisposeAsync();
        }
    }

    private Cluster Cluster => both.Cluster;

    [Fact]
    public async Task NodesThatStartAtTheSameMoment_HaveOneRingOfKeys()
    {
        Assert.Single(Directory.GetFiles(Path.Combine(both.Data.Database.Folder, "keys"), "key-*.xml"));
        await using var db = both.Data.Database.Open();
        // That of the blind index and that of the one ring.
        Assert.Equal(2, await db.Set<KeyMark>().CountAsync());
    }

    [Fact]
    public async Task ASignInAndAFormOfOneNode_AreGoodAtTheOther_AndSoIsTheirEnd()
    {
        var cookies = new CookieContainer();
        using var first = Visitor.At(Cluster.Nodes[0].Address, cookies);
        using var second = Visitor.At(Cluster.Nodes[1].Address, cookies);
        var entered = await (await first.GetAsync("/sign-in?from=/account")).Form().Set("UserName", ProductData.UserName).Set("password", ProductData.Password).SubmitAsync();
        Assert.Equal("/account", entered.Address);
        Assert.Equal("我的账号", (await second.GetAsync("/account")).Title);

        var form = (await first.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "两处").Set("f-participants", "7");
        using var sent = form.Request();
        sent.RequestUri = new(second.Http.BaseAddress!, sent.RequestUri!.PathAndQuery);
        Assert.Contains("两处", (await second.SendAsync(sent)).Text, StringComparison.Ordinal);

        // The browser keeps its cookie, as a thief would: the session is over at both.
        var kept = new CookieContainer();
        kept.Add(second.Http.BaseAddress!, new Cookie("jinguo", second.Cookie("jinguo")));
        await (await first.GetAsync("/account")).Form(".jg-top form[action='/sign-out']").SubmitAsync();
        using var thief = Visitor.At(Cluster.Nodes[1].Address, kept);
        Assert.StartsWith("/sign-in", (await thief.GetAsync("/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPasswordsAtBoth_LockTheAccountAtBoth()
    {
        const string Guessed = "guessed";
        await using (var db = both.Data.Database.Open())
            await AccountRows.AddAsync(db, Guessed, "张某某", [(both.Data.City.Village, Role.Officer, RoleScope.Own)], ProductData.Password);
        for (var guess = 0; guess < 5; guess++)
            await EnterAsync(guess % 2, "wrong");

        Assert.Contains("连续输错次数太多", (await EnterAsync(1, ProductData.Password)).Text, StringComparison.Ordinal);
        Assert.Contains("连续输错次数太多", (await EnterAsync(0, ProductData.Password)).Text, StringComparison.Ordinal);

        async Task<Page> EnterAsync(int node, string password)
        {
            using var browser = Visitor.At(Cluster.Nodes[node].Address, new());
            return await (await browser.GetAsync("/sign-in")).Form().Set("UserName", Guessed).Set("password", password).SubmitAsync();
        }
    }

    [Fact]
    public async Task AFormPublishedAtOneNode_IsAskedOnTheNextPageOfTheOther()
    {
        using var here = await Visitor.SignInAsync(Cluster.Nodes[0].Address);
        using var there = await Visitor.SignInAsync(Cluster.Nodes[1].Address);
        foreach (var village in new[] { here, there })
            Assert.DoesNotContain("学员满意度", (await village.GetAsync("/ledgers/new/training")).Text, StringComparison.Ordinal);
        Guid form;
        await using (var db = both.Data.Database.Open())
            form = await OwnForms.MakeAsync(db, both.Data.City.County, new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));

        using var county = await Visitor.SignInAsync(Cluster.Nodes[0].Address, ProductData.CountyUserName);
        var gate = await (await county.GetAsync($"/forms/{form}/publish")).Form("form[action*='handler=Addition']").SubmitAsync();
        await gate.Form("form:has([name=documentNumber])").Set("documentNumber", "安妇字〔2026〕5号").Set("validTo", "2099-12-31").SubmitAsync("发布");

        foreach (var village in new[] { there, here })
            Assert.Contains("学员满意度", (await village.GetAsync("/ledgers/new/training")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobAskedForAtBothAtOnce_IsDoneOnce_AndItsFileOpensAtBoth()
    {
        const int Rows = 300;
        var text = Trainings(Rows, _ => "2026-03-01");
        using var chair = await Cluster.SignInAsync();
        var before = await RecordsAsync();
        var looked = await BringAsync(chair, text);

        var asked = await Task.WhenAll(Cluster.Nodes.Select(async node =>
        {
            using var wish = looked.Form("form[action*='handler=Write']").Request();
            wish.RequestUri = new(node.Address, wish.RequestUri!.PathAndQuery);
            return await chair.SendAsync(wish);
        }));
        Assert.All(asked, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        await using var db = both.Data.Database.Open();
        var job = Assert.Single(await Until.TrueAsync(
            () => db.Jobs.AsNoTracking().Where(one => one.Kind == ImportJob.KindName && one.OrganisationId == both.Data.City.Village.Id).ToListAsync(),
            jobs => jobs.TrueForAll(one => one.State is JobState.Done or JobState.Failed)));
        Assert.Equal((JobState.Done, 1, before + Rows), (job.State, job.Attempts, await RecordsAsync()));
        foreach (var node in Cluster.Nodes)
            Assert.Equal(text, await chair.Http.GetStringAsync(new Uri(node.Address, $"{looked.Address}?handler=Original")));

        async Task<int> RecordsAsync()
        {
            await using var rows = both.Data.Database.Open();
            return await rows.Records.CountAsync();
        }
    }

    [Fact]
    public async Task AJobOfANodeKilledHalfway_IsDoneByTheOther_WithEachRowOnce()
    {
        const int Rows = 2_000;
        const int March = 202603;
        var village = Village(3);
        var load = await LoadAsync("importing", village: 3);
        using var chair = await Cluster.SignInAsync("importing", new());
        Assert.True(await load.WriteNewAsync(chair));
        var looked = await BringAsync(chair, Trainings(Rows, row => row <= Rows / 2 ? "2026-04-01" : "2026-03-01"));
        await using var db = both.Data.Database.Open();
        Job job;
        int killed;
        // Somebody else is at the sums of March: after the rows of April the job waits, however long it takes to kill its node.
        await using (var held = await db.Database.BeginTransactionAsync())
        {
            Assert.NotEqual(0, await db.Sums.Where(sum => sum.OrganisationId == village.Id && sum.MonthOrYear == March).ExecuteUpdateAsync(set => set.SetProperty(sum => sum.Facts, sum => sum.Facts)));
            Assert.Equal(HttpStatusCode.OK, (await looked.Form("form[action*='handler=Write']").SubmitAsync()).Status);
            var name = await Until.TrueAsync(WaitingAsync, one => one is not null);
            job = await db.Jobs.AsNoTracking().SingleAsync(one => one.Kind == ImportJob.KindName && one.OrganisationId == village.Id);
            Assert.Equal((JobState.Running, 1, Rows / 2), (job.State, job.Attempts, job.Progress));
            killed = Cluster.Nodes.Index().Single(node => Cluster.NameOf(node.Index) == name).Index;
            Cluster.Nodes[killed].Kill();
            await Until.TrueAsync(() => Task.FromResult(Cluster.Nodes[killed].IsRunning), isRunning => !isRunning);
        }
        // Its lease of two minutes is over at once.
        await db.Jobs.Where(one => one.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LeasedUntil, one => one.CreatedAt));
        job = await Until.TrueAsync(() => db.Jobs.AsNoTracking().SingleAsync(one => one.Id == job.Id), one => one.State is JobState.Done or JobState.Failed);
        await Cluster.StartAgainAsync(killed);

        Assert.Equal((JobState.Done, 2), (job.State, job.Attempts));
        Assert.Equal(load.Sent.Count + Rows, await db.Records.CountAsync(record => record.OrganisationId == village.Id));
        var participants = await db.Measures.Where(measure => measure.Code == "training.participants").Select(measure => measure.Id).SingleAsync();
        Assert.Equal(load.Sent.Values.Sum() + (12 * Rows), await db.Facts.Where(fact => fact.OrganisationId == village.Id && fact.MeasureId == participants).SumAsync(fact => fact.Value));
        var verified = await ProductProcess.RunAsync(["verify", .. both.Data.Options]);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
    }

    [Fact]
    public async Task ANodeKilledAmongWrites_TakesNothingAlong_AndNobodyWhoSendsAgainSeesAnError()
    {
        var load = await LoadAsync("crashing", village: 1);
        using var chair = await Cluster.SignInAsync("crashing", new());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync()));
        Assert.False(Cluster.Nodes[0].IsRunning);
        await Cluster.StartAgainAsync(0);
        await load.CheckAsync(chair, both.Data.Options);

        async Task WriteAsync()
        {
            for (var written = 0; written < 2 * WritesBetween; written++)
            {
                Assert.True(await load.WriteNewAsync(chair));
                if (load.Acknowledged.Count >= WritesBetween)
                    Cluster.Nodes[0].Kill();
            }
        }
    }

    [Fact]
    public async Task ARollingRestartAmongReadsAndWrites_ShowsNoErrorToWhoSendsAgain()
    {
        var load = await LoadAsync("rolling", village: 2);
        using var chair = await Cluster.SignInAsync("rolling", new());
        using var over = new CancellationTokenSource();
        var work = Task.WhenAll([.. Enumerable.Range(0, Writers).Select(_ => WriteAsync()), ReadAsync("/ledgers/list?type=training", "妇女培训台账"), ReadAsync("/account", "我的账号")]);
        for (var node = 0; node < Cluster.Nodes.Count; node++)
        {
            await SomeMoreAsync();
            Assert.Equal(0, await Cluster.Nodes[node].StopAsync());
            await SomeMoreAsync();
            await Cluster.StartAgainAsync(node);
        }
        await SomeMoreAsync();
        await over.CancelAsync();
        await work;
        await load.CheckAsync(chair, both.Data.Options);

        async Task WriteAsync()
        {
            while (!over.IsCancellationRequested)
            {
                Assert.True(await load.WriteNewAsync(chair));
                await Task.Delay(Breath);
            }
        }

        async Task ReadAsync(string address, string title)
        {
            while (!over.IsCancellationRequested)
            {
                var page = await chair.GetAsync(address);
                Assert.Equal((HttpStatusCode.OK, title), (page.Status, page.Title));
                await Task.Delay(Breath);
            }
        }

        async Task SomeMoreAsync()
        {
            var goal = load.Acknowledged.Count + WritesBetween;
            await Until.TrueAsync(() => Task.FromResult(load.Acknowledged.Count), count => count >= goal || work.IsFaulted);
        }
    }

    // By its name at the database server: the node that waits there for a lock.
    private async Task<string?> WaitingAsync()
    {
        await using var db = both.Data.Database.Open();
        return await db.Database.SqlQuery<string>($"""SELECT application_name AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""").SingleOrDefaultAsync();
    }

    private static string Trainings(int rows, Func<int, string> day)
    {
        var text = new StringBuilder("日期,主题,参加人次\n");
        for (var row = 1; row <= rows; row++)
            text.Append(day(row)).Append(",编织").Append(row).Append(",12\n");
        return text.ToString();
    }

    // Looked at, and ready to be written.
    private static async Task<Page> BringAsync(PageClient chair, string text) =>
        await (await chair.GetAsync("/ledgers/import")).Form("main form[method=post]").Attach("file", "妇女培训.csv", Encoding.UTF8.GetBytes(text)).SubmitAsync();

    private Organisation Village(int number) => both.Data.City.All.Where(one => one.Level == Level.Village).ElementAt(number);

    // Each load has a village and a chair of its own.
    private async Task<TrainingLoad> LoadAsync(string userName, int village)
    {
        var body = Village(village);
        await using var db = both.Data.Database.Open();
        await AccountRows.AddAsync(db, userName, "张某某", [(body, Role.Chair, RoleScope.Subtree)], ProductData.Password);
        return new(body);
    }
}
