using Jinguo.Core.Base.Access;

namespace Jinguo.Web.Setup;

/// <summary>A body for which a person may work.</summary>
/// <param name="Id">The body.</param>
/// <param name="Name">Its name.</param>
public sealed record ServedBody(int Id, string Name);

/// <summary>Who acts in this request or command. Nobody has no rights at all.</summary>
public sealed class CurrentActor
{
    /// <summary>Nobody: a visitor who has not signed in.</summary>
    public static Actor Nobody { get; } = new(AccountId: null, "访客", OrganisationId: 0, Region: 0, "/-/", []);

    /// <summary>The actor.</summary>
    public Actor Actor { get; set; } = Nobody;

    /// <summary>All bodies she serves, in the order of the tree.</summary>
    public IReadOnlyList<ServedBody> Serves { get; set; } = [];

    /// <summary>What she has to do before she may go on.</summary>
    public OwnDuty Duty { get; set; }
}
