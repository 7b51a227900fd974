using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;

namespace Jinguo.Web.Demonstration;

/// <summary>
/// Invents the work of one body, the same each time: last year's and this year's events up to today, and its registers.
/// </summary>
public sealed class InventedWork(IReadOnlyList<WorkTemplate> templates, RecordTypeCatalog types, DateOnly today)
{
    private const double Growth = 1.1;
    private const double HighlightShare = 0.15;

    /// <summary>The records of a body, oldest first.</summary>
    public IEnumerable<NewRecord> Of(Organisation body)
    {
        var level = body.Level.ToString().ToLowerInvariant();
        var records = new List<NewRecord>();
        for (var number = 0; number < templates.Count; number++)
        {
            var template = templates[number];
            if (template.PerYear?.TryGetValue(level, out var rate) == true)
            {
                records.AddRange(Year(body, template, number, today.Year - 1, rate));
                records.AddRange(Year(body, template, number, today.Year, rate * Growth));
            }
            if (template.Once?.TryGetValue(level, out var likely) == true && Entry(body, template, number, likely) is { } entry)
                records.Add(entry);
        }
        return records;
    }

    private IEnumerable<NewRecord> Year(Organisation body, WorkTemplate template, int number, int year, double rate)
    {
        var dice = Dice($"{body.Code}/{number}/{year}");
        var count = (int)(rate + dice.NextDouble());
        for (var index = 0; index < count; index++)
        {
            var choice = template.Choices[dice.Next(template.Choices.Count)];
            var month = choice.TryGetValue("month", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 1 + dice.Next(12);
            var day = new DateOnly(year, month, 1 + dice.Next(28));
            var record = Record(body, template, choice, day, dice, $"{body.Code}/{number}/{year}/{index}");
            if (day <= today)
                yield return record;
        }
    }

    private NewRecord? Entry(Organisation body, WorkTemplate template, int number, double likely)
    {
        var dice = Dice($"{body.Code}/{number}/once");
        if (dice.NextDouble() >= likely)
            return null;
        var day = today.AddDays(-30 - dice.Next(900));
        return Record(body, template, template.Choices[dice.Next(template.Choices.Count)], day, dice, $"{body.Code}/{number}/once");
    }

    private NewRecord Record(Organisation body, WorkTemplate template, IReadOnlyDictionary<string, string> choice, DateOnly day, Random dice, string key)
    {
        var type = types.Get(template.Type).Type;
        var shortName = body.Name.Replace("妇联", "", StringComparison.Ordinal);
        var texts = choice.Where(pair => pair.Key != "month").ToDictionary(pair => pair.Key, pair => pair.Value.Replace("{body}", shortName, StringComparison.Ordinal));
        texts[RecordType.DayField] = $"{day:yyyy-MM-dd}";
        if (template.Place is { } place)
            texts["place"] = place.Replace("{body}", shortName, StringComparison.Ordinal);
        foreach (var (field, range) in template.Numbers)
            texts[field] = Number(dice.Next(range[0], range[1] + 1), dice.NextDouble() < template.Hedged?.GetValueOrDefault(field));
        foreach (var (field, same) in template.Parts ?? new Dictionary<string, string>())
            texts[field] = texts[same];
        if (type.FindField(RecordType.LastVisitField) is not null)
            texts[RecordType.LastVisitField] = $"{Later(day, today.AddDays(-dice.Next(110))):yyyy-MM-dd}";

        var reading = RecordInput.Read(type, texts, day.Year);
        if (reading.Problems is [var problem, ..])
            throw new InvalidOperationException($"work.json, {template.Type}: {problem.Text}");
        var quotable = body.Level <= Level.Township && dice.NextDouble() < HighlightShare;
        return new(Key(key, day), template.Type, body.Id, reading.Values, Confirmed: true, quotable ? Quotation(type, reading.Values) : null);
    }

    private static string? Quotation(RecordType type, RecordValues values) =>
        Sentences.Of(type, values) is { Length: > 0 and <= 300 } sentence ? sentence : null;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    // A number known roughly is a round one: 50余.
    private static string Number(int value, bool roughly)
    {
        if (!roughly || value < 20)
            return value.ToString(CultureInfo.InvariantCulture);
        var digit = (int)Math.Pow(10, Math.Floor(Math.Log10(value)) - (value >= 1000 ? 1 : 0));
        return $"{value / digit * digit}余";
    }

    private static Random Dice(string seed) => new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))));

    // The same piece of work always has the same key, so that loading it twice adds nothing.
    private static Guid Key(string text, DateOnly day)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"demonstration/{text}"))[..16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, day.DayNumber);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
