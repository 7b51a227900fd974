using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office.Documents;

namespace Jinguo.Core.Reports.Writing;

/// <summary>The last pages of a report: where each number comes from, and the code that proves them.</summary>
public static class Annex
{
    /// <summary>Heading of the annex; what a draft says before it is its text.</summary>
    public const string Title = "数字附表";

    private const double CodeMillimetres = 30;

    /// <summary>The annex, on a page of its own.</summary>
    /// <param name="snapshot">The figures.</param>
    /// <param name="code">The code of the report.</param>
    /// <param name="address">Addresses.</param>
    public static IReadOnlyList<Block> Of(Snapshot snapshot, CheckCode code, ReportAddress address)
    {
        var check = address.Check(code.ToString());
        var taken = China.Clock(snapshot.TakenAt);
        var when = string.Create(CultureInfo.InvariantCulture, $"{taken.Year}年{taken.Month}月{taken.Day}日{taken:HH:mm}");
        return
        [
            new PageBreak(),
            new Heading(1, Title, IsNumbered: false),
            new Paragraph($"文中{snapshot.Figures.Count}个数取自台账，{when}冻结{(snapshot.Tree == FigureTree.AsIs ? "，各期都按现在的隶属关系计算" : "")}，之后台账的变动不影响本文。电子版里点数字可看口径和背后的记录。"),
            new Table(Columns, Rows(snapshot, address)),
            new Picture(QrCode.Png(check.ToString(), pixelsPerModule: 4), CodeMillimetres, CodeMillimetres, "核对码") { Alignment = Alignment.Center },
            new Paragraph(new TextRun(check.ToString(), check)) { Alignment = Alignment.Center },
            new Paragraph("扫码或打开上面的网址核对：只说明校验码和签发单位是否在册，不显示任何数字。") { Alignment = Alignment.Center },
        ];
    }

    private static TableColumn[] Columns { get; } =
    [
        new("数", Share: 2.2), new("口径", Share: 3.6), new("范围", Share: 1.6), new("期间", Share: 2.1), new("数值", Alignment.Right, 1.7), new("记录数", Alignment.Right, 1.3),
    ];

    // A definition is printed where its measure comes first; its options and changes refer to that line.
    private static List<IReadOnlyList<RichText>> Rows(Snapshot snapshot, ReportAddress address)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<RichText>>();
        foreach (var figure in snapshot.Figures)
        {
            var measure = FigureKey.Parse(figure.Quote.Key.Figure).Measure;
            rows.Add(Row(figure, told.TryGetValue(measure, out var first) ? $"同“{first}”" : Definition(figure.Quote), snapshot, address));
            told.TryAdd(measure, figure.Quote.Name);
        }
        return rows;
    }

    private static IReadOnlyList<RichText> Row(QuotedFigure figure, string definition, Snapshot snapshot, ReportAddress address)
    {
        var quote = figure.Quote;
        _ = Period.TryParse(quote.Period, out var period);
        return
        [
            $"{quote.Name}：{figure.Wording}",
            quote.Key.Aspect == FigureAspect.Change ? $"与上年同期比。{definition}" : definition,
            quote.Body == snapshot.Body ? $"{quote.Body}和下级" : quote.Body,
            period.Name,
            new TextRun(Exact(quote), address.Figure(snapshot.Report, snapshot.Number, figure.Number)),
            FigureText.Number(quote.Facts, 0),
        ];
    }

    private static string Definition(Quote quote) => quote.DefinitionVersion == 0 ? "" : $"第{quote.DefinitionVersion}版：{quote.Definition}";

    private static string Exact(Quote quote) => quote.Key.Aspect == FigureAspect.Change
        ? Wording.InTable(quote)
        : FigureText.Value(quote.Value ?? 0, quote.Decimals, quote.Hedge, quote.Unit);
}
