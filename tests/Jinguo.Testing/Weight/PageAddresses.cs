using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Testing.Weight;

/// <summary>Things to open pages with.</summary>
/// <param name="Village">A village.</param>
/// <param name="Record">A record of the village with a history.</param>
/// <param name="Waiting">A record of the village that waits for its review.</param>
public sealed record PageSamples(Organisation Village, Guid Record, Guid Waiting);

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
        ["/organisations/{id:int?}"] = some => ["/organisations", $"/organisations/{some.Village.ParentId}", "/organisations?q=村"],
        ["/organisations/{id:int}/new"] = some => [$"/organisations/{some.Village.ParentId}/new"],
        ["/organisations/{id:int}/edit"] = some => [$"/organisations/{some.Village.Id}/edit"],
        ["/error/{code:int}"] = _ => ["/error/404"],
    };

    /// <summary>Pages that only developers see.</summary>
    public static IReadOnlyList<string> ForDevelopment { get; } = ["/Components", "/Components/Index", "/Components/Side"];

    /// <summary>Pages that take a form and send on, or show a refusal: opened by themselves they answer with no page.</summary>
    public static IReadOnlyList<string> NeverShown { get; } = ["/elder", "/switch", "/sign-out", "/kept", "/denied"];

    /// <summary>The addresses of a page.</summary>
    /// <exception cref="InvalidOperationException">A page with parameters has none yet.</exception>
    public static IReadOnlyList<string> Of(string route, PageSamples samples) =>
        ByRoute.TryGetValue(route, out var make) ? make(samples)
        : route.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"The page {route} has no address to be weighed with: add one to PageAddresses.")
        : [route];

    /// <summary>Finds something to open the pages with, around a village that waits for a review.</summary>
    public static async Task<PageSamples> SamplesAsync(WebHost host)
    {
        await using var db = host.Database.Open();
        var waiting = await db.Records.AsNoTracking()
            .Join(db.Organisations, record => record.OrganisationId, body => body.Id, (record, body) => new { record.Id, record.Review, record.Withdrawn, Body = body })
            .Where(one => one.Body.Level == Level.Village && one.Review == ReviewState.Waiting && !one.Withdrawn)
            .OrderBy(one => one.Body.Path).ThenBy(one => one.Id).FirstAsync();
        var oldest = await db.Records.AsNoTracking().Where(record => record.OrganisationId == waiting.Body.Id)
            .OrderBy(record => record.Day).ThenBy(record => record.Id).FirstAsync();
        return new(waiting.Body, oldest.Id, waiting.Id);
    }
}
