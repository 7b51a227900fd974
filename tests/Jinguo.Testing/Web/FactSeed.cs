using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Puts numbers into the books of a host without going through records.</summary>
public static class FactSeed
{
    /// <summary>Posts one fact: <c>await host.PostAsync(village, "training.participants", "2026-03-01", 50, "余")</c>.</summary>
    public static async Task PostAsync(this WebHost host, Organisation body, string measure, string day, long value, string hedge = "", string? option = null)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        await using var write = await scope.ServiceProvider.GetRequiredService<Db>().BeginWriteAsync();
        var draft = new FactDraft(measure, option, DateOnly.Parse(day, CultureInfo.InvariantCulture), value, hedge);
        await scope.ServiceProvider.GetRequiredService<FactBook>().PostAsync(new Posting(new(RecordRef.Ledger, Guid.CreateVersion7()), body.Id, [draft]), Actor.CommandLine);
        await write.CommitAsync();
    }
}
