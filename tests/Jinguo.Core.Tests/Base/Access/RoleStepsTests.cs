using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Tests.Base.Access;

public sealed class RoleStepsTests
{
    private static readonly RoleOn Officer = new(1, Role.Officer, RoleScope.Own);
    private static readonly RoleOn Chair = new(2, Role.Chair, RoleScope.Subtree);

    [Fact]
    public void FromSomeRolesToOthers_TheStepsLead()
    {
        var steps = RoleSteps.Between([Officer, Chair], [Officer with { Scope = RoleScope.Subtree }]);
        Assert.Equal([new(Chair, Gives: false), new(Officer with { Scope = RoleScope.Subtree }, Gives: true)], steps);
        Assert.Equal([Officer with { Scope = RoleScope.Subtree }], RoleSteps.After([Officer, Chair], [.. steps]));
        Assert.Empty(RoleSteps.Between([Officer, Chair], [Chair, Officer]));
    }

    [Fact]
    public void WhatGivesARole_OrTouchesAnAdministrator_NeedsApproval_TakingOthersDoesNot()
    {
        Assert.True(RoleSteps.NeedApproval(RoleSteps.Between([], [Officer])));
        Assert.True(RoleSteps.NeedApproval(RoleSteps.Between([Officer], [Officer with { OrganisationId = 2 }])));
        Assert.True(RoleSteps.NeedApproval(RoleSteps.Between([new(1, Role.SecurityAdministrator, RoleScope.Subtree)], [])));
        Assert.False(RoleSteps.NeedApproval(RoleSteps.Between([Officer, Chair], [Chair])));
    }
}
