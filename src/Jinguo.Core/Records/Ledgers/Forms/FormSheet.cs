using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>What a person says about a form as a whole.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Group">The heading under which it is offered.</param>
/// <param name="Counts">When its records count.</param>
/// <param name="Title">How a record is called in lists, with {field} in it.</param>
/// <param name="TimesAYear">How often in a year a village is expected to write one; null where it is not said.</param>
public sealed record FormHead(string Name, string Group, CountsWhen Counts, string Title, int? TimesAYear);

/// <summary>
/// A pack file in the hands of its writer: every act of the designer is a change of its JSON, and nothing is lost on the way,
/// also while it is not right yet. Pure.
/// </summary>
public sealed class FormSheet
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly string[] Lists = ["fields", "checks", "posts", "sentences"];

    private FormSheet(JsonObject root) => Root = root;

    /// <summary>Code of the pack.</summary>
    public string Code => Text(Root, "pack");

    /// <summary>Name of the form.</summary>
    public string Name => Text(Root, "name");

    /// <summary>文号 under which it was published; empty for a draft.</summary>
    public string DocumentNumber => Text(Root, "documentNumber");

    /// <summary>True where it holds a 簿册: a set of ledgers that is printed as one book.</summary>
    public bool IsBundle => Root["bundles"] is JsonArray { Count: > 0 };

    /// <summary>True where it holds further fields for a record type of another pack.</summary>
    public bool IsAddition => !IsBundle && Root["recordTypes"] is not JsonArray { Count: > 0 };

    /// <summary>Code of the 簿册 in it; null where it holds none.</summary>
    public string? BundleCode => IsBundle ? Text(Form, "code") : null;

    /// <summary>Its fields, in order.</summary>
    public JsonArray Fields => List("fields");

    internal JsonObject Root { get; }

    /// <summary>The record type, the further fields, or the 簿册.</summary>
    internal JsonObject Form => Root[IsBundle ? "bundles" : IsAddition ? "additions" : "recordTypes"]![0]!.AsObject();

    /// <summary>A pack file that the reader has taken, or that was made here.</summary>
    public static FormSheet Of(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>A form with nothing but a day.</summary>
    public static FormSheet Empty(string code, string name, bool isRegister) => new(Pack(code, name, "recordTypes", new JsonObject
    {
        ["code"] = code,
        ["name"] = name,
        ["group"] = "本地台账",
        ["kind"] = isRegister ? "register" : "event",
        ["title"] = name,
        ["entry"] = new JsonArray(RecordType.DayField),
        ["fields"] = new JsonArray(new JsonObject { ["code"] = RecordType.DayField, ["name"] = isRegister ? "从哪天起" : "日期", ["type"] = "date", ["required"] = true }),
    }));

    /// <summary>A copy of a record type of another pack. It counts towards the same measures.</summary>
    /// <param name="code">Code of the new pack and type.</param>
    /// <param name="name">Name of the form.</param>
    /// <param name="pack">The pack file that holds the type.</param>
    /// <param name="type">Code of the type.</param>
    public static FormSheet CopyOf(string code, string name, string pack, string type)
    {
        var copy = Of(pack).Root["recordTypes"]!.AsArray().First(one => Text(one!, "code") == type)!.DeepClone().AsObject();
        (copy["code"], copy["name"]) = (code, name);
        return new(Pack(code, name, "recordTypes", copy));
    }

    /// <summary>Further fields for a record type, none yet.</summary>
    public static FormSheet AddingTo(string code, string name, string type) =>
        new(Pack(code, name, "additions", new JsonObject { ["to"] = type, ["fields"] = new JsonArray() }));

    /// <summary>A 簿册 without any ledger yet.</summary>
    public static FormSheet EmptyBundle(string code, string name) =>
        new(Pack(code, name, "bundles", new JsonObject { ["code"] = code, ["name"] = name, ["version"] = 1, ["ledgers"] = new JsonArray() }));

    /// <summary>A copy of a 簿册 of another pack.</summary>
    public static FormSheet CopyOfBundle(string code, string name, Bundle bundle)
    {
        var sheet = EmptyBundle(code, name);
        FormFields.Put(sheet.Form, "basis", bundle.Basis);
        foreach (var ledger in bundle.Ledgers)
            sheet.PutLedger(null, ledger);
        return sheet;
    }

    /// <summary>The file.</summary>
    public string ToJson() => Root.ToJsonString(Readable);

    /// <summary>Writes on it who published it, under which number and for how long.</summary>
    public void Mark(string issuer, string documentNumber, DateOnly from, DateOnly to, int version)
    {
        (Root["issuer"], Root["documentNumber"], Root["version"]) = (issuer, documentNumber, version);
        (Root["validFrom"], Root["validTo"]) = (Day(from), Day(to));
        if (IsBundle)
            Form["version"] = version;
        foreach (var definition in List(Root, "measures").SelectMany(measure => List(measure!.AsObject(), "definitions")).Where(one => Text(one!, "validFrom").Length == 0))
            definition!["validFrom"] = Day(from);
    }

    /// <summary>Changes name, heading and title.</summary>
    public void Describe(FormHead head)
    {
        Root["name"] = head.Name;
        if (IsAddition)
            return;
        (Form["name"], Form["group"], Form["title"]) = (head.Name, head.Group, head.Title);
        Form["counts"] = head.Counts == CountsWhen.Accepted ? "accepted" : "saved";
        Put(Form, "timesAYear", head.TimesAYear is { } times ? JsonValue.Create(times) : null);
    }

    /// <summary>
    /// Makes a form of its own into further fields for a record type that is used already: only the fields named go along,
    /// with what they count towards.
    /// </summary>
    /// <param name="type">Code of the record type.</param>
    /// <param name="codes">The fields.</param>
    public void BecomeAddition(string type, IReadOnlyCollection<string> codes)
    {
        var addition = new JsonObject { ["to"] = type };
        addition["fields"] = Chosen("fields", "code", codes);
        addition["posts"] = Chosen("posts", "value", codes);
        foreach (var field in List(addition, "fields"))
            field!.AsObject().Remove("required");
        foreach (var post in List(addition, "posts"))
            post!.AsObject().Remove("when");
        Root.Remove("recordTypes");
        Root["additions"] = new JsonArray(addition);
    }

    /// <summary>The field with this code, or null.</summary>
    public JsonObject? FindField(string code) => IsBundle ? null : Fields.FirstOrDefault(field => Text(field!, "code") == code)?.AsObject();

    /// <summary>Moves a field one place up or down.</summary>
    public void Move(string code, bool up)
    {
        var from = FindField(code) is { } field ? Fields.IndexOf(field) : -1;
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= Fields.Count)
            return;
        var moved = Fields[from]!;
        Fields.RemoveAt(from);
        Fields.Insert(to, moved);
        SortEntry();
    }

    /// <summary>
    /// Takes a field away, with what it alone counts towards, the checks over it and the parts in brackets of sentences that
    /// speak of it. A sentence that cannot do without it stays, and is told as wrong until the writer has decided about it.
    /// Records written before keep the field: they keep their version.
    /// </summary>
    public void Remove(string code)
    {
        if (FindField(code) is not { } field)
            return;
        Fields.Remove(field);
        SetEntry(code, isIn: false);
        foreach (var post in List("posts").Where(post => Text(post!, "value") == code || Text(post!, "person") == code).ToList())
            List("posts").Remove(post);
        foreach (var check in List("checks").Where(check => Text(check!, "field") == code || Regex.IsMatch(Text(check!, "test"), $@"\b{Regex.Escape(code)}\b", RegexOptions.None, Patience)).ToList())
            List("checks").Remove(check);
        foreach (var sentence in List("sentences"))
            sentence!["text"] = Regex.Replace(Text(sentence!, "text"), $@"\[[^\[\]]*\{{{Regex.Escape(code)}\}}[^\[\]]*\]", "", RegexOptions.None, Patience);
    }

    /// <summary>Adds a condition.</summary>
    public void AddCheck(string test, string message, ProblemLevel level, string? field)
    {
        var check = new JsonObject { ["test"] = test, ["message"] = message };
        if (level == ProblemLevel.Warning)
            check["level"] = "warning";
        if (!string.IsNullOrEmpty(field))
            check["field"] = field;
        List("checks").Add((JsonNode)check);
    }

    /// <summary>Adds a sentence.</summary>
    public void AddSentence(string text, string? when)
    {
        var sentence = new JsonObject { ["text"] = text };
        if (!string.IsNullOrWhiteSpace(when))
            sentence["when"] = when.Trim();
        List("sentences").Add((JsonNode)sentence);
    }

    /// <summary>Takes the check, post or sentence at a place away; nothing where there is none.</summary>
    /// <param name="list"><c>checks</c>, <c>posts</c> or <c>sentences</c>.</param>
    /// <param name="place">From 0.</param>
    public void RemoveAt(string list, int place)
    {
        if (Lists.Contains(list, StringComparer.Ordinal) && place >= 0 && place < List(list).Count)
            List(list).RemoveAt(place);
    }

    /// <summary>Puts a field into 记一笔 or takes it out.</summary>
    public void SetEntry(string code, bool isIn)
    {
        if (IsAddition)
            return;
        var entry = List("entry");
        foreach (var one in entry.Where(one => (string?)one == code).ToList())
            entry.Remove(one);
        if (isIn)
            entry.Add((JsonNode)code);
        SortEntry();
    }

    internal JsonArray List(string name) => List(Form, name);

    internal static JsonArray List(JsonObject holder, string name)
    {
        if (holder[name] is not JsonArray list)
            holder[name] = list = [];
        return list;
    }

    internal static string Text(JsonNode holder, string name) => holder[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    internal static void Put(JsonObject holder, string name, JsonNode? value)
    {
        if (value is null)
            holder.Remove(name);
        else
            holder[name] = value;
    }

    private JsonArray Chosen(string list, string property, IReadOnlyCollection<string> codes) =>
        new([.. List(list).Where(one => codes.Contains(Text(one!, property))).Select(one => one!.DeepClone())]);

    private void SortEntry()
    {
        if (IsAddition)
            return;
        var chosen = List("entry").Select(one => (string?)one).ToHashSet(StringComparer.Ordinal);
        Form["entry"] = new JsonArray([.. Fields.Select(field => Text(field!, "code")).Where(chosen.Contains).Select(code => (JsonNode)code)]);
    }

    private static JsonObject Pack(string code, string name, string list, JsonObject form) => new()
    {
        ["pack"] = code,
        ["name"] = name,
        ["version"] = 1,
        ["measures"] = new JsonArray(),
        [list] = new JsonArray(form),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
