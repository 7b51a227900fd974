using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Makes statistical tables of a host without going through its pages.</summary>
public static class StatisticalTables
{
    /// <summary>The draft of a shipped table.</summary>
    public static async Task<Guid> MakeAsync(WebHost host, Organisation body, string code = "training-activity", string period = "2026H1")
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        return Value(await scope.ServiceProvider.GetRequiredService<TableService>().MakeAsync(new(Guid.CreateVersion7(), body.Id, code, period), Actor.CommandLine)).Id;
    }

    /// <summary>A request for a body's own version of a shipped table, to the villages below it; to groups by a village.</summary>
    public static async Task<Guid> RequestAsync(WebHost host, Organisation body, Level? level = null)
    {
        var actor = new Actor(null, "命令行", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Subtree)]);
        await using var scope = host.ScopeAs(actor);
        var kept = Value(await scope.ServiceProvider.GetRequiredService<TableLibrary>().AdoptAsync("training-activity", new("云妇统1表", "云妇字〔2026〕3号", new(2027, 12, 31)), actor));
        var input = new NewRequest(Guid.CreateVersion7(), $"{kept.Id}", "2026H1", level ?? body.Level + 1, new(2026, 12, 1));
        return Value(await scope.ServiceProvider.GetRequiredService<TableRequestService>().SendAsync(input, actor)).Id;
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
