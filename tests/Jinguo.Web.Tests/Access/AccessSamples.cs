using System.Text;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Records.Circulars;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Reports.Writing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Access;

/// <summary>
/// Makes, for the access matrix, a thing that belongs to a body, so that an address with parameters can be asked for. A
/// module adds a line for its addresses. A thing serves until an act has changed it.
/// </summary>
internal sealed class AccessSamples(WebHost host)
{
    private readonly Dictionary<(string Address, int Body), string> made = [];

    private static readonly (string Address, Func<WebHost, Organisation, Task<string>> Make)[] All =
    [
        ("/organisations/{id:int}/posts/elect", async (host, body) => $"{(await TermsOfOffice.MakeAsync(host, body)).Body}"),
        ("/api/v1/organisations/{key}/term", TermCodeAsync),
        ("/terms/{id", async (host, body) => $"{(await TermsOfOffice.MakeAsync(host, body)).Term}"),
        ("/posts/{id", async (host, body) => $"{(await TermsOfOffice.MakeAsync(host, body)).Post}"),
        ("/organisations/{id", (_, body) => Task.FromResult($"{body.Id}")),
        ("/accounts/{id", AccountAsync),
        ("/security/accounts/{id", AccountAsync),
        ("/security/requests/{id", RoleRequestAsync),
        ("/files/{id", FileAsync),
        ("/persons/{id", PersonAsync),
        ("/ledgers/new/{type", (_, _) => Task.FromResult("training")),
        ("/ledgers/{id", RecordAsync),
        ("/ledgers/import/{id", ImportAsync),
        ("/ledgers/review/{id", RecordAsync),
        ("/circulars/{id", CircularAsync),
        ("/cases/incoming/{id", async (host, body) => $"{(await ReceivedCases.ReferAsync(host, host.City.County, body)).Referral}"),
        ("/cases/reception/bookings/{id", async (host, body) => $"{(await ReceptionDays.MakeAsync(host, body)).Booking}"),
        ("/cases/reception/{day", async (host, body) => $"{(await ReceptionDays.MakeAsync(host, body)).Day:yyyy-MM-dd}"),
        ("/cases/archive/{id", async (host, body) => $"{await ArchivedCases.ListAsync(host, body)}"),
        ("/cases/{id", async (host, body) => $"{await ReceivedCases.MakeAsync(host, body)}"),
        ("/old-reports/{id", async (host, body) => $"{(await OldDocuments.MakeAsync(host, body)).Report}"),
        ("/old-figures/{id", async (host, body) => $"{(await OldDocuments.MakeAsync(host, body)).Figure}"),
        ("/forms/{id:guid}/bundle", async (host, body) => $"{await OwnForms.MakeBundleAsync(host, body)}"),
        ("/forms/{id", async (host, body) => $"{await OwnForms.MakeAsync(host, body)}"),
        ("/figures/closings/{id", ClosingAsync),
        ("/api/v1/organisations/{key", (_, body) => Task.FromResult(body.Code)),
        ("/api/v1/ledgers/records/{id", RecordAsync),
        ("/api/v1/cases/{id", async (host, body) => $"{await ReceivedCases.MakeAsync(host, body)}"),
        ("/tables/definitions/{id", DefinitionAsync),
        ("/tables/requests/{id", (host, body) => RequestAsync(host, body)),
        ("/tables/{id", TableAsync),
        ("/api/v1/tables/{id", TableAsync),
        ("/reports/templates/{id", (_, _) => Task.FromResult("年度工作总结")),
        ("/reports/batch/{id", BatchAsync),
        ("/reports/{id", ReportAsync),
        ("/api/v1/reports/{id", ReportAsync),
    ];

    /// <summary>The address with its parameters filled for a thing of this body; null when the module has no line here.</summary>
    public async Task<string?> AddressAsync(string pattern, Organisation body)
    {
        var (address, make) = All.FirstOrDefault(sample => pattern.StartsWith(sample.Address, StringComparison.Ordinal));
        if (make is null)
            return null;
        if (!made.TryGetValue((address, body.Id), out var id))
            made[(address, body.Id)] = id = await make(host, body);
        var (from, to) = (pattern.IndexOf('{', StringComparison.Ordinal), pattern.IndexOf('}', StringComparison.Ordinal));
        return pattern[..from] + id + string.Join('/', pattern[(to + 1)..].Split('/').Where(part => !part.EndsWith("?}", StringComparison.Ordinal)).Select(part => !part.StartsWith('{') ? part : part.EndsWith(":guid}", StringComparison.Ordinal) ? $"{Guid.CreateVersion7()}" : "1"));
    }

    /// <summary>Things of a body have been changed: the next address is of a new one.</summary>
    public void Forget(Organisation body)
    {
        foreach (var key in made.Keys.Where(key => key.Body == body.Id).ToList())
            made.Remove(key);
    }

