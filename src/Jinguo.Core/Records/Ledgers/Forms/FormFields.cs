using System.Text.Json.Nodes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>What a person says about a field; its code is made from its name.</summary>
/// <param name="Name">The label.</param>
/// <param name="Type">What it holds.</param>
public sealed record FieldWish(string Name, FieldType Type)
{
    /// <summary>Unit of a number, or 万元.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether a record may not do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the number may be approximate.</summary>
    public bool Hedge { get; init; }

    /// <summary>Least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>Digits after the point.</summary>
    public int Decimals { get; init; }

    /// <summary>Names of the options.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Words at the label's right.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A sentence below.</summary>
    public string Help { get; init; } = "";

    /// <summary>What an empty field takes.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether the last values are offered.</summary>
    public bool Recall { get; init; }

    /// <summary>Whether it tells about a person. Names, ID numbers and telephones always do.</summary>
    public bool Personal { get; init; }

    /// <summary>Of an ID number or telephone: code of the field that names the persons.</summary>
    public string PersonField { get; init; } = "";

    /// <summary>Whether the persons are children.</summary>
    public bool Minor { get; init; }

    /// <summary>Whether 记一笔 asks for it.</summary>
    public bool InEntry { get; init; }

    /// <summary>What is wished of a field that is there.</summary>
    public static FieldWish Of(Field field, bool isInEntry) => new(field.Name, field.Type)
    {
        Unit = field.Unit,
        Required = field.Required,
        Hedge = field.Hedge,
        Min = field.Min,
        Max = field.Max,
        Decimals = field.Decimals,
        Options = [.. field.Options.Select(option => option.Name)],
        Hint = field.Hint,
        Help = field.Help,
        Default = field.Default,
        Recall = field.Recall,
        Personal = field.Personal,
        PersonField = field.Of,
        Minor = field.Minor,
        InEntry = isInEntry,
    };
}

/// <summary>A measure to be declared for a field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">口径.</param>
/// <param name="Unit">Its unit, for what is no field: one a record.</param>
public sealed record MeasureWish(string Name, string Definition, string Unit = "");

/// <summary>Writes fields and what they count towards into a sheet.</summary>
public static class FormFields
{
    private const int LongestCode = 30;

    /// <summary>Adds a field, or changes the one with the code; everything about it that is not wished stays as it is.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="code">Code of a field that is there; null adds one.</param>
    /// <param name="wish">What is wished.</param>
    /// <param name="taken">Codes that it must not have besides those of the sheet: of the type to which it is added.</param>
    /// <returns>Its code.</returns>
    public static string PutField(this FormSheet sheet, string? code, FieldWish wish, IEnumerable<string> taken)
    {
        var field = code is null ? null : sheet.FindField(code);
        if (field is null)
        {
            code = NewCode(wish.Name, [.. taken, .. sheet.Fields.Select(one => FormSheet.Text(one!, "code"))]);
            sheet.Fields.Add((JsonNode)(field = new() { ["code"] = code }));
        }
        field["name"] = wish.Name;
        field["type"] = Word(wish.Type);
        var isNumber = wish.Type is FieldType.Number or FieldType.Money;
        Put(field, "unit", isNumber ? wish.Unit : "");
        Put(field, "required", wish.Required);
        Put(field, "hedge", wish.Hedge && isNumber);
        FormSheet.Put(field, "min", isNumber && wish.Min is { } min ? JsonValue.Create(min) : null);
        FormSheet.Put(field, "max", isNumber && wish.Max is { } max ? JsonValue.Create(max) : null);
        FormSheet.Put(field, "decimals", wish.Type == FieldType.Number && wish.Decimals > 0 ? JsonValue.Create(wish.Decimals) : null);
        FormSheet.Put(field, "options", wish.Type is FieldType.Choice or FieldType.Choices ? Options(field, wish.Options) : null);
        Put(field, "hint", wish.Hint);
        Put(field, "help", wish.Help);
        Put(field, "default", wish.Default);
        var isPerson = wish.Personal || wish.Type is FieldType.Person or FieldType.IdNumber or FieldType.Phone;
        Put(field, "recall", wish.Recall && !isPerson);
        Put(field, "personal", isPerson);
        Put(field, "of", wish.Type is FieldType.IdNumber or FieldType.Phone ? wish.PersonField : "");
        Put(field, "minor", wish.Minor && wish.Type == FieldType.Person);
        sheet.SetEntry(code!, wish.InEntry);
        return code!;
    }

    /// <summary>Code of the measure that takes the field's number as it stands, or null.</summary>
    public static string? MeasureOf(this FormSheet sheet, string code) =>
        sheet.List("posts").FirstOrDefault(post => FormSheet.Text(post!, "value") == code) is { } post ? FormSheet.Text(post, "measure") : null;

