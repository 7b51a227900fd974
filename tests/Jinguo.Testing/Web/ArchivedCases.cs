using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Archived cases that were kept long enough, for tests of pages.</summary>
public static class ArchivedCases
{
    /// <summary>A case of a body that was kept until yesterday. Its handler is a supervisor of its own.</summary>
    public static async Task<(Actor Handler, Guid Case)> MakeAsync(WebHost host, Organisation body)
    {
        var id = await ReceivedCases.MakeAsync(host, body);
        var handler = await ReceivedCases.PersonAsync(host, body);
        await using var own = host.ScopeAs(handler);
        var (service, time) = (own.ServiceProvider.GetRequiredService<CaseService>(), own.ServiceProvider.GetRequiredService<TimeProvider>());
        var at = new DateTime(2026, 11, 7, 1, 0, 0, DateTimeKind.Utc);
        var version = 1;
        foreach (var act in new[] { CaseAct.Answer, CaseAct.Archive })
            version = Value(await service.MoveAsync(act, new(Guid.CreateVersion7(), id, version, at, "已告知本人") { Reason = "补登记" })).Version;
        // Years go by.
        var yesterday = time.Today().AddDays(-1);
        await own.ServiceProvider.GetRequiredService<Db>().Cases.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.KeepUntil, yesterday));
        return (handler, id);
    }

    /// <summary>A list for destruction of a body, with one case, made by a supervisor of its own.</summary>
    public static async Task<Guid> ListAsync(WebHost host, Organisation body)
    {
        var (handler, id) = await MakeAsync(host, body);
        await using var own = host.ScopeAs(handler);
        return Value(await own.ServiceProvider.GetRequiredService<CaseArchive>().ProposeAsync(Guid.CreateVersion7(), [id])).Id;
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
