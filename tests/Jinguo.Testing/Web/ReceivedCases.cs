using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
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
    public static async Task<Guid> MakeAsync(WebHost host, Organisation body, Func<CaseInput, CaseInput>? change = null)
    {
        Guid account;
        await using (var scope = host.ScopeAs(Actor.CommandLine))
            account = (await AccountRows.AddAsync(scope.ServiceProvider.GetRequiredService<Db>(), $"case-{Guid.NewGuid():N}", "赵某某", [(body, Role.Chair, RoleScope.Own)])).Id;
        await using var own = host.ScopeAs(new(account, "赵某某", body.Id, body.Path, [new(Role.Chair, RoleScope.Own)]));
        var service = own.ServiceProvider.GetRequiredService<CaseService>();
        if (await own.ServiceProvider.GetRequiredService<CaseReader>().FindOfficeAsync() is null)
            Value(await service.SwitchOnAsync(new(2026, 11, 1), "云妇访"));
        var texts = new Dictionary<CaseField, string>
        {
            [CaseField.Name] = "张某某",
            [CaseField.Phone] = "13800001234",
            [CaseField.Request] = "希望有人制止家暴",
            [CaseField.SafeContact] = "只在工作日上午打电话",
        };
        var input = new CaseInput(Guid.CreateVersion7(), "visit", "claim", "violence", "yellow", new DateTime(2026, 11, 6, 1, 20, 0, DateTimeKind.Utc), texts) { Reason = "补登记" };
        return Value(await service.ReceiveAsync(change?.Invoke(input) ?? input)).Id;
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