    /// <summary>Into which part of its measure the field's number goes: a field's code or <c>'option'</c>; empty for none.</summary>
    public static string BreakdownOf(this FormSheet sheet, string code) =>
        sheet.List("posts").FirstOrDefault(post => FormSheet.Text(post!, "value") == code) is { } post ? FormSheet.Text(post, "breakdown") : "";

    /// <summary>
    /// Lets the field's number count towards a measure, or towards none; where it does already, only the breakdown changes.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="code">The field, or <c>1</c> for one a record.</param>
    /// <param name="measure">Code of the measure, or null.</param>
    /// <param name="breakdown">Code of a choice field, or <c>'option'</c>; null leaves it as it is.</param>
    public static void CountTowards(this FormSheet sheet, string code, string? measure, string? breakdown = null)
    {
        var posts = sheet.List("posts");
        if (sheet.MeasureOf(code) != measure)
        {
            foreach (var old in posts.Where(post => FormSheet.Text(post!, "value") == code).ToList())
                posts.Remove(old);
            if (measure is not null)
                posts.Add((JsonNode)new JsonObject { ["measure"] = measure, ["value"] = code });
        }
        if (breakdown is not null && posts.FirstOrDefault(post => FormSheet.Text(post!, "value") == code) is JsonObject counted)
            Put(counted, "breakdown", breakdown);
    }

    /// <summary>Declares a measure for a number of the form, or for <c>1</c> a record, and lets it count towards it. Its unit is the field's.</summary>
    /// <returns>Its code.</returns>
    public static string Declare(this FormSheet sheet, string code, MeasureWish wish, RecordKind kind)
    {
        var field = sheet.FindField(code);
        var isMoney = field is not null && FormSheet.Text(field, "type") == "money";
        var measures = FormSheet.List(sheet.Root, "measures");
        var prefix = sheet.Code.Replace("-", "", StringComparison.Ordinal);
        var measure = $"{prefix}.{NewCode(wish.Name, [.. measures.Select(one => FormSheet.Text(one!, "code")[(prefix.Length + 1)..])], ignoreCase: true).ToLowerInvariant()}";
        var declared = new JsonObject
        {
            ["code"] = measure,
            ["name"] = wish.Name,
            ["unit"] = isMoney ? "元" : field is null ? wish.Unit : FormSheet.Text(field, "unit"),
            ["kind"] = kind == RecordKind.Register ? "stock" : "flow",
            ["definitions"] = new JsonArray(new JsonObject { ["version"] = 1, ["text"] = wish.Definition }),
        };
        FormSheet.Put(declared, "decimals", isMoney ? JsonValue.Create(2) : field?["decimals"]?.DeepClone());
        measures.Add((JsonNode)declared);
        sheet.CountTowards(code, measure);
        return measure;
    }

    /// <summary>A code from the pinyin initials of a name: 参加人次 is cjrc.</summary>
    internal static string NewCode(string name, IReadOnlyCollection<string> taken, bool ignoreCase = false)
    {
        var initials = new string([.. PinyinInitials.Of(name).Where(char.IsAsciiLetterOrDigit).Take(LongestCode)]);
        if (initials.Length == 0 || !char.IsAsciiLetterLower(initials[0]) || initials is "and" or "or" or "not" or "filled")
            initials = "x" + initials;
        var comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? initials : $"{initials}{number}").First(code => !taken.Contains(code, comparer));
    }

    private static JsonArray Options(JsonObject field, IReadOnlyList<string> names)
    {
        var before = FormSheet.List(field, "options").Select(option => (Name: FormSheet.Text(option!, "name"), Code: FormSheet.Text(option!, "code"))).ToList();
        var codes = before.ConvertAll(option => option.Code);
        var options = new JsonArray();
        foreach (var name in names)
        {
            // An option keeps its code as long as it keeps its name, so that figures by option go on.
            var code = before.Find(option => option.Name == name).Code;
            if (code is null)
                codes.Add(code = NewCode(name, codes));
            options.Add((JsonNode)new JsonObject { ["code"] = code, ["name"] = name });
        }
        return options;
    }

    internal static void Put(JsonObject field, string name, string text) => FormSheet.Put(field, name, text.Trim().Length == 0 ? null : JsonValue.Create(text.Trim()));

    private static void Put(JsonObject field, string name, bool isSo) => FormSheet.Put(field, name, isSo ? JsonValue.Create(true) : null);

    private static string Word(FieldType type) => char.ToLowerInvariant($"{type}"[0]) + $"{type}"[1..];
}
