using System.Net.Http.Headers;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Api;

/// <summary>Makes tokens, and clients that send them.</summary>
internal static class TokenCase
{
    /// <summary>A token of a new account with one role on a body.</summary>
    public static async Task<IssuedToken> TokenAsync(this WebHost host, Role role, Organisation body, Right[] rights, int days = 90)
    {
        await using var db = host.Database.Open();
        return await host.TokenAsync(await AccountRows.AddAsync(db, $"t-{Guid.NewGuid():N}", "张某某", [(body, role, RoleScope.Subtree)]), body, rights, days);
    }

    /// <summary>A token of an account.</summary>
    public static async Task<IssuedToken> TokenAsync(this WebHost host, Account account, Organisation body, Right[] rights, int days = 90)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var made = await scope.ServiceProvider.GetRequiredService<TokenService>().MakeAsync(new("一表通", account.UserName, body.Id, rights, days));
        return made.Done ? made.Value : throw new InvalidOperationException(made.Problems[0].Text);
    }

    /// <summary>A client that sends a token.</summary>
    public static HttpClient WithToken(this WebHost host, string text)
    {
        var http = host.Visit().Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return http;
    }

    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
}
