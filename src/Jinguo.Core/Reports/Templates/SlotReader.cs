using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Templates;

/// <summary>
/// Reads what stands between the braces (docs/templates.md): <c>培训人次/家政服务|同比</c>, <c>亮点:妇女培训|5</c>,
/// <c>表:培训期数,培训人次</c>.
/// </summary>
public static class SlotReader
{
    /// <summary>Highlights quoted where the template gives no number.</summary>
    public const int UsualHighlights = 5;

    /// <summary>Most highlights of one mark.</summary>
    public const int MostHighlights = 50;

    private static readonly char[] Bars = ['|', '｜'];
    private static readonly char[] Colons = [':', '：'];
    private static readonly char[] Commas = [',', '，', '、'];
    private static readonly char[] Brackets = ['（', '('];
    private static readonly char[] Slashes = ['/', '／', ':', '：'];

    /// <summary>The slot of a mark, or problems with the nearest known names.</summary>
    public static Outcome<Slot> Read(string mark, TemplateWords words)
    {
        var parts = mark.Split(Bars, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return new Problem("template.mark.empty", "“{{}}”里是空的，请写上要填的数或词，例如：{{培训人次}}。");
        var (name, options) = (parts[0], parts[1..]);
        if (name.IndexOfAny(Colons) is var colon and > 0)
        {
            var rest = name[(colon + 1)..].Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            switch (TemplateWords.Key(name[..colon]))
            {
                case "亮点":
                    return Highlights(rest, options, words);
                case "表":
                    return Table(rest, options, words);
            }
        }
        if (TemplateWords.Key(name) == "亮点")
            return Highlights([], options, words);
        if (TemplateWords.Fixed.TryGetValue(TemplateWords.Key(name), out var word))
            return options.Length == 0 ? new WordSlot(word) : Option(options[0], $"“{name}”后面不能再加选项，请把“|{options[0]}”删去。");
        return Figure(name, options, words);
    }

    private static Outcome<Slot> Figure(string name, string[] options, TemplateWords words)
    {
        var heading = Heading(name, words);
        if (!heading.Done)
            return Outcome<Slot>.Refused(heading.Problems);
        var (aspect, style, isBrokenDown) = (FigureAspect.Now, NumberStyle.Exact, false);
        foreach (var option in options)
        {
            switch (TemplateWords.Key(option))
            {
                case "同比":
                    aspect = FigureAspect.Change;
                    break;
                case "去年" or "上年" or "去年同期" or "上年同期":
                    aspect = FigureAspect.YearBefore;
                    break;
                case "分类":
                    isBrokenDown = true;
                    break;
                case "万" or "约数":
                    style = NumberStyle.Rounded;
                    break;
                case "数":
                    style = NumberStyle.Bare;
                    break;
                default:
                    return Option(option, $"“|{option}”不认识，数后面可以写：同比、去年、分类、万、数。");
            }
        }
        if (!isBrokenDown)
            return new FigureSlot(heading.Value, aspect, style);
        if (aspect != FigureAspect.Now)
            return Option("分类", "“分类”不能和“同比”“去年”写在一起，请删去一个。");
        var kinds = words.Options(heading.Value);
        return kinds.Count == 0 || heading.Value.OptionName is not null
            ? Option("分类", $"“{heading.Value.FullName}”没有分类，请把“|分类”删去。")
            : new BreakdownSlot(kinds, style);
    }

    private static Outcome<FigureHeading> Heading(string name, TemplateWords words)
    {
        if (words.FindMeasure(name) is { } whole)
            return whole;
        // A name may hold brackets itself: 信访件次（按问题）/财产权益.
        var cut = name.LastIndexOfAny(Slashes) is var slash and > 0 ? slash : name.IndexOfAny(Brackets);
        if (cut <= 0)
            return Unknown(name, words.Nearest(name));
        var measureName = name[..cut];
        var optionName = name[cut] is '（' or '(' ? name[(cut + 1)..].TrimEnd('）', ')') : name[(cut + 1)..];
        if (words.FindMeasure(measureName) is not { } measure)
            return Unknown(measureName, words.Nearest(measureName));
        if (words.FindOption(measure, optionName) is { } option)
            return option;
        var names = words.Options(measure);
        return new Problem("template.option.unknown", names.Count == 0
            ? $"“{measure.Name}”没有分类，请把“/{optionName}”删去。"
            : $"“{measure.Name}”没有分类“{optionName}”，可以写：{string.Join("、", names.Select(option => option.OptionName))}。");
    }

    private static Problem Unknown(string name, IReadOnlyList<string> nearest) => new("template.name.unknown", nearest.Count == 0
        ? $"不认识“{name}”，请对照“可用的数和词”改正。"
        : $"不认识“{name}”，是不是：{string.Join("、", nearest)}？");

    private static Outcome<Slot> Highlights(string[] names, string[] options, TemplateWords words)
    {
        var topics = new List<string>();
        foreach (var name in names)
        {
            if (words.FindTopic(name) is not { } topic)
            {
                var nearest = TemplateWords.Nearest(name, words.Topics.Select(one => one.Name));
                return new Problem("template.topic.unknown", $"没有台账“{name}”。{(nearest.Count > 0 ? $"是不是：{string.Join("、", nearest)}？" : "请写台账的名称，例如：{{亮点:妇女培训|5}}。")}");
            }
            topics.Add(topic.Code);
        }
        var most = UsualHighlights;
        if (options.Length > 1 || (options.Length == 1 && !(int.TryParse(options[0].TrimEnd('条'), NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is > 0 and <= MostHighlights)))
            return Option(options[^1], $"亮点后面写要几条，1到{MostHighlights}，例如：{{{{亮点|5}}}}。");
        return new HighlightSlot(topics, most);
    }

    private static Outcome<Slot> Table(string[] names, string[] options, TemplateWords words)
    {
        if (options.Length > 0)
            return Option(options[0], $"表后面不能再加选项，请把“|{options[0]}”删去。");
        if (names.Length == 0)
            return new Problem("template.table.empty", "“表:”后面请写要列的数，用逗号隔开，例如：{{表:培训期数,培训人次}}。");
        var headings = new List<FigureHeading>();
        foreach (var name in names)
        {
            var heading = Heading(name, words);
            if (!heading.Done)
                return Outcome<Slot>.Refused(heading.Problems);
            headings.Add(heading.Value);
        }
        return new TableSlot(headings);
    }

    private static Problem Option(string option, string text) => new("template.option.wrong", text, option);
}
