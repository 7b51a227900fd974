using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Ui.TagHelpers;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>How records are told in lists and messages.</summary>
public static class RecordWords
{
    /// <summary>Review state and what it counts, as marks.</summary>
    public static IReadOnlyList<RecordMark> Marks(Record record) => (record.Withdrawn, record.Review, record.Counted) switch
    {
        (true, _, _) => [RecordMark.Withdrawn],
        (_, ReviewState.Returned, _) => [RecordMark.Returned],
        (_, ReviewState.Waiting, true) => [RecordMark.Waiting, RecordMark.Counted],
        (_, ReviewState.Waiting, false) => [RecordMark.Waiting, RecordMark.NotCounted],
        _ => [RecordMark.Posted],
    };

    /// <summary>11月16日, or 11月16日至18日 where it took several days.</summary>
    public static string Days(Record record, DateOnly today) =>
        DayText.Print(new(record.FirstDay, record.Day), record.FirstDay.Year == today.Year && record.Day.Year == today.Year ? today.Year : null);

    /// <summary>
    /// The number that stands beside a record in lists: 50余人次; empty where it has none. Of numbers that one measure takes
    /// together, such as letters, visits and calls, their sum.
    /// </summary>
    public static string MainNumber(RecordType type, RecordValues values)
    {
        var numbers = type.Entry.Select(type.FindField).OfType<Field>().Where(field => field.Type is FieldType.Number or FieldType.Money).ToList();
        if (numbers.Count > 0 && type.Posts.FirstOrDefault(post => post.Value.SingleCode == numbers[0].Code)?.Measure is { } measure
            && type.Posts.Count(post => post.Measure.Code == measure.Code) > 1)
            return Sum(measure, [.. RecordPostings.From(type, values).Where(line => line.Measure == measure.Code)]);
        return numbers.Select(field => FieldText.InSentence(field, values[field.Code], null)).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private static string Sum(MeasureDeclaration measure, IReadOnlyList<PostingLine> lines)
    {
        if (lines.Count == 0)
            return "";
        long Of(HedgeClass wanted) => lines.Count(line => Hedge.ClassOf(line.Hedge.Word()) == wanted);
        var word = Hedge.OfSum(lines.Count, Of(HedgeClass.AtLeast), Of(HedgeClass.JustBelow), Of(HedgeClass.About), lines[0].Hedge.Word());
        return Office.Mentions.FigureText.InSentence(lines.Sum(line => line.Value) / (decimal)Math.Pow(10, measure.Decimals), word ?? "", measure.Unit);
    }

    /// <summary>A value as the page of its record shows it.</summary>
    public static string Value(Field field, FieldValue? value) => field.Type switch
    {
        FieldType.Number or FieldType.Money or FieldType.Date or FieldType.DateRange => FieldText.InSentence(field, value, null),
        _ => FieldText.Plain(field, value),
    };

    /// <summary>培训期数1期、培训人次50余人次.</summary>
    public static string Facts(IEnumerable<RecordFact> facts) =>
        string.Join('、', facts.Select(fact => $"{fact.Measure.Name}{(fact.Option is { } option ? $"（{option}）" : "")}{fact.Text}"));

    /// <summary>What happened, in the users' words.</summary>
    public static string Act(string act) => act switch
    {
        "record.saved" => "记下",
        "record.corrected" => "修改",
        "record.withdrawn" => "撤回",
        "record.restored" => "恢复",
        "record.accepted" => "审核通过",
        "record.returned" => "退回",
        "record.reopened" => "撤回审核",
        "record.highlighted" => "标亮点",
        "record.ended" => "登记终止",
        "record.visited" => "登记走访",
        LedgerService.UnmaskedAct => "查看完整个人信息",
        _ => act,
    };

    /// <summary>The same after a name and a time: 张某某 在 11月20日 14:05 改过.</summary>
    public static string Done(string act) => act == "record.corrected" ? "改过" : $"{Act(act)}了";

    /// <summary>Name of a changed field.</summary>
    public static string Field(RecordView view, string code) => code == "highlight"
        ? "亮点"
        : view.Type.FindField(code)?.Name ?? code;

    /// <summary>Where a fact's figure is explained.</summary>
    public static string Explain(RecordFact fact, int organisationId) =>
        FigureAddress.Explain(organisationId, new FigureKey(fact.Measure.Code), Core.Base.Time.Period.Year(fact.Fact.Day.Year));

    /// <summary>等了2天, 今天交.</summary>
    public static string Waited(DateTime since, DateOnly today)
    {
        var days = today.DayNumber - Core.Base.Time.China.Day(since).DayNumber;
        return days <= 0 ? "今天交的" : $"等了{days}天";
    }
}
