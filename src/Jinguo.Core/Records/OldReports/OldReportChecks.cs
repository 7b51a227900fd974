using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.OldReports;

/// <summary>What is wrong with the figures of an old document, seen alone. Pure. A problem of a figure names its place in the list as its row.</summary>
public static class OldReportChecks
{
    /// <summary>Longest title, in letters.</summary>
    public const int LongestTitle = 100;

    /// <summary>Longest sentence kept, in letters.</summary>
    public const int LongestQuote = 300;

    /// <summary>Longest reason, in letters.</summary>
    public const int LongestReason = 200;

    /// <summary>Most figures of one document.</summary>
    public const int MostFigures = 300;

    /// <summary>Checks a document with its figures.</summary>
    /// <param name="input">The document.</param>
    /// <param name="body">The body.</param>
    /// <param name="offered">The measures that are counted there.</param>
    /// <param name="today">Today in China.</param>
    public static List<Problem> Check(NewOldReport input, Organisation body, IReadOnlyDictionary<string, Measure> offered, DateOnly today)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(input.Title))
            problems.Add(new("old-report.title.missing", "请写材料的名称，例如“东山镇妇联2009年工作总结”。", "title"));
        else if (input.Title.Trim().Length > LongestTitle)
            problems.Add(new("old-report.title.long", $"名称最多{LongestTitle}个字，请写短些。", "title"));
        if (input.Figures.Count == 0)
            problems.Add(new("old-report.empty", "一个数也没有采用，请至少勾选一个。", "figures"));
        else if (input.Figures.Count > MostFigures)
            problems.Add(new("old-report.many", $"一份材料最多采用{MostFigures}个数，请少勾选一些。", "figures"));
        if (input.Reason?.Trim().Length > LongestReason)
            problems.Add(LongReason());
        for (var row = 0; row < input.Figures.Count; row++)
            problems.AddRange(Check(input.Figures[row], body, offered, today).Select(problem => problem with { Row = row + 1 }));
        if (problems.Count == 0)
            problems.AddRange(Together(input.Figures));
        return problems;
    }

    /// <summary>Why a measure cannot be taken from a document; null where it can.</summary>
    public static Problem? Taken(Measure measure) => measure.Kind switch
    {
        MeasureKind.Distinct => new("old-report.persons", $"“{measure.Name}”数的是不同的人，材料里没有是哪些人，不能入账。"),
        MeasureKind.Ratio => new("old-report.ratio", $"“{measure.Name}”由别的数算出，请采用分子和分母的数。"),
        _ => null,
    };

    /// <summary>Checks the reason of an act on figures that are in the books.</summary>
    public static Problem? Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("old-report.reason", "请写明为什么撤销。", "reason")
        : reason.Trim().Length > LongestReason ? LongReason()
        : null;

    private static Problem LongReason() => new("old-report.reason.long", $"原因最多{LongestReason}个字，请写短些。", "reason");

    private static IEnumerable<Problem> Check(NewOldFigure figure, Organisation body, IReadOnlyDictionary<string, Measure> offered, DateOnly today)
    {
        var written = figure.Quote.Written;
        if (figure.Period.Last >= today)
            yield return new("old-report.running", $"“{written}”：{figure.Period.Name}还没有过完，请从台账记。", "period");
        if (body.ValidFrom > figure.Period.Last)
            yield return new("old-report.before", $"“{written}”：{body.Name}{body.ValidFrom:yyyy年M月d日}才成立，不能记{figure.Period.Name}的数。", "period");
        if (body.ValidTo < figure.Period.Last)
            yield return new("old-report.after", $"“{written}”：{body.Name}到{body.ValidTo:yyyy年M月d日}为止，不能记{figure.Period.Name}的数。", "period");
        if (offered.GetValueOrDefault(figure.Measure) is not { } measure || (figure.Option is not null && measure.Options.TrueForAll(option => option.Code != figure.Option)))
        {
            yield return new("old-report.measure", $"请选“{written}”是什么数。", "measure");
            yield break;
        }
        if (Taken(measure) is { } untaken)
            yield return untaken with { Field = "measure" };
        if (figure.Value < 0 || measure.InSmallest(figure.Value) is null)
            yield return new("old-report.value", $"“{written}”不能作为{measure.Name}：它最多带{measure.Decimals}位小数，不能是负数。", "measure");
    }

    // One row for a thing and a time; a part beside its whole is none too many (其中).
    private static IEnumerable<Problem> Together(IReadOnlyList<NewOldFigure> figures)
    {
        for (var row = 1; row < figures.Count; row++)
            if (figures.Take(row).FirstOrDefault(other => Overlap(other, figures[row])) is { } first)
                yield return new("old-report.twice", $"“{figures[row].Quote.Written}”和上面的“{first.Quote.Written}”是同一种数，期间重叠，只能采用一个。", "figures", row + 1);
        foreach (var whole in figures.Where(figure => figure.Option is null))
            if (figures.Where(part => part.Option is not null && part.Measure == whole.Measure && part.Period == whole.Period).Sum(part => part.Value) is var parts && parts > whole.Value && whole.Hedge.Length == 0)
                yield return new("old-report.parts", $"其中的数加起来是{parts:#,##0.####}，比合计“{whole.Quote.Written}”大，请去掉一些。", "figures", figures.Index().First(one => one.Item == whole).Index + 1);
    }

    private static bool Overlap(NewOldFigure one, NewOldFigure other) =>
        one.Measure == other.Measure && one.Period.First <= other.Period.Last && other.Period.First <= one.Period.Last
        && (one.Option == other.Option || ((one.Option is null || other.Option is null) && one.Period != other.Period));
}
