using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>Sets of the module.</summary>
public static class OrganisationsDb
{
    extension(Db db)
    {
        /// <summary>Bodies as they stand today.</summary>
        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        /// <summary>Where bodies hung, over time.</summary>
        public DbSet<OrganisationEdge> OrganisationEdges => db.Set<OrganisationEdge>();

        /// <summary>How bodies were called before.</summary>
        public DbSet<FormerName> FormerNames => db.Set<FormerName>();
    }
}
