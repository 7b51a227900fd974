using Jinguo.Office.Documents;
using Jinguo.Office.Drafts;
using Jinguo.Office.Word;

namespace Jinguo.Core.Reports.Checking;

/// <summary>The Word file of a draft with a comment at each finding and a summary as its last page; its words and layout stay.</summary>
public static class CheckedWord
{
    /// <summary>The heading of the last page.</summary>
    public const string SummaryTitle = "核稿结果";

    private const int MostInSummary = 500;

    /// <summary>Writes it.</summary>
    /// <param name="docx">The Word file; empty where the draft came as plain text, which is then set as paragraphs.</param>
    /// <param name="draft">The draft as read from it.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="decisions">What was decided about it.</param>
    /// <param name="author">In whose name the comments stand.</param>
    /// <param name="instant">When it was checked.</param>
    public static byte[] Write(byte[] docx, DraftText draft, IReadOnlyList<DraftFinding> findings, IReadOnlyList<DraftDecision> decisions, string author, DateTimeOffset instant)
    {
        var open = findings.Where(finding => finding.Kind != FindingKind.Agrees).ToList();
        var decided = decisions.DistinctBy(decision => decision.Finding).ToDictionary(decision => decision.Finding);
        var comments = open.Take(WordReview.MostComments).Select(finding => Comment(draft, finding, decided.GetValueOrDefault(finding.Id))).ToList();
        using var source = new MemoryStream(docx.Length > 0 ? docx : Set(draft));
        using var target = new MemoryStream();
        WordReview.Write(source, comments, author, instant, Summary(findings, open, decided), HouseStyle.Standard, target);
        return target.ToArray();
    }

    private static byte[] Set(DraftText draft)
    {
        using var target = new MemoryStream();
        WordWriter.Write(new Document("", [.. draft.Paragraphs.Select(paragraph => new Paragraph(draft.Text[paragraph.Start..paragraph.End]))]), HouseStyle.Standard, target);
        return target.ToArray();
    }

    private static WordComment Comment(DraftText draft, DraftFinding finding, DraftDecision? decision)
    {
        var place = draft.Locate(finding.Start, finding.End)[0];
        return new(place.Paragraph, place.Start, place.End, string.Join('\n', Lines(finding, decision)));
    }

    private static IEnumerable<string> Lines(DraftFinding finding, DraftDecision? decision)
    {
        yield return $"【{finding.Kind.Name()}】{finding.Title}";
        if (finding.Note.Length > 0)
            yield return finding.Note;
        if (Outcome(finding, decision) is { Length: > 0 } outcome)
            yield return outcome;
    }

    private static string Outcome(DraftFinding finding, DraftDecision? decision) => decision switch
    {
        { IsTaken: true } => $"采纳：改为{finding.Repair}",
        { Reason: { } reason } => $"保留：{reason}",
        _ => finding.Repair is { } repair ? $"建议改为{repair}" : "",
    };

    private static List<Block> Summary(IReadOnlyList<DraftFinding> findings, List<DraftFinding> open, Dictionary<string, DraftDecision> decided)
    {
        var counts = string.Join("，", Enum.GetValues<FindingKind>().Select(kind => $"{kind.Name()}{findings.Count(finding => finding.Kind == kind)}处"));
        List<Block> blocks = [new Heading(1, SummaryTitle, IsNumbered: false), new Paragraph($"{counts}。")];
        if (open.Count > 0)
            blocks.Add(new Table(
                [new("结果", Share: 0.7), new("文中", Share: 2.2), new("说明", Share: 3), new("处理", Share: 1.6)],
                [.. open.Take(MostInSummary).Select(finding => (IReadOnlyList<RichText>)[finding.Kind.Name(), finding.Title, finding.Note, Outcome(finding, decided.GetValueOrDefault(finding.Id))])]));
        if (open.Count > MostInSummary)
            blocks.Add(new Paragraph($"只列前{MostInSummary}处，其余见批注。"));
        return blocks;
    }
}
