using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Web.Pages.Cases;

/// <summary>The form of a case as texts by name of the field: typed, kept as a draft, or opened again.</summary>
public sealed class CaseForm(IReadOnlyDictionary<string, string> values)
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";
    private const string On = "true";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly string[] Flags = [nameof(CaseInput.IsAnonymous), nameof(CaseInput.IsRepeat), nameof(CaseInput.IsSkippingLevel), nameof(CaseInput.IsMinor), nameof(CaseInput.IsUrgent)];

    private static readonly string[] Names =
    [
        nameof(CaseInput.Channel), nameof(CaseInput.Kind), nameof(CaseInput.Category), nameof(CaseInput.Risk), nameof(CaseInput.Received), nameof(CaseInput.Visitors),
        nameof(CaseInput.NextStepDue), nameof(CaseInput.Reason), .. Flags, .. Enum.GetNames<CaseField>().Except([nameof(CaseField.QueryCode)]),
    ];

    /// <summary>What stands in the fields.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>What stands in a field, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>An empty form of a call just received.</summary>
    public static CaseForm Empty(DateTime now) => new(new Dictionary<string, string>
    {
        [nameof(CaseInput.Channel)] = "call",
        [nameof(CaseInput.Kind)] = "advice",
        [nameof(CaseInput.Risk)] = "green",
        [nameof(CaseInput.Visitors)] = "1",
        [nameof(CaseInput.Received)] = Text(now),
    });

    /// <summary>The form of somebody who came on a reception day, with the words of her booking.</summary>
    public static CaseForm Visit(DateTime now, ReceptionIntake intake) => new(new Dictionary<string, string>(Empty(now).Values)
    {
        [nameof(CaseInput.Channel)] = "visit",
        [nameof(CaseField.Name)] = intake.Name,
        [nameof(CaseField.Phone)] = intake.Phone ?? "",
        [nameof(CaseField.Request)] = intake.Matter,
    });

    /// <summary>The form as it was sent.</summary>
    public static CaseForm Sent(IFormCollection form) =>
        new(Names.Where(form.ContainsKey).ToDictionary(name => name, name => form[name].FirstOrDefault() ?? "", StringComparer.Ordinal));

    /// <summary>The form of a case whose texts are open in full.</summary>
    public static CaseForm Of(CaseView view)
    {
        var one = view.Case;
        var values = view.Texts.Where(text => text.Key != CaseField.QueryCode).ToDictionary(text => text.Key.ToString(), text => text.Value, StringComparer.Ordinal);
        (values[nameof(one.Channel)], values[nameof(one.Kind)], values[nameof(one.Category)], values[nameof(one.Risk)]) = (one.Channel, one.Kind, one.Category, one.Risk);
        (values[nameof(CaseInput.Received)], values[nameof(one.Visitors)]) = (Text(one.ReceivedAt), one.Visitors.ToString(Plain));
        values[nameof(one.NextStepDue)] = one.NextStepDue?.ToString("yyyy-MM-dd", Plain) ?? "";
        foreach (var (name, isOn) in Flags.Zip([one.IsAnonymous, one.IsRepeat, one.IsSkippingLevel, one.IsMinor, one.IsUrgent]))
            values[name] = isOn ? On : "";
        return new(values);
    }

    /// <summary>True where a box is ticked.</summary>
    public bool IsOn(string name) => this[name] == On;

    /// <summary>As the service takes it; what cannot be read is told at its field.</summary>
    /// <param name="key">Client key of the case.</param>
    /// <param name="wrong">Takes what cannot be read: field and words.</param>
    public CaseInput Input(Guid key, Action<string, string> wrong)
    {
        var received = Instant(this[nameof(CaseInput.Received)]);
        if (received is null)
            wrong(nameof(CaseInput.Received), "请填收到的日期和时间。");
        var due = DateOnly.TryParse(this[nameof(CaseInput.NextStepDue)], Plain, out var day) ? day : (DateOnly?)null;
        if (due is null && !string.IsNullOrWhiteSpace(this[nameof(CaseInput.NextStepDue)]))
            wrong(nameof(CaseInput.NextStepDue), "日期写成2026-11-21这样。");
        return new(key, this[nameof(CaseInput.Channel)] ?? "", this[nameof(CaseInput.Kind)] ?? "", this[nameof(CaseInput.Category)] ?? "", this[nameof(CaseInput.Risk)] ?? "", received ?? default, Texts())
        {
            // What is not a number is out of range, and told so.
            Visitors = int.TryParse(this[nameof(CaseInput.Visitors)], NumberStyles.None, Plain, out var visitors) ? visitors : 0,
            IsAnonymous = IsOn(nameof(CaseInput.IsAnonymous)),
            IsRepeat = IsOn(nameof(CaseInput.IsRepeat)),
            IsSkippingLevel = IsOn(nameof(CaseInput.IsSkippingLevel)),
            // Who is younger than 18 is a minor, ticked or not.
            IsMinor = IsOn(nameof(CaseInput.IsMinor)) || CaseMinors.IsProposed(this[nameof(CaseField.Age)], this[nameof(CaseField.IdNumber)], China.Day(received ?? default)),
            IsUrgent = IsOn(nameof(CaseInput.IsUrgent)),
            NextStepDue = due,
            Reason = string.IsNullOrWhiteSpace(this[nameof(CaseInput.Reason)]) ? null : this[nameof(CaseInput.Reason)],
        };
    }

    /// <summary>A minute in China as a browser's field has it, as an instant (UTC); null where it is none.</summary>
    public static DateTime? Instant(string? text) =>
        DateTime.TryParseExact(text, [Minute, "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], Plain, DateTimeStyles.None, out var minute) && minute.Year > 1
            ? China.Start(DateOnly.FromDateTime(minute)) + minute.TimeOfDay
            : null;

    /// <summary>An instant (UTC) as a browser's field has it.</summary>
    public static string Text(DateTime instant) => China.Clock(instant).ToString(Minute, Plain);

    private Dictionary<CaseField, string> Texts() =>
        Enum.GetValues<CaseField>().Where(field => !string.IsNullOrWhiteSpace(this[field.ToString()])).ToDictionary(field => field, field => this[field.ToString()]!);
}
