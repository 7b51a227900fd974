using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Writing;

/// <summary>What a report is to tell.</summary>
/// <param name="Id">Key of the report.</param>
/// <param name="Body">The body.</param>
/// <param name="Period">The period as asked for.</param>
/// <param name="Template">Name of the template.</param>
/// <param name="TakenAt">When the figures are frozen (UTC).</param>
public sealed record ReportOrder(Guid Id, Organisation Body, Period Period, string Template, DateTime TakenAt)
{
    /// <summary>Whose tree its figures stand on.</summary>
    public FigureTree Tree { get; init; }

    /// <summary>Which freezing of the report it is, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Numbers that keep an earlier frozen value.</summary>
    public IReadOnlyDictionary<QuoteKey, Quote> Kept { get; init; } = new Dictionary<QuoteKey, Quote>();

    /// <summary>东山镇妇联2026年工作总结: 年度 and 半年 of a template's name are said by the period already.</summary>
    public string Title => Body.Name + Period.Name + WithoutTime(Template);

    private static string WithoutTime(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["年度", "半年", "季度", "月度"])
            if (name.StartsWith(word, StringComparison.Ordinal) && name.Length > word.Length)
                return name[word.Length..];
        return name;
    }
}

/// <summary>A report as written: the Word file and its frozen figures.</summary>
/// <param name="Docx">The Word file.</param>
/// <param name="Snapshot">The figures.</param>
/// <param name="Json">The snapshot as canonical JSON.</param>
/// <param name="Hash">SHA-256 of the JSON.</param>
public sealed record WrittenReport(byte[] Docx, Snapshot Snapshot, string Json, string Hash);

/// <summary>What a template would give, said before the report is made.</summary>
/// <param name="Figures">Different numbers it asks for.</param>
/// <param name="Silent">Of those, the names of what has nothing to tell.</param>
/// <param name="Highlights">Highlights it would quote.</param>
public sealed record ReportForecast(int Figures, IReadOnlyList<string> Silent, int Highlights);
