using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// Counts go up, names stay down: what of a record a reader sees. The body that handles persons sees them masked
/// (domain-rules §10.3), and in full only where somebody has asked for it with a reason; other bodies see nothing of them,
/// and nothing of what a sensitive measure counts (docs/adr/0010).
/// </summary>
public static class Persons
{
    /// <summary>The values as the reader sees them.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="record">The record.</param>
    /// <param name="type">Its form.</param>
    /// <param name="values">What it holds.</param>
    /// <param name="revealed">True where the persons were asked for in full, with a reason that is in the history.</param>
    public static RecordValues Shown(Actor actor, Record record, RecordType type, RecordValues values, bool revealed = false) =>
        !MaySee(actor, record) ? RecordContent.WithoutPersons(type, values)
        : revealed ? values
        : MaskedValues.Of(type, values);

    /// <summary>A changed field as the reader sees it; null where it is not hers to see.</summary>
    public static FieldChange? Shown(Actor actor, Record record, RecordType type, FieldChange change, bool revealed) =>
        type.FindField(change.Field) is not { } field || !type.StaysBelow(field) || revealed ? change
        : !MaySee(actor, record) ? null
        : !field.Personal ? change
        : change with { Before = Masked(field, change.Before), After = Masked(field, change.After) };

    /// <summary>Whether the reader's body handles the persons of a record.</summary>
    public static bool MaySee(Actor actor, Record record) => ReviewRules.MaySeePersons(actor, record.OrganisationId, record.EnteredByOrganisationId);

    private static string? Masked(Field field, string? text) => string.IsNullOrEmpty(text) ? text : field.IsSealed ? text : MaskedValues.Text(field, text);
}
