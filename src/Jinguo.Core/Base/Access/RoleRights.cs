using System.Collections.Frozen;

namespace Jinguo.Core.Base.Access;

/// <summary>Which role has which right. The whole table of the product.</summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Chair] = FrozenSet.Create(Right.Basic, Right.CaseHandle, Right.CaseSupervise, Right.CircularRead, Right.CircularWrite, Right.PostRead, Right.PostWrite, Right.LedgerRead, Right.LedgerWrite, Right.PersonReveal, Right.LedgerReview, Right.FormRead, Right.FormWrite, Right.FigureRead, Right.PeriodClose, Right.NoticeHookManage, Right.TableRead, Right.TableWrite, Right.TableReview, Right.TableSign, Right.ReportRead, Right.ReportWrite),
        [Role.Officer] = FrozenSet.Create(Right.Basic, Right.CaseHandle, Right.CircularRead, Right.CircularWrite, Right.PostRead, Right.PostWrite, Right.LedgerRead, Right.LedgerWrite, Right.PersonReveal, Right.FormRead, Right.FormWrite, Right.FigureRead, Right.TableRead, Right.TableWrite, Right.ReportRead, Right.ReportWrite),
        [Role.Reviewer] = FrozenSet.Create(Right.Basic, Right.CircularRead, Right.PostRead, Right.LedgerRead, Right.LedgerReview, Right.FormRead, Right.FigureRead, Right.TableRead, Right.TableReview, Right.ReportRead),
        [Role.Reader] = FrozenSet.Create(Right.Basic, Right.CircularRead, Right.PostRead, Right.LedgerRead, Right.FormRead, Right.FigureRead, Right.TableRead, Right.ReportRead),
        [Role.SystemAdministrator] = FrozenSet.Create(Right.Basic, Right.OrganisationManage, Right.AccountManage),
        [Role.SecurityAdministrator] = FrozenSet.Create(Right.Basic, Right.AccountApprove),
        [Role.AuditAdministrator] = FrozenSet.Create(Right.Basic, Right.TrailRead),
    }.ToFrozenDictionary();

    /// <summary>True when the role has the right.</summary>
    public static bool Has(this Role role, Right right) => Table[role].Contains(right);

    /// <summary>True for the three who keep the installation, 三员: their passwords are longer.</summary>
    public static bool IsAdministrator(this Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>Name in the users' words.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Chair => "主席",
        Role.Officer => "干事",
        Role.Reviewer => "审核",
        Role.Reader => "只读",
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全管理员",
        Role.AuditAdministrator => "审计管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The reach in the users' words.</summary>
    public static string Name(this RoleScope scope) => scope switch
    {
        RoleScope.Own => "本单位",
        RoleScope.Subtree => "本单位及下级",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