    private static async Task<string> AccountAsync(WebHost host, Organisation body)
    {
        await using var db = host.Database.Open();
        return $"{(await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "张某某", [(body, Role.Reader, RoleScope.Own)])).Id}";
    }

    private static async Task<string> PersonAsync(WebHost host, Organisation body)
    {
        var record = Guid.Parse(await RecordAsync(host, body));
        await using var db = host.Database.Open();
        return $"{await KnownPersons.AddAsync(db, body, record)}";
    }

    private static async Task<string> RoleRequestAsync(WebHost host, Organisation body)
    {
        await using var db = host.Database.Open();
        return $"{await RoleRequests.AddAsync(db, $"{Guid.NewGuid():N}", body)}";
    }

    private static async Task<string> CircularAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(new(null, "张某某", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Subtree)]));
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var circular = new Circular { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, Title = "通知", Text = "请知悉。", Files = "", SentBy = "张某某", SentAt = DateTime.UnixEpoch };
        db.Circulars.Add(circular);
        await db.SaveChangesAsync();
        return $"{circular.Id}";
    }

    private static async Task<string> TermCodeAsync(WebHost host, Organisation body)
    {
        await TermsOfOffice.MakeAsync(host, body);
        return body.Code;
    }

    private static async Task<string> ClosingAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // Opened again, so that the next one of the body or of one below it can be closed.
        await db.Closings.Where(closing => closing.ReopenedAt == null).ExecuteUpdateAsync(set => set.SetProperty(closing => closing.ReopenedAt, DateTime.UnixEpoch));
        var closed = await scope.ServiceProvider.GetRequiredService<ClosingService>().CloseAsync(new(Guid.CreateVersion7(), body.Id, new(2026, 9, 30)));
        return closed.Done ? $"{closed.Value.Id}" : throw new InvalidOperationException(closed.Problems[0].Text);
    }

    private static async Task<string> RecordAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var types = await scope.ServiceProvider.GetRequiredService<RecordTypeCatalogCache>().GetAsync(scope.ServiceProvider.GetRequiredService<Db>());
        var type = types.Find("training")!.Type;
        var values = RecordJson.Read(type, JsonSerializer.SerializeToElement(new { day = "2026-11-16", topic = $"刺绣{Guid.NewGuid():N}", participants = new { value = 50 } })).Values.WithDefaults(type);
        var saved = await scope.ServiceProvider.GetRequiredService<LedgerService>().SaveAsync(new(Guid.CreateVersion7(), type.Code, body.Id, values, Confirmed: true), Actor.CommandLine);
        return saved.Done ? $"{saved.Value.Id}" : throw new InvalidOperationException(saved.Problems[0].Text);
    }

    private static async Task<string> ImportAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"日期,内容,人次\n2026-11-16,刺绣{Guid.NewGuid():N},50\n"));
        var key = Guid.CreateVersion7();
        var imports = scope.ServiceProvider.GetRequiredService<ImportService>();
        var brought = await imports.BringAsync(key, body.Id, "培训.csv", content, "training");
        await imports.LookOrAskAsync(key);
        return brought.Done ? $"{key}" : throw new InvalidOperationException(brought.Problems[0].Text);
    }

    private static async Task<string> FileAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        using var content = new MemoryStream(SamplePictures.Jpeg);
        var stored = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(Actor.CommandLine, body, "照片.jpg", content);
        await db.SaveChangesAsync();
        return $"{stored.Value!.Id}";
    }

    private static async Task<string> ReportAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var report = await scope.ServiceProvider.GetRequiredService<ReportService>().MakeAsync(new(Guid.CreateVersion7(), body.Id, "2026-10", "情况汇报"), Actor.CommandLine);
        return report.Done ? $"{report.Value.Id}" : throw new InvalidOperationException(report.Problems[0].Text);
    }

    private static async Task<string> TableAsync(WebHost host, Organisation body) => $"{await StatisticalTables.MakeAsync(host, body)}";

    private static async Task<string> RequestAsync(WebHost host, Organisation body) => $"{await StatisticalTables.RequestAsync(host, body)}";

    // Used by its body and those below: one of a village is not there for the township above.
    private static async Task<string> DefinitionAsync(WebHost host, Organisation body)
    {
        await StatisticalTables.RequestAsync(host, body);
        await using var db = host.Database.Open();
        var definitions = db.TableDefinitions;
        return $"{await definitions.Where(one => one.OrganisationId == body.Id && one.IsNewest).Select(one => one.Id).FirstAsync()}";
    }

    private static async Task<string> BatchAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var input = JsonSerializer.Serialize(new ReportBatchInput(body.Id, Level: null, "2026-10", "情况汇报"));
        return $"{(await scope.ServiceProvider.GetRequiredService<JobQueue>().AddAsync(Guid.CreateVersion7(), ReportBatch.JobKind, body, Actor.CommandLine, input)).Id}";
    }
}
