using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Running;

/// <summary>
/// The state of the packs that this node has read. Another node may publish or end a form at any time: every request of somebody
/// signed in, every job and <see cref="PackWatch"/> compare one number, and what is kept of packs is read anew where it has grown.
/// </summary>
public sealed class PackRevision(RecordTypeCatalogCache types, MeasureCatalogCache measures)
{
    private readonly Lock access = new();
    private int seen = -1;

    /// <summary>The database had this revision: the sum over all versions, which only grows.</summary>
    public void Saw(int revision)
    {
        lock (access)
        {
            if (revision <= seen)
                return;
            types.Reset();
            measures.Reset();
            seen = revision;
        }
    }

    /// <summary>Asks the database.</summary>
    public async Task LookAsync(Db db, CancellationToken cancel) => Saw(await db.PackVersions.SumAsync(version => version.Revision, cancel));
}
