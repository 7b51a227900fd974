using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Web;
using Jinguo.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Weight;

/// <summary>Fills the books of a host with the demonstration's kind of work, so that lists are full and figures are many.</summary>
public static class YearsOfWork
{
    /// <summary>Lets each body have two years of work; the villages' own waits for its review.</summary>
    public static async Task AddWorkAsync(this WebHost host, IReadOnlyList<Organisation> bodies)
    {
        foreach (var body in bodies)
        {
            await using var scope = host.ScopeAs(Actor.CommandLine);
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<Db>();
            var invented = new InventedWork(WorkTemplate.ReadAll(), await services.GetRequiredService<RecordTypeCatalogCache>().GetAsync(db), host.Clock.Today());
            var actor = body.Level == Level.Village ? new(Guid.CreateVersion7(), "张某某", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Own)]) : Actor.CommandLine;
            await using var write = await db.BeginWriteAsync();
            var outcome = await services.GetRequiredService<LedgerService>().AddAsync([.. invented.Of(body)], actor);
            if (!outcome.Done)
                throw new InvalidOperationException(outcome.Problems[0].Text);
            await write.CommitAsync();
        }
    }
}
