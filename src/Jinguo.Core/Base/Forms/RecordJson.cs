using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// A record's values as JSON, as stored and as the API speaks it: a number is 50 or {"value":50,"hedge":"余"}, money is in 分,
/// a day is "2009-05-04", several days are {"from":…,"to":…}, several choices or files a list.
/// </summary>
public static class RecordJson
{
    private const string DayFormat = "yyyy-MM-dd";

    // Chinese stays readable in the database; the text is never put into HTML unescaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes values, codes in ordinal order, so that equal values give equal text.</summary>
    public static string Write(RecordValues values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            foreach (var code in values.Codes)
            {
                json.WritePropertyName(code);
                Write(json, values[code]!);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads values that this class wrote for the same version of the type, or that a caller of the API sent.</summary>
    /// <param name="type">The record type.</param>
    /// <param name="text">The JSON object.</param>
    /// <returns>The values, and a problem for each property that is unknown or of the wrong form.</returns>
    public static RecordReading Read(RecordType type, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(type, document.RootElement);
        }
        catch (JsonException)
        {
            return new RecordReading(RecordValues.Empty, [new Problem("record.json", "内容不是完整的 JSON，请检查后再提交。")]);
        }
    }

    /// <summary>Reads values from a JSON object.</summary>
    public static RecordReading Read(RecordType type, JsonElement json)
    {
        var values = RecordValues.Empty;
        if (json.ValueKind != JsonValueKind.Object)
            return new RecordReading(values, [new Problem("record.json", "内容应是一个 JSON 对象：字段代码和值。")]);
        if (!JsonTexts.AreWhole(JsonMarshal.GetRawUtf8Value(json)))
            return new RecordReading(values, [new Problem("record.json", "文字里有半个字符（\\uD83D 这样的转义没有成对），请改正后再提交。")]);
        var problems = new List<Problem>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (type.FindField(property.Name) is not { } field)
                problems.Add(new Problem("record.unknown", $"“{type.Name}”没有“{property.Name}”这个字段，请检查拼写。", property.Name));
            else if (ReadValue(field, property.Value) is { } value)
                values = values.With(field.Code, value);
            else
                problems.Add(new Problem("record.json", $"“{field.Name}”的写法不对，应是{Form(field.Type)}。", field.Code));
        }

        return new RecordReading(values, problems);
    }

    private static string Form(FieldType type) => type switch
    {
        FieldType.Number => "一个数，或 {\"value\":50,\"hedge\":\"余\"}",
        FieldType.Money => "以分为单位的整数，或 {\"value\":5000,\"hedge\":\"余\"}",
        FieldType.Date => "\"2009-05-04\"",
        FieldType.DateRange => "\"2009-05-04\" 或 {\"from\":\"2009-05-04\",\"to\":\"2009-05-06\"}",
        FieldType.Choices or FieldType.File => "代码的列表",
        FieldType.Flag => "true 或 false",
        _ => "一段文字",
    };

    private static void Write(Utf8JsonWriter json, FieldValue value)
    {
        switch (value)
        {
            case TextValue text:
                json.WriteStringValue(text.Text);
                break;
            case ChoiceValue choice:
                json.WriteStringValue(choice.Code);
                break;
            case FlagValue flag:
                json.WriteBooleanValue(flag.Truth);
                break;
            case NumberValue number:
                WriteNumber(json, number.Quantity.Value, number.Quantity.Hedge);
                break;
            case MoneyValue money:
                WriteNumber(json, money.Cents, money.Hedge);
                break;
            case DaysValue days:
                WriteDays(json, days.Days);
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var code in list.Codes)
                {
                    json.WriteStringValue(code);
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, decimal value, HedgeWord hedge)
    {
        // 50 and 50.00 are the same number and must give the same text.
        var plain = decimal.Parse(value.ToString("0.############################", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (hedge == HedgeWord.None)
        {
            json.WriteNumberValue(plain);
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("value", plain);
        json.WriteString("hedge", hedge.Word());
        json.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter json, Period days)
    {
        if (days.First == days.Last)
        {
            json.WriteStringValue(days.First.ToString(DayFormat, CultureInfo.InvariantCulture));
            return;
        }

        json.WriteStartObject();
        json.WriteString("from", days.First.ToString(DayFormat, CultureInfo.InvariantCulture));
        json.WriteString("to", days.Last.ToString(DayFormat, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static FieldValue? ReadValue(Field field, JsonElement json) => field.Type switch
    {
        FieldType.Number => ReadQuantity(json) is { } quantity ? new NumberValue(quantity) : null,
        FieldType.Money => ReadQuantity(json) is { } money && decimal.Truncate(money.Value) == money.Value && Math.Abs(money.Value) < long.MaxValue / 1000
            ? new MoneyValue((long)money.Value, money.Hedge)
            : null,
        FieldType.Date => ReadDay(json) is { } day ? new DaysValue(day) : null,
        FieldType.DateRange => ReadDays(json),
        FieldType.Choice => ReadText(json) is { } code ? new ChoiceValue(code) : null,
        FieldType.Choices or FieldType.File => ReadList(json),
        FieldType.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? new FlagValue(json.GetBoolean()) : null,
        _ => ReadText(json) is { } text ? new TextValue(text) : null,
    };

    private static Quantity? ReadQuantity(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number)
            return json.TryGetDecimal(out var plain) ? new Quantity(plain) : null;
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Any(property => property.Name is not ("value" or "hedge")))
            return null;
        if (!json.TryGetProperty("value", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetDecimal(out var value))
            return null;
        if (!json.TryGetProperty("hedge", out var word))
            return new Quantity(value);
        return word.ValueKind == JsonValueKind.String && HedgeWords.TryFind(word.GetString()!, out var hedge) ? new Quantity(value, hedge) : null;
    }

    private static DateOnly? ReadDay(JsonElement json) =>
        json.ValueKind == JsonValueKind.String &&
        DateOnly.TryParseExact(json.GetString(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static DaysValue? ReadDays(JsonElement json)
    {
        if (ReadDay(json) is { } day)
            return new DaysValue(day);
        return json.ValueKind == JsonValueKind.Object &&
            json.TryGetProperty("from", out var from) && ReadDay(from) is { } first &&
            json.TryGetProperty("to", out var to) && ReadDay(to) is { } last && first <= last
            ? new DaysValue(new Period(first, last))
            : null;
    }

    private static string? ReadText(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && CleanText.Of(json.GetString()!) is var text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static ListValue? ReadList(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        var codes = json.EnumerateArray().Select(ReadText).ToList();
        return codes.Count == 0 || codes.Contains(null) ? null : new ListValue([.. codes.OfType<string>()]);
    }
}
