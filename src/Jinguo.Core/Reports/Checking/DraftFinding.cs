using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;

namespace Jinguo.Core.Reports.Checking;

/// <summary>What was found, the gravest first.</summary>
public enum FindingKind
{
    /// <summary>不一致: the books say another number.</summary>
    Differs,

    /// <summary>算术不符: numbers of the text contradict each other.</summary>
    Arithmetic,

    /// <summary>口径待定: somebody must say which measure is meant.</summary>
    Ambiguous,

    /// <summary>无来源: the books know nothing of it.</summary>
    None,

    /// <summary>一致: right.</summary>
    Agrees,
}

/// <summary>The kinds in the users' words.</summary>
public static class FindingKindNames
{
    /// <summary>不一致, 算术不符…</summary>
    public static string Name(this FindingKind kind) => kind switch
    {
        FindingKind.Differs => "不一致",
        FindingKind.Arithmetic => "算术不符",
        FindingKind.Ambiguous => "口径待定",
        FindingKind.None => "无来源",
        _ => "一致",
    };
}

/// <summary>Something found about a draft, in its writer's words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First letter of the place it is about, in UTF-16 units.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Title">What is wrong, in one line.</param>
/// <param name="Note">More about it: the measure, the arithmetic.</param>
/// <param name="Repair">What should stand there instead, where that is certain; else null.</param>
public sealed record DraftFinding(FindingKind Kind, int Start, int End, string Title, string Note, string? Repair)
{
    /// <summary>The number, where the books were asked.</summary>
    public CheckedFigure? Figure { get; init; }

    /// <summary>The arithmetic, where numbers contradict each other.</summary>
    public Relation? Relation { get; init; }

    /// <summary>The same for the same finding in the same text.</summary>
    public string Id => $"{Kind}-{Start}-{End}";

    /// <summary>What was found about a draft: by gravity, then in the order of the text.</summary>
    public static IReadOnlyList<DraftFinding> Of(CheckedDraft draft) =>
    [
        .. draft.Figures.Where(figure => figure.Verdict is not null).Select(Of)
            .Concat(draft.Relations.Where(relation => !relation.Holds).Select(relation => Of(relation, draft)))
            .OrderBy(finding => finding.Kind).ThenBy(finding => finding.Start),
    ];

    private static DraftFinding Of(CheckedFigure figure)
    {
        var (mention, ledger) = (figure.Mention, figure.Ledger);
        return figure.Verdict switch
        {
            Checking.Verdict.Agrees => Make(FindingKind.Agrees, mention.Text, Source(ledger!)),
            Checking.Verdict.Differs => Make(FindingKind.Differs, $"文中{mention.Text}，{(ledger!.FrozenAt is null ? "台账" : "冻结的数")}为{ledger.Text}", Source(ledger)) with { Repair = RepairOf(mention, ledger) },
            Checking.Verdict.Ambiguous => Make(FindingKind.Ambiguous, $"{mention.Text}可能是几种数", string.Join("，", figure.Candidates.Select(one => $"{one.Name}{one.Text}"))),
            _ when figure.IsElsewhere => Make(FindingKind.None, mention.Text + Counted(mention), $"文中说的是“{mention.Place!.Text}”，在本单位和下级里没有找到，或者不止一个"),
            _ => Make(FindingKind.None, mention.Text + Counted(mention), figure.Candidates.Count > 0 || ledger is not null ? $"{Names(figure)}，这个期间没有记录" : "没有这种数据项，或者文中没有写明是什么数"),
        };

        DraftFinding Make(FindingKind kind, string title, string note) => new(kind, mention.Start, mention.End, title, note, null) { Figure = figure };
    }

    private static DraftFinding Of(Relation relation, CheckedDraft draft)
    {
        var (start, end) = relation.Spans[0];
        var repair = relation.Expected is { } expected && draft.Figures.FirstOrDefault(figure => figure.Mention.Start == start) is { Mention: { Unit: { } unit } claimed }
            ? FigureText.InSentence(decimal.Round(expected / claimed.Step, MidpointRounding.AwayFromZero) * claimed.Step, unit: unit)
            : null;
        return new(FindingKind.Arithmetic, start, end, draft.Text[start..end] + "，和文中别的数对不上", relation.Why, repair) { Relation = relation };
    }

    private static string Source(LedgerFigure ledger) => $"{ledger.Body}，{ledger.Name}，{ledger.Period.Name}";

    private static string Names(CheckedFigure figure) => figure.Ledger?.Name ?? string.Join("、", figure.Candidates.Select(one => one.Name));

    private static string Counted(Mention mention) => mention.Of.Length > 0 && !mention.Text.Contains(mention.Of, StringComparison.Ordinal) ? $"（{mention.Of}）" : "";

    private static string? RepairOf(Mention mention, LedgerFigure ledger)
    {
        // Where the draft tells a growth and the books a fall, another number alone does not mend the sentence.
        if (ledger.Value is not ({ } value and >= 0) || mention.Unit is not { } unit)
            return null;
        value = decimal.Round(value, ledger.Decimals);
        if (mention.Step > 1 && mention.Approximation is null)
            value = decimal.Round(value / mention.Step) * mention.Step;
        return mention.Approximation is "余" or "多" ? FigureText.Rounded(value, ledger.Hedge ?? "", unit) : FigureText.InSentence(value, ledger.Hedge ?? "", unit);
    }
}
