using Jinguo.Core.Base.Data;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports;

/// <summary>Sets of the module.</summary>
public static class ReportsDb
{
    extension(Db db)
    {
        /// <summary>Templates that bodies uploaded.</summary>
        public DbSet<ReportTemplate> ReportTemplates => db.Set<ReportTemplate>();

        /// <summary>Reports.</summary>
        public DbSet<Report> Reports => db.Set<Report>();

        /// <summary>Drafts of reports.</summary>
        public DbSet<ReportDraft> ReportDrafts => db.Set<ReportDraft>();

        /// <summary>Frozen figures of reports.</summary>
        public DbSet<ReportSnapshot> ReportSnapshots => db.Set<ReportSnapshot>();

        /// <summary>What bodies taught the reader of drafts.</summary>
        public DbSet<TaughtWord> TaughtWords => db.Set<TaughtWord>();

        /// <summary>Drafts that their writers asked to keep.</summary>
        public DbSet<KeptDraft> KeptDrafts => db.Set<KeptDraft>();
    }
}
