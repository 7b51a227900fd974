using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Testing.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Cases for tests of pages.</summary>
public static class ReceivedCases
{
    /// <summary>Receives a case at a body, which is switched on where it is not yet. Its handler is somebody of its own.</summary>
    /// <param name="host">The product.</param>
    /// <param name="body">The body.</param>
    /// <param name="change">Changes the case before it is received, or null.</param>
    public static async Task<Guid> MakeAsync(WebHost host, Organisation body, Func<CaseInput, CaseInput>? change = null) => (await ReceiveAsync(host, body, change)).Case.Id;

    /// <summary>A case that its handler sent to another body, with her consent; both are switched on where they are not yet.</summary>
    /// <param name="host">The product.</param>
    /// <param name="from">The body that sends it.</param>
    /// <param name="to">The body that is asked.</param>
    public static async Task<(Guid Case, Guid Referral)> ReferAsync(WebHost host, Organisation from, Organisation to)
    {
        var (handler, one) = await ReceiveAsync(host, from, change: null);
        await SwitchOnAsync(host, await PersonAsync(host, to));
        await using var own = host.ScopeAs(handler);
        var consent = new ConsentInput(SharingGround.Oral, one.ReceivedAt, "赵某某", "同意把情况告诉对方");
        var letter = new ReferralInput(Guid.CreateVersion7(), one.Id, one.Version, to.Code, null, "请上门核实并回访", null, [CaseField.Name, CaseField.Phone], consent);
        return (one.Id, Value(await own.ServiceProvider.GetRequiredService<CaseReferralService>().SendAsync(letter)).Id);
    }

    private static async Task<(Actor Handler, Case Case)> ReceiveAsync(WebHost host, Organisation body, Func<CaseInput, CaseInput>? change)
    {
        var handler = await PersonAsync(host, body);
        await SwitchOnAsync(host, handler);
        var texts = new Dictionary<CaseField, string>
        {
            [CaseField.Name] = "张某某",
            [CaseField.Phone] = "13800001234",
            [CaseField.Request] = "希望有人制止家暴",
            [CaseField.SafeContact] = "只在工作日上午打电话",
        };
        var input = new CaseInput(Guid.CreateVersion7(), "visit", "claim", "violence", "yellow", new DateTime(2026, 11, 6, 1, 20, 0, DateTimeKind.Utc), texts) { Reason = "补登记" };
        await using var own = host.ScopeAs(handler);
        return (handler, Value(await own.ServiceProvider.GetRequiredService<CaseService>().ReceiveAsync(change?.Invoke(input) ?? input)));
    }

    /// <summary>A new chair of a body.</summary>
    internal static async Task<Actor> PersonAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var account = await AccountRows.AddAsync(scope.ServiceProvider.GetRequiredService<Db>(), $"case-{Guid.NewGuid():N}", "赵某某", [(body, Role.Chair, RoleScope.Own)]);
        return new(account.Id, "赵某某", body.Id, body.Region, body.Path, [new(Role.Chair, RoleScope.Own)]);
    }

    private static async Task SwitchOnAsync(WebHost host, Actor chair)
    {
        await using var own = host.ScopeAs(chair);
        if (await own.ServiceProvider.GetRequiredService<CaseReader>().FindOfficeAsync() is null)
            Value(await own.ServiceProvider.GetRequiredService<CaseService>().SwitchOnAsync(new(2026, 11, 1), "云妇访"));
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
