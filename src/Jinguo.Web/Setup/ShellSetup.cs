using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jinguo.Web.Setup;

/// <summary>Fills the frame of a page for the person signed in, with two queries: the bodies above hers and what waits for her.</summary>
public static class ShellSetup
{
    private static readonly (Place Place, Right Right)[] All =
    [
        (Places.Home, Right.Basic),
        (Places.Ledgers, Right.LedgerRead),
        (Places.Figures, Right.FigureRead),
        (Places.Tables, Right.TableRead),
        (Places.Forms, Right.FormRead),
        (Places.Reports, Right.ReportRead),
        (Places.Checking, Right.ReportRead),
        (Places.Cases, Right.CaseHandle),
        (Places.OldReports, Right.LedgerRead),
        (Places.Circulars, Right.CircularRead),
        (Places.Organisations, Right.Basic),
        (Places.Accounts, Right.AccountManage),
        (Places.Security, Right.AccountApprove),
        (Places.Audit, Right.TrailRead),
        (Places.Settings, Right.Basic),
    ];

    private const string RecordHref = "/ledgers/new";
    private const string SearchHref = "/search";
    private const string NoticesHref = "/notices";

    /// <summary>Stands after authorization. A place appears when its page is there and the person may enter it.</summary>
    public static IApplicationBuilder UseShell(this WebApplication app)
    {
        var existing = new Lazy<HashSet<string>>(() => Addresses(app));
        return app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null && !Outage.Is(context))
                await FillAsync(context, existing.Value);
            await next();
        });
    }

    private static async Task FillAsync(HttpContext context, HashSet<string> existing)
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        var actor = current.Actor;
        if (actor.AccountId is null)
            return;
        var tree = context.RequestServices.GetRequiredService<OrganisationTree>();
        var steps = actor.OrganisationId == 0 ? [] : await tree.ListStepsAsync(actor.Path, context.RequestAborted);
        var waiting = actor.OrganisationId == 0 ? NoticeCounts.None : await context.RequestServices.GetRequiredService<NoticeBoard>().CountAsync(context.RequestAborted);
        new Shell
        {
            Person = actor.Name,
            BodyPath = [.. steps.TakeLast(3).Select(step => step.Name)],
            Bodies = [.. current.Serves.Select(body => new ShellBody($"{body.Id}", body.Name, IsCurrent: body.Id == actor.OrganisationId, Note: body.Id == actor.OrganisationId ? "本单位" : null))],
            Places = [.. All.Where(one => existing.Contains(one.Place.Href) && actor.Has(one.Right)).Select(one => one.Place with { Count = WaitingAt(one.Place, waiting) })],
            RecordHref = existing.Contains(RecordHref) && actor.Has(Right.LedgerWrite) ? RecordHref : null,
            SearchHref = existing.Contains(SearchHref) ? SearchHref : null,
            NoticesHref = existing.Contains(NoticesHref) ? NoticesHref : null,
            Notices = waiting.Total,
            BodySearchHref = existing.Contains(Places.Organisations.Href) ? Places.Organisations.Href : null,
        }.PutInto(context);
    }

    private static int WaitingAt(Place place, NoticeCounts waiting) =>
        place == Places.Ledgers ? waiting[NoticeKind.Review] + waiting[NoticeKind.Returned]
        : place == Places.Cases ? waiting[NoticeKind.Case]
        : place == Places.Security ? waiting[NoticeKind.Request]
        : 0;

    // /organisations/{id:int?} answers /organisations, too.
    private static string Address(RoutePattern pattern)
    {
        var needed = pattern.PathSegments.Where(segment => segment.Parts is not [RoutePatternParameterPart { IsOptional: true }]);
        return "/" + string.Join('/', needed.Select(segment => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : "{}"));
    }

    private static HashSet<string> Addresses(IEndpointRouteBuilder app) => app.DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => Address(endpoint.RoutePattern))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
