using System.Security.Claims;
using System.Text.Encodings.Web;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Web.Api;
using Jinguo.Web.Running;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jinguo.Web.Setup;

/// <summary>
/// Access tokens of programs: <c>Authorization: Bearer …</c>, under /api alone. A request that carries one is nobody else's:
/// its cookies are not read.
/// </summary>
public sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenEntry tokens, CurrentActor current, RefusedTokens refused, PackRevision packs, Db db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme that picks between tokens and the sign-in cookie.</summary>
    public const string CookieOrToken = "jinguo";

    /// <summary>The scheme of tokens.</summary>
    public const string Bearer = "Bearer";

    private TokenRefusal? refusal;
    private bool isTooOften;

    /// <summary>The token a request to the API carries, or null.</summary>
    public static string? TextOf(HttpRequest request) =>
        SignInSetup.IsApi(request) && request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase) ? header[(Bearer.Length + 1)..].Trim() : null;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TextOf(Request) is not { } text)
            return AuthenticateResult.NoResult();
        var opening = await tokens.OpenAsync(text, Context.RequestAborted);
        if (opening.Actor is { } actor)
        {
            current.Actor = actor;
            await packs.LookAsync(db, Context.RequestAborted);
            return AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, actor.Name)], Bearer)), Bearer));
        }
        refusal = opening.Refusal;
        isTooOften = !refused.MayTry(Context);
        if (!isTooOften)
            await tokens.RefuseAsync(text, opening.Refusal!.Value, SignInTrail.AddressOf(Context), Context.RequestAborted);
        return AuthenticateResult.Fail($"Token refused: {refusal}.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (isTooOften)
            return ApiProblems.WriteAsync(Context, StatusCodes.Status429TooManyRequests);
        return ApiProblems.WriteAsync(Context, StatusCodes.Status401Unauthorized, refusal switch
        {
            TokenRefusal.Unknown => "令牌不对，请核对。",
            TokenRefusal.Expired => "令牌已经过期，请换一个。",
            TokenRefusal.Revoked => "令牌已经作废，请换一个。",
            TokenRefusal.AccountGone => "令牌所属的账号已停用，或者不再在这个单位任职。",
            _ => null,
        });
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblems.WriteAsync(Context, StatusCodes.Status403Forbidden, "这个令牌没有做这件事的权限。");
}

/// <summary>Registers tokens beside the sign-in cookie.</summary>
public static class TokenAuthenticationSetup
{
    /// <summary>Adds the scheme of tokens, and the one that picks.</summary>
    public static AuthenticationBuilder AddTokens(this AuthenticationBuilder builder)
    {
        builder.Services.AddSingleton<RefusedTokens>();
        return builder
            .AddPolicyScheme(TokenAuthentication.CookieOrToken, displayName: null, options =>
                options.ForwardDefaultSelector = context => TokenAuthentication.TextOf(context.Request) is null ? IdentityConstants.ApplicationScheme : TokenAuthentication.Bearer)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Bearer, displayName: null, configureOptions: null);
    }
}
