using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Exchange;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Between the values of a form and the columns of a record.</summary>
internal static class RecordContent
{
    /// <summary>Writes values and everything that follows from them.</summary>
    public static void Fill(Record record, LedgerType type, RecordValues values, SealedFields seal)
    {
        var days = values.Days ?? throw new ArgumentException("A record without a day was not checked.", nameof(values));
        record.TypeVersion = type.Version;
        record.Additions = type.Additions;
        record.Values = RecordJson.Write(seal.Seal(type.Type, values, record.Id));
        record.SealedWith = SealedFields.Concern(type.Type, values) ? seal.Key : null;
        record.FirstDay = days.First;
        record.Day = days.Last;
        record.Until = values.Until;
        record.NextVisit = type.Type.Kind == RecordKind.Register && values.Until is null ? RegisterState.On(type.Type, values, record.Day).VisitDue : null;
        record.Title = Title(type.Type, values);
        record.Likeness = RecordLikeness.Of(type.Type, record.OrganisationId, record.Title, values);
        record.SearchText = $"{record.Title} {Words(type.Type, values, personal: false)}".TrimEnd().ToUpperInvariant();
        record.PersonalText = Words(type.Type, seal.Blind(type.Type, values), personal: true).ToUpperInvariant();
    }

    /// <summary>How a record is called in lists. Packs keep persons out of titles.</summary>
    public static string Title(RecordType type, RecordValues values)
    {
        var title = RecordTitle.Of(type, values);
        return title.Length <= Record.LongestTitle ? title : title[..(Record.LongestTitle - 1)] + "…";
    }

    /// <summary>The values without fields that tell about persons or sensitive counts.</summary>
    public static RecordValues WithoutPersons(RecordType type, RecordValues values) =>
        type.Fields.Where(type.StaysBelow).Aggregate(values, (kept, field) => kept.With(field.Code, null));

    /// <summary>The values with those fields of another: what a reader could not see she does not change.</summary>
    public static RecordValues WithPersonsOf(RecordType type, RecordValues values, RecordValues kept) =>
        type.Fields.Where(type.StaysBelow).Aggregate(values, (mixed, field) => mixed.With(field.Code, kept[field.Code]));

    /// <summary>The fields in which two versions differ, as text.</summary>
    public static IEnumerable<FieldChange> Differences(RecordType type, RecordValues before, RecordValues after)
    {
        foreach (var code in before.DifferencesFrom(after))
            if (type.FindField(code) is { } field)
                yield return field.IsSealed
                    ? SealedDifference(field, before[code] as TextValue, after[code] as TextValue)
                    : new(code, Text(field, before[code]), Text(field, after[code]));
    }

    // The history is never rewritten, so that a number must not come into it; two that look alike masked are told apart.
    private static FieldChange SealedDifference(Field field, TextValue? before, TextValue? after)
    {
        var (old, now) = (before is null ? null : MaskedValues.Text(field, before.Text), after is null ? null : MaskedValues.Text(field, after.Text));
        return new(field.Code, old, old == now ? $"{now}（已更换）" : now);
    }

    /// <summary>A value as it stands in the history: with its unit.</summary>
    public static string? Text(Field field, FieldValue? value) => value switch
    {
        null => null,
        ListValue list when field.Type == FieldType.File => $"{list.Codes.Count}个文件",
        NumberValue or MoneyValue or DaysValue => FieldText.InSentence(field, value, null),
        _ => FieldText.Plain(field, value),
    };

    /// <summary>What the fields say, one after the other, as it was written.</summary>
    public static string Words(RecordType type, RecordValues values, bool personal) => string.Join(' ', type.Fields
        .Where(field => type.StaysBelow(field) == personal && field.Type is not (FieldType.File or FieldType.Flag))
        .Select(field => Text(field, values[field.Code])).Where(text => !string.IsNullOrEmpty(text)));
}
