using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>一次填报: what a form asks, measured by what its body's ledgers hold already.</summary>
public sealed class FormGate(Db db, RecordTypeCatalogCache types, MeasureCatalogCache measures)
{
    /// <summary>What is held of a form, at the body at a path.</summary>
    public async Task<FormFinding> FindAsync(OnePackReading reading, string path, CancellationToken cancel = default)
    {
        if (reading.Pack is not { } pack)
            return new([], null);
        var (catalog, known) = (await types.GetAsync(db, cancel), await measures.GetAsync(db, cancel));
        // The form is not measured by itself: neither by its own measures, nor by its version that is in force.
        var inUse = catalog.Offered(path).Where(type => type.Pack != pack.Code).Select(type => catalog.Get(type.Type.Code).Type);
        return FormDemand.Find(
            [.. pack.RecordTypes.SelectMany(type => type.Fields), .. pack.Additions.SelectMany(addition => addition.Fields)],
            [.. pack.RecordTypes.SelectMany(type => type.Posts), .. pack.Additions.SelectMany(addition => addition.Posts)],
            [.. known.Offered(path).Where(measure => measure.Pack != pack.Code)],
            [.. inUse]);
    }
}
