using System.Text;
using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Records.Circulars;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Reports.Writing;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Weight;

/// <summary>Things to open pages with, around a village that waits for a review.</summary>
/// <param name="Village">The village.</param>
/// <param name="Township">The body above it.</param>
/// <param name="Record">A record of the village.</param>
/// <param name="Waiting">Another that waits for its review.</param>
/// <param name="Account">Somebody's account.</param>
/// <param name="Import">An import of the township, looked at.</param>
/// <param name="Report">A report of the township.</param>
/// <param name="Batch">A job of the township that makes reports.</param>
/// <param name="Closing">A closing of the township.</param>
/// <param name="Table">A statistical table of the township.</param>
/// <param name="Request">A statistical table that the township asks of its villages.</param>
/// <param name="Circular">A circular of the township to its villages.</param>
/// <param name="RoleRequest">A change of roles in the township that waits.</param>
/// <param name="Term">The term of the township.</param>
/// <param name="Post">Its chair.</param>
/// <param name="Person">Somebody whom the record of the village names.</param>
/// <param name="Form">A form of the city that is being made.</param>
/// <param name="Bundle">A 簿册 of the city that is being made.</param>
/// <param name="OldReport">An old document of the township with two pages of figures.</param>
/// <param name="Case">A case of the township, sent to the body above.</param>
/// <param name="Arrived">A case of the body above, sent to the township.</param>
/// <param name="Reception">A reception day of the township.</param>
/// <param name="Booking">A visitor of that day.</param>
/// <param name="Destruction">A list for destruction of the township.</param>
public sealed record PageSamples(Organisation Village, Organisation Township, Guid Record, Guid Waiting, Guid Account, Guid Import, Guid Report, Guid Batch, Guid Closing, Guid Table, Guid Request, Guid Circular, Guid RoleRequest, Guid Term, Guid Post, Guid Person, Guid Form, Guid Bundle, Guid OldReport, Guid Case, Guid Arrived, DateOnly Reception, Guid Booking, Guid Destruction)
{
    private const int ImportedRows = 200;
    private const int OldFigures = 60;

    /// <summary>The city above.</summary>
    public int City => OrganisationPath.Ids(Village.Path)[0];

    /// <summary>Finds or makes them.</summary>
    public static async Task<PageSamples> MakeAsync(WebHost host)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var waiting = await db.Records.AsNoTracking()
            .Join(db.Organisations, record => record.OrganisationId, body => body.Id, (record, body) => new { record.Id, record.Review, record.Withdrawn, Body = body })
            .Where(one => one.Body.Level == Level.Village && one.Review == ReviewState.Waiting && !one.Withdrawn)
            .OrderBy(one => one.Body.Path).ThenBy(one => one.Id).FirstAsync();
        var oldest = await db.Records.AsNoTracking().Where(record => record.OrganisationId == waiting.Body.Id)
            .OrderBy(record => record.Day).ThenBy(record => record.Id).FirstAsync();
        var township = await db.Organisations.AsNoTracking().SingleAsync(body => body.Id == waiting.Body.ParentId);
        var above = await db.Organisations.AsNoTracking().SingleAsync(body => body.Id == township.ParentId);
        var cityId = OrganisationPath.Ids(township.Path)[0];
        var city = await db.Organisations.AsNoTracking().SingleAsync(body => body.Id == cityId);
        var account = await AccountRows.AddAsync(db, "weighed", "张某某", [(township, Role.Chair, RoleScope.Subtree)]);
        var (_, term, post) = await TermsOfOffice.MakeAsync(host, township);
        var (reception, booking) = await ReceptionDays.MakeAsync(host, township);
        return new(
            waiting.Body, township, oldest.Id, waiting.Id, account.Id,
            await ImportAsync(scope.ServiceProvider, township), await ReportAsync(scope.ServiceProvider, township), await BatchAsync(scope.ServiceProvider, township), await ClosingAsync(scope.ServiceProvider, township),
            await StatisticalTables.MakeAsync(host, township), await StatisticalTables.RequestAsync(host, township), await CircularAsync(host, township), await RoleRequests.AddAsync(db, "asked", township), term, post, await KnownPersons.AddAsync(db, waiting.Body, oldest.Id), await OwnForms.MakeAsync(host, city), await OwnForms.MakeBundleAsync(host, city), (await OldDocuments.MakeAsync(host, township, OldFigures)).Report, (await ReceivedCases.ReferAsync(host, township, above)).Case, (await ReceivedCases.ReferAsync(host, above, township)).Referral, reception, booking, await ArchivedCases.ListAsync(host, township));
    }

    private static async Task<Guid> ImportAsync(IServiceProvider services, Organisation body)
    {
        var rows = string.Concat(Enumerable.Range(1, ImportedRows).Select(row => $"2026-11-16,刺绣第{row}期,五十来个吧\n"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("日期,内容,人次\n" + rows));
        var imports = services.GetRequiredService<ImportService>();
        var import = Value(await imports.BringAsync(Guid.CreateVersion7(), body.Id, "培训.csv", content, "training")).Id;
        await imports.LookOrAskAsync(import);
        return import;
    }

    private static async Task<Guid> ReportAsync(IServiceProvider services, Organisation body) =>
        Value(await services.GetRequiredService<ReportService>().MakeAsync(new(Guid.CreateVersion7(), body.Id, "2026", "年度工作总结"), Actor.CommandLine)).Id;

    private static async Task<Guid> BatchAsync(IServiceProvider services, Organisation body)
    {
        var wanted = JsonSerializer.Serialize(new ReportBatchInput(body.Id, Level.Village, "2026", "年度工作总结"));
        return (await services.GetRequiredService<JobQueue>().AddAsync(Guid.CreateVersion7(), ReportBatch.JobKind, body, Actor.CommandLine, wanted)).Id;
    }

    private static async Task<Guid> ClosingAsync(IServiceProvider services, Organisation body) =>
        Value(await services.GetRequiredService<ClosingService>().CloseAsync(new(Guid.CreateVersion7(), body.Id, new(2026, 9, 30)))).Id;

    private static async Task<Guid> CircularAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(new(null, "张某某", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Subtree)]));
        return Value(await scope.ServiceProvider.GetRequiredService<CircularService>().SendAsync(new(Guid.CreateVersion7(), "关于报送妇女之家建设情况的通知", "请各村于期限前报送。", Level.Village, []) { NeedsAnswer = true })).Id;
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
