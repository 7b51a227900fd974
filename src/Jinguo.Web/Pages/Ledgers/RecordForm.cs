using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>
/// The form of a record type as its inputs hold it: what was typed, by input name, so that it stands there again when it
/// comes back with problems.
/// </summary>
public sealed class RecordForm
{
    /// <summary>Photos of one field, at most.</summary>
    public const int MostFiles = 9;

    private readonly Dictionary<string, string> inputs;

    private RecordForm(RecordType type, Dictionary<string, string> typed) => (Type, inputs) = (type, typed);

    public RecordType Type { get; }

    /// <summary>Last values of fields that recall.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Recent { get; private set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Files that the record holds already, by key.</summary>
    public IReadOnlyDictionary<string, StoredFile> Files { get; set; } = new Dictionary<string, StoredFile>(StringComparer.Ordinal);

    /// <summary>True where fields about persons are not hers to see: they are left out and stay as they are.</summary>
    public bool HidePersons { get; set; }

    /// <summary>Fields that 记一笔 asks for, in its order.</summary>
    public IEnumerable<Field> First => Type.Entry.Select(Type.FindField).OfType<Field>().Where(IsShown);

    /// <summary>All others, behind 更多.</summary>
    public IEnumerable<Field> More => Type.Fields.Where(one => IsShown(one) && !Type.Entry.Contains(one.Code, StringComparer.Ordinal));

    /// <summary>True when something behind 更多 is filled with other than its default.</summary>
    public bool MoreIsFilled => More.Any(one => this[Name(one)].Length > 0 && this[Name(one)] != one.Default);

    /// <summary>What stands in an input; empty where nothing does.</summary>
    public string this[string input] => inputs.GetValueOrDefault(input, "");

    public static string Name(Field field) => Name(field.Code);

    public static string Name(string code) => "f-" + code;

    public static string HedgeName(Field field) => Name(field) + "-hedge";

    public static string EndName(Field field) => Name(field) + "-end";

    /// <summary>Name of the file inputs of a field; its plain name carries the keys of files kept already.</summary>
    public static string UploadName(Field field) => Name(field) + "-new";

    /// <summary>An empty form: today, defaults, and what the body filled in last time.</summary>
    public static RecordForm Empty(RecordType type, DateOnly today, IReadOnlyDictionary<string, IReadOnlyList<string>> recent)
    {
        var typed = type.Fields.Where(field => field.Default.Length > 0).ToDictionary(Name, field => field.Default, StringComparer.Ordinal);
        typed[Name(RecordType.DayField)] = Day(today);
        // What names the record is new each time and only offered; the rest is most often the same as last time.
        foreach (var (code, values) in recent)
            if (values.Count > 0 && !type.Title.Codes.Contains(code, StringComparer.Ordinal) && type.FindField(code) is { } field)
                typed[Name(field)] = values[0];
        return new(type, typed) { Recent = recent };
    }

    /// <summary>The form of a record as it stands.</summary>
    public static RecordForm Of(RecordType type, RecordValues values)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
            Put(typed, field, values[field.Code]);
        return new(type, typed);
    }

    /// <summary>The form as it was sent.</summary>
    public static RecordForm Sent(RecordType type, IFormCollection sent, IReadOnlyDictionary<string, IReadOnlyList<string>>? recent = null) =>
        new(type, sent.Where(pair => pair.Key.StartsWith("f-", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => string.Join('、', pair.Value.Where(text => !string.IsNullOrEmpty(text))), StringComparer.Ordinal))
        {
            Recent = recent ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        };

    /// <summary>Adds keys of files that were just kept.</summary>
    public void AddFiles(Field field, IEnumerable<StoredFile> files)
    {
        var keys = Keys(field).Concat(files.Select(file => file.Id.ToString()));
        inputs[Name(field)] = string.Join('、', keys);
    }

    /// <summary>The form with the files that another has kept.</summary>
    public RecordForm WithFilesOf(RecordForm other)
    {
        foreach (var field in Type.Fields.Where(field => field.Type == FieldType.File))
            inputs[Name(field)] = string.Join('、', other.Keys(field).Where(key => other.Files.Count == 0 || other.Files.ContainsKey(key)));
        Files = other.Files;
        return this;
    }

    /// <summary>Keys of the files in a field.</summary>
    public IReadOnlyList<string> Keys(Field field) => this[Name(field)].Split('、', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads what was typed into values; problems name the inputs.</summary>
    public RecordReading Read(DateOnly today)
    {
        var texts = Type.Fields.ToDictionary(field => field.Code, Text, StringComparer.Ordinal);
        var reading = RecordInput.Read(Type, texts, today.Year);
        if (reading.Problems.Count == 0)
            return reading;
        // All that is wrong at once, not one after the other.
        var unread = reading.Problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        var further = RecordChecks.Check(Type, reading.Values, today).Where(problem => problem.Level == ProblemLevel.Error && !unread.Contains(problem.Field));
        return reading with { Problems = [.. reading.Problems, .. further] };
    }

    private bool IsShown(Field field) => !HidePersons || !Type.StaysBelow(field);

    private string Text(Field field) => field.Type switch
    {
        FieldType.DateRange when this[EndName(field)] is { Length: > 0 } end && end != this[Name(field)] => $"{this[Name(field)]}至{end}",
        FieldType.Number or FieldType.Money when this[Name(field)].Trim() is { Length: > 0 } number => this[HedgeName(field)] switch
        {
            "" => number,
            var word when number.Contains(word, StringComparison.Ordinal) => number,
            "余" or "多" => number + this[HedgeName(field)],
            var word => word + number,
        },
        _ => this[Name(field)],
    };

    private static void Put(Dictionary<string, string> typed, Field field, FieldValue? value)
    {
        var (name, text) = (Name(field), FieldText.Plain(field, value));
        switch (value)
        {
            case DaysValue days:
                typed[name] = Day(days.Days.First);
                if (days.Days.First != days.Days.Last)
                    typed[EndName(field)] = Day(days.Days.Last);
                break;
            case NumberValue { Quantity.Hedge: var hedge } when HedgeWords.Offered.Contains(hedge):
                PutHedged(typed, field, text, hedge);
                break;
            case MoneyValue { Hedge: var hedge } when HedgeWords.Offered.Contains(hedge):
                PutHedged(typed, field, text, hedge);
                break;
            case not null:
                typed[name] = text;
                break;
        }
    }

    private static void PutHedged(Dictionary<string, string> typed, Field field, string text, HedgeWord hedge)
    {
        typed[Name(field)] = text.Replace(hedge.Word(), "", StringComparison.Ordinal);
        typed[HedgeName(field)] = hedge.Word();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
