using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>保管期限表: how long a body keeps the cases of a class. One row for a class; a class without one is kept for <see cref="RetentionTerms.Default"/>.</summary>
public sealed class CaseRetentionRule : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Code of the class (<see cref="CaseWords.Categories"/>).</summary>
    public required string Category { get; set; }

    /// <summary>How long.</summary>
    public RetentionTerm Term { get; set; }

    /// <summary>How long the body keeps a case.</summary>
    internal static async Task<RetentionTerm> OfAsync(Db db, CaseWords words, Case one, CancellationToken cancel)
    {
        var category = words.Category(one.Category)!.Value.Category.Code;
        return await db.CaseRetentionRules.Where(rule => rule.OrganisationId == one.OrganisationId && rule.Category == category).Select(rule => (RetentionTerm?)rule.Term).SingleOrDefaultAsync(cancel)
            ?? RetentionTerms.Default;
    }
}
