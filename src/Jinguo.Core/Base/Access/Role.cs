namespace Jinguo.Core.Base.Access;

/// <summary>A role a person has on a body.</summary>
public enum Role
{
    /// <summary>主席: records, reviews below, makes reports.</summary>
    Chair = 1,

    /// <summary>干事: records, imports, drafts reports.</summary>
    Officer = 2,

    /// <summary>审核: reviews below.</summary>
    Reviewer = 3,

    /// <summary>只读: leaders and executive members, who read.</summary>
    Reader = 4,

    /// <summary>系统管理员: keeps bodies and accounts, sees no business data.</summary>
    SystemAdministrator = 5,

    /// <summary>安全管理员: approves accounts and roles, ends sessions, removes codes; sees no business data.</summary>
    SecurityAdministrator = 6,

    /// <summary>审计管理员: reads, verifies and exports the trail, and does nothing else.</summary>
    AuditAdministrator = 7,
}

/// <summary>How far a role reaches.</summary>
public enum RoleScope
{
    /// <summary>The body itself.</summary>
    Own = 1,

    /// <summary>The body and everything below it.</summary>
    Subtree = 2,
}
