using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>
/// How long it takes to fill something in, in seconds: set numbers, the same for everybody, from which the burden of forms is
/// computed. Nobody's time is ever measured (国办函〔2026〕12号: no online time, no ranking).
/// </summary>
public sealed class FillTimes
{
    private const decimal WeeksAYear = 52;

    /// <summary>To open a form and to save it.</summary>
    public int Opening { get; set; } = 20;

    /// <summary>A day.</summary>
    public int Day { get; set; } = 4;

    /// <summary>A line of text.</summary>
    public int Text { get; set; } = 12;

    /// <summary>Several lines.</summary>
    public int LongText { get; set; } = 45;

    /// <summary>A number or money.</summary>
    public int Number { get; set; } = 8;

    /// <summary>A choice or a tick.</summary>
    public int Choice { get; set; } = 4;

    /// <summary>A name, an ID number or a telephone.</summary>
    public int Person { get; set; } = 20;

    /// <summary>Photos and files.</summary>
    public int File { get; set; } = 30;

    /// <summary>One cell that is filled into a statistical table by hand: to find the number and to type it.</summary>
    public int Cell { get; set; } = 60;

    /// <summary>How often a year a form is filled in that says nothing about it.</summary>
    public int UsualTimesAYear { get; set; } = 4;

    /// <summary>One field.</summary>
    public int SecondsOf(Field field) => field.Type switch
    {
        FieldType.Date or FieldType.DateRange => Day,
        FieldType.Text or FieldType.Organisation => Text,
        FieldType.LongText => LongText,
        FieldType.Number or FieldType.Money => Number,
        FieldType.Choice or FieldType.Choices or FieldType.Flag => Choice,
        FieldType.Person or FieldType.IdNumber or FieldType.Phone => Person,
        FieldType.File => File,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>One record with every field filled.</summary>
    public int SecondsOf(RecordType type) => Opening + type.Fields.Sum(SecondsOf);

    /// <summary>Minutes a week: seconds a time by times a year, over the weeks of a year.</summary>
    public static decimal MinutesAWeek(int seconds, int timesAYear) => seconds * timesAYear / (60 * WeeksAYear);
}
