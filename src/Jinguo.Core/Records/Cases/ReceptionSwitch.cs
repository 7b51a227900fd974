using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>The ledger 信访接待 of counts alone ends where a body handles its cases here.</summary>
public sealed class ReceptionSwitch(Db db) : ILedgerSwitch
{
    /// <inheritdoc/>
    public string TypeCode => "reception";

    /// <inheritdoc/>
    public string Instead => "维权";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, DateOnly>> SinceAsync(IReadOnlyCollection<int> bodies, CancellationToken cancel) =>
        await db.CaseOffices.AsNoTracking().Where(office => bodies.Contains(office.OrganisationId)).ToDictionaryAsync(office => office.OrganisationId, office => office.From, cancel);
}
