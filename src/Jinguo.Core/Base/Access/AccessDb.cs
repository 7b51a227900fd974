using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>Sets of the module.</summary>
public static class AccessDb
{
    extension(Db db)
    {
        /// <summary>People who may sign in.</summary>
        public DbSet<Account> Accounts => db.Set<Account>();

        /// <summary>Their roles on bodies.</summary>
        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();

        /// <summary>Changes of roles that were asked for.</summary>
        public DbSet<RoleRequest> RoleRequests => db.Set<RoleRequest>();

        /// <summary>Sign-ins that are open.</summary>
        public DbSet<Session> Sessions => db.Set<Session>();

        /// <summary>Tokens by which programs act for people.</summary>
        public DbSet<AccessToken> AccessTokens => db.Set<AccessToken>();
    }
}
