using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Circulars;

/// <summary>A circular to be sent.</summary>
/// <param name="Key">The client key, version 7: the same form sends once.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="Level">The bodies of a level below the sender get it; null where <paramref name="Bodies"/> names them.</param>
/// <param name="Bodies">Bodies directly below the sender; empty where a level is chosen.</param>
public sealed record NewCircular(Guid Key, string Title, string Text, Level? Level, IReadOnlyList<int> Bodies)
{
    /// <summary>文号, or null.</summary>
    public string? Number { get; init; }

    /// <summary>True to ask for an answer.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>Last day to answer or receive it, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Files of the sender, kept already.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];
}

/// <summary>What is wrong with a circular or an answer. Pure.</summary>
public static class CircularChecks
{
    /// <summary>Longest title, in letters.</summary>
    public const int LongestTitle = 100;

    /// <summary>Longest document number, in letters.</summary>
    public const int LongestNumber = 60;

    /// <summary>Longest text, in letters.</summary>
    public const int LongestText = 5000;

    /// <summary>Longest answer, in letters.</summary>
    public const int LongestAnswer = 2000;

    /// <summary>Most files.</summary>
    public const int MostFiles = 5;

    /// <summary>Checks a circular.</summary>
    public static List<Problem> Check(NewCircular input, Organisation sender, DateOnly today)
    {
        var problems = new List<Problem>();
        Long(problems, input.Title, LongestTitle, "标题", "title", isNeeded: true);
        Long(problems, input.Text, LongestText, "内容", "text", isNeeded: true);
        Long(problems, input.Number ?? "", LongestNumber, "文号", "number", isNeeded: false);
        if (input.Due < today)
            problems.Add(new("circular.due", "期限已经过了，请选今天或以后的日期。", "due"));
        if (input.Level is null && input.Bodies.Count == 0)
            problems.Add(new("circular.to", "请选发给哪一级，或勾选发给哪些下级。", "level"));
        else if (input.Level is { } level && level <= sender.Level)
            problems.Add(new("circular.level", "通知只能发给下级，请重新选择。", "level"));
        if (input.Files.Count > MostFiles)
            problems.Add(new("circular.files", $"最多带{MostFiles}个文件，请少选几个。", "files"));
        return problems;
    }

    /// <summary>Checks an answer.</summary>
    public static List<Problem> Check(string? answer)
    {
        var problems = new List<Problem>();
        Long(problems, answer ?? "", LongestAnswer, "回复", "answer", isNeeded: true);
        return problems;
    }

    private static void Long(List<Problem> problems, string text, int most, string name, string field, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
            problems.Add(new($"circular.{field}.missing", $"请填写{name}。", field));
        else if (text.Trim().Length > most)
            problems.Add(new($"circular.{field}.long", $"{name}最多{most}个字，现在有{text.Trim().Length}个，请写短些。", field));
    }
}
