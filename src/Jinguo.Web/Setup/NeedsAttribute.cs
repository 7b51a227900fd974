using Jinguo.Core.Base.Access;
using Microsoft.AspNetCore.Authorization;

namespace Jinguo.Web.Setup;

/// <summary>
/// The right an endpoint needs, in one line on the page model or API route. Start-up fails where neither this nor
/// <see cref="AllowAnonymousAttribute"/> stands.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true)]
public sealed class NeedsAttribute(Right right) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The right.</summary>
    public Right Right { get; } = right;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Grants an endpoint when the current actor has its right on the body she is working for.</summary>
public sealed class NeedsCheck(CurrentActor current) : AuthorizationHandler<NeedsAttribute>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (current.Actor.Has(requirement.Right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
