using Jinguo.Core.Base;
using Jinguo.Office.Word;

namespace Jinguo.Core.Reports.Templates;

/// <summary>Whether every mark of a template is known.</summary>
public static class TemplateChecks
{
    /// <summary>Most problems told at once.</summary>
    public const int MostProblems = 30;

    /// <summary>One problem for each mark that is not closed or not known, with its paragraph and the text around it.</summary>
    public static List<Problem> Check(IReadOnlyList<Placeholder> marks, TemplateWords words)
    {
        var problems = new List<Problem>();
        foreach (var mark in marks)
        {
            var where = $"{mark.Place}第{mark.ParagraphNumber}段“{mark.Nearby}”：";
            if (!mark.IsClosed)
                problems.Add(new("template.mark.open", $"{where}“{{{{”没有配对的“}}}}”，请补上，并写在同一段里。"));
            else if (SlotReader.Read(mark.Name, words) is { Done: false } refused)
                problems.AddRange(refused.Problems.Select(problem => problem with { Text = where + problem.Text }));
        }
        if (marks.Count == 0)
            problems.Add(new("template.marks.none", "这个文件里没有“{{…}}”，生成的总结不会有数。要填数的地方请写成{{培训人次}}这样。", Level: ProblemLevel.Warning));
        if (problems.Count > MostProblems)
            problems = [.. problems.Take(MostProblems), new("template.problems.more", $"还有{problems.Count - MostProblems}处，请先改正上面这些。")];
        return problems;
    }
}
