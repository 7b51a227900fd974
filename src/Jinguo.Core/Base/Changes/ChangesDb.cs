using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>Sets of the module.</summary>
public static class ChangesDb
{
    extension(Db db)
    {
        /// <summary>The history.</summary>
        public DbSet<Change> Changes => db.Set<Change>();

        /// <summary>Where the chain of each body ends.</summary>
        public DbSet<ChainHead> ChainHeads => db.Set<ChainHead>();

        /// <summary>Seals over the chains.</summary>
        public DbSet<Seal> Seals => db.Set<Seal>();

        /// <summary>What each seal covers.</summary>
        public DbSet<SealedHead> SealedHeads => db.Set<SealedHead>();
    }
}
