using System.Globalization;
using System.Text.Json;

namespace Jinguo.Core.Base.Forms;

/// <summary>Something wrong in a pack file, for the person who wrote it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Path">Where in it: recordTypes[0].fields[3].type; empty for the whole file.</param>
/// <param name="Text">What was expected.</param>
public sealed record PackProblem(string File, string Path, string Text)
{
    /// <summary>File, place and text on one line.</summary>
    public override string ToString() => Path.Length == 0 ? $"{File}：{Text}" : $"{File} 的 {Path}：{Text}";
}

/// <summary>
/// One JSON object of a pack file while it is read: it knows its place, reports what is wrong and, on <see cref="Close"/>,
/// every property that nobody asked for.
/// </summary>
internal sealed class PackNode(JsonElement element, string file, string path, List<PackProblem> problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string File => file;

    public string Path => path;

    /// <summary>The place of a property of this object.</summary>
    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Report(string name, string text) => problems.Add(new PackProblem(file, name.Length == 0 ? path : PathOf(name), text));

    public string Text(string name)
    {
        if (OptionalText(name) is { Length: > 0 } text)
            return text;
        Report(name, "必须填写");
        return "";
    }

    public string OptionalText(string name)
    {
        if (Find(name) is not { } value)
            return "";
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        Report(name, "应是文字，要加双引号");
        return "";
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Report(name, "应是 true 或 false");
        return value.ValueKind == JsonValueKind.True;
    }

    public int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Report(name, $"应是{least}到{most}之间的整数");
        return null;
    }

    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;
        Report(name, "应是一个数，不加引号");
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Report(name, "应是日期，写成 \"2000-01-01\"");
        return null;
    }

    /// <summary>One of an enum's names, beginning with a small letter.</summary>
    public T Word<T>(string name, T? otherwise = null)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..]).ToList();
        if (Find(name) is not { } value)
        {
            if (otherwise is null)
                Report(name, $"必须填写，可以是 {string.Join("、", names)}");
            return otherwise ?? default;
        }

        var index = value.ValueKind == JsonValueKind.String ? names.IndexOf(value.GetString()!) : -1;
        if (index >= 0)
            return Enum.GetValues<T>()[index];
        Report(name, $"可以是 {string.Join("、", names)}，却是 {value}");
        return default;
    }

    public Formula? Formula(string name)
    {
        if (OptionalText(name) is not { Length: > 0 } text)
            return null;
        if (Forms.Formula.TryParse(text, out var formula, out var error))
            return formula;
        Report(name, $"公式有误，{error}");
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var item in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
                texts.Add(item.GetString()!);
            else
                Report(name, "列表里应都是文字");
        }

        return texts;
    }

    public IReadOnlyList<PackNode> Nodes(string name) =>
        [.. Items(name).Select((item, index) => Inner(item, $"{PathOf(name)}[{index}]"))];

    public PackNode? Node(string name) => Find(name) is { } value ? Inner(value, PathOf(name)) : null;

    /// <summary>Reports the properties that nobody asked for: most are misspelt.</summary>
    public void Close()
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in element.EnumerateObject().Where(property => !asked.Contains(property.Name)))
        {
            Report(property.Name, "没有这个属性，请检查拼写");
        }
    }

    private PackNode Inner(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
            problems.Add(new PackProblem(file, place, "应是一个对象，写在 { } 里"));
        return new PackNode(value, file, place, problems);
    }

    private JsonElement.ArrayEnumerator Items(string name)
    {
        if (Find(name) is not { } value)
            return default;
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray();
        Report(name, "应是列表，写在 [ ] 里");
        return default;
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
