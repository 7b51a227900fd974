namespace Jinguo.Core.Base.Access;

/// <summary>What an endpoint needs. Declared on every endpoint; which role has it is the table <see cref="RoleRights"/>.</summary>
public enum Right
{
    /// <summary>See the organisation tree and one's own account: everybody signed in.</summary>
    Basic = 1,

    /// <summary>See records.</summary>
    LedgerRead,

    /// <summary>Write, correct and withdraw records, import included.</summary>
    LedgerWrite,

    /// <summary>Accept or return records of bodies below.</summary>
    LedgerReview,

    /// <summary>See and export persons in full, with a reason that is in the history.</summary>
    PersonReveal,

    /// <summary>See forms of one's own and the register of all forms: 表单.</summary>
    FormRead,

    /// <summary>Make and publish forms; for bodies from the county upwards (setting <c>FormsFrom</c>).</summary>
    FormWrite,

    /// <summary>See figures.</summary>
    FigureRead,

    /// <summary>See circulars that the body got or sent: 通知.</summary>
    CircularRead,

    /// <summary>Send circulars, receive and answer them.</summary>
    CircularWrite,

    /// <summary>See terms and posts of bodies with the names of the holders: 届、任职.</summary>
    PostRead,

    /// <summary>Begin and end terms, enter who is elected and who leaves.</summary>
    PostWrite,

    /// <summary>Close a period and open it again: 锁账.</summary>
    PeriodClose,

    /// <summary>See statistical tables.</summary>
    TableRead,

    /// <summary>Make statistical tables, enter supplements, sign as 填表人, send tables down.</summary>
    TableWrite,

    /// <summary>Sign statistical tables of her own body as 审核人.</summary>
    TableReview,

    /// <summary>Sign statistical tables of her own body as 单位负责人: files them.</summary>
    TableSign,

    /// <summary>See reports.</summary>
    ReportRead,

    /// <summary>Make reports and keep templates.</summary>
    ReportWrite,

    /// <summary>Receive and handle cases of her own body: 维权信访. She sees those assigned to her, whatever her role's reach.</summary>
    CaseHandle,

    /// <summary>See all cases of her own body, assign them, switch the handling of cases on.</summary>
    CaseSupervise,

    /// <summary>Add, edit and import bodies.</summary>
    OrganisationManage,

    /// <summary>Make, reset and disable accounts, give roles.</summary>
    AccountManage,

    /// <summary>Approve accounts and roles, end sessions, unlock accounts, remove one-time codes.</summary>
    AccountApprove,

    /// <summary>Read the trail, verify it, take it out.</summary>
    TrailRead,

    /// <summary>Set the web hook of her own body: 推送到群.</summary>
    NoticeHookManage,
}
