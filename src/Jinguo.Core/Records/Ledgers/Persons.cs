using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Counts go up, names stay down: what of a record a reader sees.</summary>
public static class Persons
{
    /// <summary>The values without persons, unless the reader's body handles them.</summary>
    public static RecordValues Shown(Actor actor, Record record, RecordType type, RecordValues values) =>
        ReviewRules.MaySeePersons(actor, record.OrganisationId, record.EnteredByOrganisationId) ? values : RecordContent.WithoutPersons(type, values);
}
