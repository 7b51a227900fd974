using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Tests.Base.Access;

public sealed class OfficerChecksTests
{
    [Theory]
    [InlineData(true, true, Role.SystemAdministrator)]
    [InlineData(true, true, Role.Chair, Role.Officer)]
    [InlineData(false, false, Role.SystemAdministrator, Role.AuditAdministrator)]
    [InlineData(false, false, Role.SecurityAdministrator, Role.AuditAdministrator)]
    [InlineData(false, false, Role.AuditAdministrator, Role.Reader)]
    [InlineData(true, false, Role.SystemAdministrator, Role.SecurityAdministrator)]
    [InlineData(true, false, Role.SystemAdministrator, Role.Officer)]
    public void OneAccount_HoldsTheseRolesTogether_OrNot(bool whereNotSeparated, bool whereSeparated, params Role[] roles)
    {
        Assert.Equal(whereNotSeparated, OfficerChecks.Check(roles, new(IsOn: false)) is null);
        Assert.Equal(whereSeparated, OfficerChecks.Check(roles, new(IsOn: true)) is null);
    }

    [Fact]
    public void TheSameRoleOnTwoBodies_IsOneRole() =>
        Assert.Null(OfficerChecks.Check([Role.AuditAdministrator, Role.AuditAdministrator], new(IsOn: true)));

    [Fact]
    public void NoneOfTheThree_HasARightOfTheOthers_NorOfAnyBusinessRole()
    {
        Role[] officers = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];
        foreach (var right in Enum.GetValues<Right>().Where(right => right != Right.Basic))
            Assert.True(Enum.GetValues<Role>().Count(role => officers.Contains(role) && role.Has(right)) <= 1 && (!officers.Any(role => role.Has(right)) || Enum.GetValues<Role>().All(role => officers.Contains(role) || !role.Has(right))), $"{right}");
    }
}
