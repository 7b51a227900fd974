using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Testing.Faults;

/// <summary>The acts that are killed: what one consists of, and how much of it is there.</summary>
public static class FaultActs
{
    private const int Rows = 200;
    private const int MigrationsBack = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>All of them, in groups that are under way together.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<FaultAct> Acts)> Groups { get; } =
    [
        ("platform", [
            new("save", ByPlatform: true, SaveAsync),
            new("review", ByPlatform: true, ReviewAsync),
            new("import", ByPlatform: true, ImportAsync),
            new("close", ByPlatform: true, CloseAsync),
            new("merge", ByPlatform: true, MergeAsync),
        ]),
        ("migrate", [new("migrate", ByPlatform: false, MigrateAsync)]),
        ("backup", [new("backup", ByPlatform: false, BackupAsync)]),
    ];

    private static Task<IAttempt> SaveAsync(FaultPlace place)
    {
        var key = Guid.CreateVersion7();
        return Attempt(new PlatformAttempt(place, () => PutAsync(place.Chair, key, place.City.Village.Id), db => RecordAsync(db, key, "record.saved")));
    }

    private static async Task<IAttempt> ReviewAsync(FaultPlace place)
    {
        var key = Guid.CreateVersion7();
        Demand(await PutAsync(place.Chair, key, place.City.Village.Id));
        return new PlatformAttempt(
            place,
            async () =>
            {
                using var answer = await place.Township.Http.PostAsJsonAsync($"/api/v1/ledgers/records/{key}/accept", new { Version = 1 });
                // Sent again it is an older version, which is what it should be: how it stands is looked at.
                return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict;
            },
            async db =>
            {
                var isAccepted = await db.Records.AnyAsync(record => record.Id == key && record.Review == ReviewState.Accepted && record.Version == 2);
                return Together([isAccepted ? 1 : 0, await ChangesAsync(db, "record.accepted", $"{key}")]);
            });
    }

    private static async Task<IAttempt> ImportAsync(FaultPlace place)
    {
        var mark = $"{Guid.NewGuid():N}";
        var text = new StringBuilder("日期,主题,参加人次\n");
        for (var row = 1; row <= Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{Today:yyyy-MM-dd},{mark}-{row},12\n");
        var looked = await (await place.Chair.GetAsync("/ledgers/import")).Form("main form[method=post]").Attach("file", "妇女培训.csv", Encoding.UTF8.GetBytes(text.ToString())).SubmitAsync();
        var import = Guid.Parse(looked.Address.Split('/')[^1]);
        var form = looked.Form("form[action*='handler=Write']");
        return new PlatformAttempt(
            place,
            async () => (await form.SubmitAsync()).Status == HttpStatusCode.OK,
            async db =>
            {
                var records = db.Records.Where(record => record.ImportId == import).Select(record => record.Id);
                var count = await records.CountAsync();
                var facts = await db.Facts.CountAsync(fact => records.Contains(fact.SourceId));
                return (count, facts) switch
                {
                    (0, 0) => Extent.Absent,
                    (Rows, >= Rows) when facts % Rows == 0 => Extent.Whole,
                    _ => Extent.Part,
                };
            })
        {
            Settle = cancel => ImportedAsync(place, cancel),
        };
    }

    private static async Task<IAttempt> CloseAsync(FaultPlace place)
    {
        var county = place.City.All.Last(body => body.Level == Level.County);
        // Villages first: what is closed above is closed below.
        foreach (var body in place.City.All.Where(body => body.Path.StartsWith(county.Path, StringComparison.Ordinal)).OrderByDescending(body => body.Level).ThenBy(body => body.Id))
        {
            var page = await place.Stranger.GetAsync($"/figures/closings?organisation={body.Id}");
            if (!page.Html.Contains("name=\"through\"", StringComparison.Ordinal))
                continue;
            var form = page.Form("main form[method=post]");
            // The earliest month that is left.
            form.Set("through", page.Document.QuerySelectorAll("select[name=through] option")[^1].GetAttribute("value")!);
            var id = Guid.Parse(form.Value("key")!);
            return new PlatformAttempt(
                place,
                async () => (await form.SubmitAsync()).Status == HttpStatusCode.OK,
                async db => Together([await db.Closings.CountAsync(closing => closing.Id == id), await ChangesAsync(db, "period.closed", $"{id}")]));
        }
        throw new InvalidOperationException("Every month of every body is closed: take fewer runs.");
    }

    private static async Task<IAttempt> MergeAsync(FaultPlace place)
    {
        Organisation body;
        await using (var db = place.Open())
            body = await Tree.AddAsync(db, string.Create(CultureInfo.InvariantCulture, $"9901011{Random.Shared.Next(10000, 99999)}"), Level.Village, $"撤并{Guid.NewGuid().ToString("N")[..6]}村妇联", await db.Organisations.SingleAsync(one => one.Id == place.City.Township.Id));
        Demand(await PutAsync(place.Township, Guid.CreateVersion7(), body.Id, Today.AddDays(-1)));
        var form = (await place.Administrator.GetAsync($"/organisations/{body.Id}/reorganise")).Form()
            .Set("Input.Act", "merge").Set("Input.Target", place.City.Village.Code).Set("Input.From", $"{Today:yyyy-MM-dd}").Set("Input.Document", "云政发〔2026〕8号");
        var tried = await form.SubmitAsync("看影响");
        if (!tried.Html.Contains("确定办理", StringComparison.Ordinal))
            throw new InvalidOperationException(string.Join(' ', tried.Texts(".is-wrong, .jg-problems, .jg-message")));
        var act = tried.Form();
        return new PlatformAttempt(
            place,
            async () => (await act.SubmitAsync("确定办理")).Status is HttpStatusCode.OK or HttpStatusCode.NotFound,
            async db =>
            {
                var ended = await db.Organisations.CountAsync(one => one.Id == body.Id && one.ValidTo != null);
                var edges = await db.OrganisationEdges.CountAsync(edge => edge.OrganisationId == body.Id && edge.ValidTo != null);
                var said = await db.Changes.CountAsync(change => change.OrganisationId == body.Id && change.Act == "organisation.merged");
                return Together([ended, Math.Min(edges, 1), Math.Min(said, 1)]);
            });
    }

    private static async Task<IAttempt> MigrateAsync(FaultPlace place)
    {
        var (options, name) = await place.OldAsync(MigrationsBack);
        return new VerbAttempt(["migrate"], options, async () =>
        {
            await using var db = TestDatabase.Open(name);
            // Each migration is a step of its own; what is left waits for the next start.
            return (await db.Database.GetPendingMigrationsAsync()).Any() ? Extent.Absent
                : await db.Organisations.CountAsync() == place.City.All.Count && await db.Facts.CountAsync() == FaultPlace.OldFacts ? Extent.Whole : Extent.Part;
        });
    }

    private static Task<IAttempt> BackupAsync(FaultPlace place)
    {
        var backups = Path.Combine(place.Beside, $"backups-{Guid.NewGuid():N}");
        return Attempt(new VerbAttempt(["backup", backups], place.Options, async () =>
        {
            var made = Directory.Exists(backups) ? Directory.GetDirectories(backups, "2*Z").Where(one => !one.EndsWith(".partial", StringComparison.Ordinal)).ToList() : [];
            foreach (var backup in made)
                if (!(await BackupCheck.RunAsync(backup)).Done)
                    return Extent.Part;
            return made.Count > 0 ? Extent.Whole : Extent.Absent;
        }));
    }

    private static DateOnly Today => TimeProvider.System.Today();

    private static Task<IAttempt> Attempt(IAttempt attempt) => Task.FromResult(attempt);

    private static void Demand(bool isDone)
    {
        if (!isDone)
            throw new InvalidOperationException("What the act needs could not be made.");
    }

    private static async Task<bool> PutAsync(PageClient who, Guid key, int body, DateOnly? day = null)
    {
        using var answer = await who.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new
        {
            Type = "training",
            Organisation = body,
            Values = new { day = $"{day ?? Today:yyyy-MM-dd}", topic = $"{key}", participants = new { value = 30 } },
            Confirmed = true,
        });
        return answer.StatusCode == HttpStatusCode.OK ? true : throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static Task<int> ChangesAsync(Db db, string act, string subject) => db.Changes.CountAsync(change => change.Act == act && change.SubjectId == subject);

    private static async Task<Extent> RecordAsync(Db db, Guid key, string act) => Together(
    [
        await db.Records.CountAsync(record => record.Id == key),
        Math.Min(1, await db.Facts.CountAsync(fact => fact.SourceId == key)),
        await ChangesAsync(db, act, $"{key}"),
        await db.SearchEntries.CountAsync(entry => entry.SourceId == key),
    ]);

    private static Extent Together(IReadOnlyCollection<int> parts) => parts.All(part => part == 1) ? Extent.Whole : parts.All(part => part == 0) ? Extent.Absent : Extent.Part;

    private static async Task ImportedAsync(FaultPlace place, CancellationToken cancel)
    {
        await using var db = place.Open();
        while (await db.Jobs.AnyAsync(job => job.Kind == ImportJob.KindName && (job.State == JobState.Waiting || job.State == JobState.Running), cancel))
            await Task.Delay(Pause, cancel);
    }
}
