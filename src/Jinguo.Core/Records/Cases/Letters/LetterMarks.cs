using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;

namespace Jinguo.Core.Records.Cases.Letters;

/// <summary>
/// What comes into the marks {{…}} of a letter. What is not known stays visibly blank. Safe contact, telephone and address of
/// the case have no mark at all: they stand in a letter only where they were chosen for a referral.
/// </summary>
public static class LetterMarks
{
    /// <summary>What the office fills in by hand.</summary>
    public const string Blank = "________";

    /// <summary>Every mark that a template may hold.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "单位", "编号", "日期", "渠道", "收到日期", "受理日期", "类别",
        "姓名", "性别", "年龄", "身份证号", "对方当事人", "诉求", "事实",
        .. Enum.GetValues<LetterOpinion>().Select(opinion => opinion.Name()),
        "去处", "转送日期", "请办事项", "答复期限", "转送内容", "证据",
    ];

    /// <summary>What every letter knows of a case.</summary>
    /// <param name="view">The case in full.</param>
    /// <param name="body">Name of the handling body.</param>
    /// <param name="words">The words by which cases are classed.</param>
    /// <param name="now">Now (UTC).</param>
    internal static Dictionary<string, Filling> OfCase(CaseView view, string body, CaseWords words, DateTime now)
    {
        var one = view.Case;
        return new(StringComparer.Ordinal)
        {
            ["单位"] = body,
            ["编号"] = view.Number,
            ["日期"] = Day(now),
            ["渠道"] = words.Channel(one.Channel)?.Name ?? Blank,
            ["收到日期"] = Day(one.ReceivedAt),
            ["受理日期"] = one.AcceptedAt is { } accepted ? Day(accepted) : Blank,
            ["类别"] = words.Category(one.Category)?.Part.Name ?? Blank,
            ["姓名"] = Text(view[CaseField.Name]),
            ["性别"] = Text(view[CaseField.Sex]),
            ["年龄"] = Text(view[CaseField.Age]),
            ["身份证号"] = Text(view[CaseField.IdNumber]),
            ["对方当事人"] = Text(view[CaseField.Counterpart]),
            ["诉求"] = Text(view[CaseField.Request]),
            ["事实"] = Text(view[CaseField.Facts]),
        };
    }

    /// <summary>What a letter knows of a referral: what was chosen for it.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="asks">What is asked for.</param>
    /// <param name="texts">What was chosen.</param>
    /// <param name="body">Name of the handling body.</param>
    /// <param name="number">Number of the case.</param>
    /// <param name="words">The words by which cases are classed.</param>
    /// <param name="now">Now (UTC).</param>
    internal static Dictionary<string, Filling> OfReferral(CaseReferral referral, string asks, IReadOnlyDictionary<CaseField, string> texts, string body, string number, CaseWords words, DateTime now) => new(StringComparer.Ordinal)
    {
        ["单位"] = body,
        ["编号"] = number,
        ["日期"] = Day(now),
        ["类别"] = words.Category(referral.Category)?.Part.Name ?? Blank,
        ["去处"] = referral.ToName,
        ["转送日期"] = Day(referral.SentAt),
        ["请办事项"] = asks,
        ["答复期限"] = referral.AnswerBy is { } answerBy ? $"{answerBy:yyyy年M月d日}" : Blank,
        ["转送内容"] = Filling.Paragraphs([.. texts.OrderBy(text => text.Key).Select(text => (RichText)$"{text.Key.Name()}：{text.Value}")]),
    };

    /// <summary>One of three paragraphs stays: that of the opinion chosen.</summary>
    internal static void AddOpinion(Dictionary<string, Filling> marks, LetterOpinion chosen)
    {
        foreach (var opinion in Enum.GetValues<LetterOpinion>())
            marks[opinion.Name()] = opinion == chosen ? "" : Filling.RemoveParagraph;
    }

    /// <summary>The kinds of evidence that are there, a paragraph each.</summary>
    internal static void AddEvidence(Dictionary<string, Filling> marks, EvidenceView evidence) =>
        marks["证据"] = Filling.Paragraphs([.. evidence.Lines.Where(line => line.IsThere).Select(line => (RichText)$"{line.Kind.Name}{(line.Note.Length == 0 ? "" : $"：{line.Note}")}")]);

    private static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? Blank : text;

    private static string Day(DateTime instant) => $"{China.Day(instant):yyyy年M月d日}";
}
