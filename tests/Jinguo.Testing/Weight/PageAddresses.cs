namespace Jinguo.Testing.Weight;

/// <summary>With which addresses each page is opened. A page without parameters is opened as it is.</summary>
public static class PageAddresses
{
    private static readonly Dictionary<string, Func<PageSamples, string[]>> ByRoute = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/ledgers/{id:guid}"] = some => [$"/ledgers/{some.Record}"],
        ["/ledgers/{id:guid}/edit"] = some => [$"/ledgers/{some.Record}/edit"],
        ["/ledgers/review/{id:guid}"] = some => [$"/ledgers/review/{some.Waiting}"],
        ["/ledgers/new/{type}"] = _ => ["/ledgers/new/training", "/ledgers/new/activity"],
        ["/ledgers/list"] = _ => ["/ledgers/list", "/ledgers/list?type=training"],
        ["/ledgers/import/{id:guid}"] = some => [$"/ledgers/import/{some.Import}"],
        ["/ledgers/import/{id:guid}/match"] = some => [$"/ledgers/import/{some.Import}/match"],
        ["/reports/new"] = _ => ["/reports/new", "/reports/new?template=年度工作总结&period=2026"],
        ["/reports/{id:guid}/{handler?}"] = some => [$"/reports/{some.Report}", $"/reports/{some.Report}?figure=1"],
        ["/checking"] = some => ["/checking", $"/checking?report={some.Report}"],
        ["/reports/batch/{id:guid}"] = some => [$"/reports/batch/{some.Batch}"],
        ["/reports/{id:guid}/figures/{snapshot:int}/{number:int}"] = some => [$"/reports/{some.Report}/figures/1/1"],
        ["/tables/new"] = _ => ["/tables/new", "/tables/new?definition=monthly-progress&period=2026-10"],
        ["/tables/{id:guid}"] = some => [$"/tables/{some.Table}"],
        ["/tables/{id:guid}/cells/{row}/{column}"] = some => [$"/tables/{some.Table}/cells/1/10"],
        ["/tables/requests/{id:guid}"] = some => [$"/tables/requests/{some.Request}"],
        ["/forms/{id:guid}"] = some => [$"/forms/{some.Form}"],
        ["/forms/{id:guid}/bundle"] = some => [$"/forms/{some.Bundle}/bundle", $"/forms/{some.Bundle}/bundle?place=1"],
        ["/forms/{id:guid}/edit"] = some => [$"/forms/{some.Form}/edit"],
        ["/forms/{id:guid}/field"] = some => [$"/forms/{some.Form}/field", $"/forms/{some.Form}/field?code=participants"],
        ["/forms/{id:guid}/publish"] = some => [$"/forms/{some.Form}/publish"],
        ["/check/{code}"] = _ => ["/check/0"],
        ["/figures"] = _ => ["/figures", "/figures?period=2025&compare=both"],
        ["/figures/explain"] = some => [Figure("explain", some.Village.Id), Figure("explain", some.City)],
        ["/figures/rows"] = some => [Figure("rows", some.Village.Id), Figure("rows", some.City)],
        ["/circulars"] = _ => ["/circulars", "/circulars?list=all", "/circulars?list=sent"],
        ["/circulars/{id:guid}"] = some => [$"/circulars/{some.Circular}"],
        ["/cases"] = _ => ["/cases", "/cases?list=Closed", "/cases?list=Archived"],
        ["/cases/archive/{id:guid}"] = some => [$"/cases/archive/{some.Destruction}"],
        ["/cases/{id:guid}"] = some => [$"/cases/{some.Case}"],
        ["/cases/{id:guid}/looks"] = some => [$"/cases/{some.Case}/looks"],
        ["/cases/{id:guid}/write"] = some => [$"/cases/{some.Case}/write", $"/cases/{some.Case}/write?act=Accept"],
        ["/cases/{id:guid}/edit"] = some => [$"/cases/{some.Case}/edit"],
        ["/cases/{id:guid}/files"] = some => [$"/cases/{some.Case}/files"],
        ["/cases/{id:guid}/evidence"] = some => [$"/cases/{some.Case}/evidence"],
        ["/cases/{id:guid}/letters"] = some => [$"/cases/{some.Case}/letters"],
        ["/cases/{id:guid}/refer"] = some => [$"/cases/{some.Case}/refer"],
        ["/cases/{id:guid}/lend"] = some => [$"/cases/{some.Case}/lend"],
        ["/cases/incoming/{id:guid}"] = some => [$"/cases/incoming/{some.Arrived}"],
        ["/cases/reception/{day}"] = some => [$"/cases/reception/{some.Reception:yyyy-MM-dd}"],
        ["/cases/reception/{day}/sheet"] = some => [$"/cases/reception/{some.Reception:yyyy-MM-dd}/sheet"],
        ["/cases/reception/{day}/minutes"] = some => [$"/cases/reception/{some.Reception:yyyy-MM-dd}/minutes"],
        ["/cases/reception/bookings/{id:guid}"] = some => [$"/cases/reception/bookings/{some.Booking}"],
        ["/cases/{id:guid}/receipt"] = some => [$"/cases/{some.Case}/receipt"],
        ["/cases/{id:guid}/record"] = some => [$"/cases/{some.Case}/record"],
        ["/old-reports/{id:guid}"] = some => [$"/old-reports/{some.OldReport}", $"/old-reports/{some.OldReport}?p=2"],
        ["/old-figures/{id:guid}"] = some => [$"/old-figures/{some.OldReport}"],
        ["/posts"] = some => ["/posts", $"/posts?organisation={some.Township.Id}&filter=None"],
        ["/posts/{id:guid}"] = some => [$"/posts/{some.Post}"],
        ["/terms/{id:guid}"] = some => [$"/terms/{some.Term}"],
        ["/terms/{id:guid}/edit"] = some => [$"/terms/{some.Term}/edit"],
        ["/organisations/{id:int}/posts"] = some => [$"/organisations/{some.Township.Id}/posts", $"/organisations/{some.Village.Id}/posts"],
        ["/organisations/{id:int}/posts/begin"] = some => [$"/organisations/{some.Township.Id}/posts/begin"],
        ["/organisations/{id:int}/posts/elect"] = some => [$"/organisations/{some.Township.Id}/posts/elect"],
        ["/search"] = _ => ["/search", "/search?q=培训", "/search?q=村&kind=record&p=2"],
        ["/figures/closings"] = some => ["/figures/closings", $"/figures/closings?organisation={some.Village.Id}"],
        ["/figures/closings/{id:guid}"] = some => [$"/figures/closings/{some.Closing}"],
        ["/figures/differences"] = some => [$"/figures/differences?organisation={some.Township.Id}&period=2026H1&known=2026-07-05", $"/figures/differences?organisation={some.Township.Id}&period=2026H1&known=2026-07-05&figure=training.participants"],
        ["/accounts/{id:guid}"] = some => [$"/accounts/{some.Account}"],
        ["/persons/{id:guid}"] = some => [$"/persons/{some.Person}"],
        ["/audit"] = _ => ["/audit", "/audit?officers=true", "/audit?kind=record"],
        ["/security"] = _ => ["/security", "/security?list=decided"],
        ["/security/accounts"] = _ => ["/security/accounts", "/security/accounts?state=locked"],
        ["/security/accounts/{id:guid}"] = some => [$"/security/accounts/{some.Account}"],
        ["/security/requests/{id:guid}"] = some => [$"/security/requests/{some.RoleRequest}"],
        ["/organisations/{id:int}/import"] = some => [$"/organisations/{some.Township.Id}/import"],
        ["/organisations/{id:int?}"] = some => ["/organisations", $"/organisations/{some.Township.Id}", "/organisations?q=村"],
        ["/organisations/{id:int}/new"] = some => [$"/organisations/{some.Township.Id}/new"],
        ["/organisations/{id:int}/edit"] = some => [$"/organisations/{some.Village.Id}/edit"],
        ["/organisations/{id:int}/reorganise"] = some => [$"/organisations/{some.Township.Id}/reorganise"],
        ["/error/{code:int}"] = _ => ["/error/404"],
    };

    /// <summary>Pages that only developers see.</summary>
    public static IReadOnlyList<string> ForDevelopment { get; } = ["/Components", "/Components/Side"];

    /// <summary>Pages that take a form and send on, or show a refusal: opened by themselves they answer with no page.</summary>
    public static IReadOnlyList<string> NeverShown { get; } = ["/elder", "/switch", "/sign-out", "/kept", "/denied", "/setup", "/reports/{id:guid}/figures/{snapshot:int}/{number:int}", "/terms/{id:guid}", "/old-figures/{id:guid}", "/cases/{id:guid}/edit"];

    /// <summary>The addresses of a page.</summary>
    /// <exception cref="InvalidOperationException">A page with parameters has none yet.</exception>
    public static IReadOnlyList<string> Of(string route, PageSamples samples) =>
        ByRoute.TryGetValue(route, out var make) ? make(samples)
        : route.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"The page {route} has no address to be weighed with: add one to PageAddresses.")
        : [route];

    private static string Figure(string page, int organisation) => $"/figures/{page}?organisation={organisation}&figure=training.participants&period=2026";
}
