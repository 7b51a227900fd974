using Jinguo.Core.Base.Access;

namespace Jinguo.Web.Setup;

/// <summary>Who acts in this request or command. Nobody has no rights at all.</summary>
public sealed class CurrentActor
{
    /// <summary>Nobody: a visitor who has not signed in.</summary>
    public static Actor Nobody { get; } = new(AccountId: null, "访客", OrganisationId: 0, "/-/", []);

    /// <summary>The actor.</summary>
    public Actor Actor { get; set; } = Nobody;
}
