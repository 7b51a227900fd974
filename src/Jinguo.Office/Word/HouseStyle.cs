namespace Jinguo.Office.Word;

/// <summary>
/// The look of an office's documents. The defaults are those of GB/T 9704-2012 for A4; offices differ, so these values are data.
/// Lengths in millimetres, sizes and line spacing in points.
/// </summary>
public sealed record HouseStyle
{
    /// <summary>GB/T 9704-2012.</summary>
    public static HouseStyle Standard { get; } = new();

    /// <summary>天头. 版心 is 156 × 225 mm with these four.</summary>
    public double TopMargin { get; init; } = 37;

    /// <summary>Bottom margin.</summary>
    public double BottomMargin { get; init; } = 35;

    /// <summary>订口.</summary>
    public double LeftMargin { get; init; } = 28;

    /// <summary>Right margin.</summary>
    public double RightMargin { get; init; } = 26;

    /// <summary>Title: 2号小标宋, not bold.</summary>
    public FontChoice Title { get; init; } = new("方正小标宋简体", 22);

    /// <summary>Body: 3号仿宋.</summary>
    public FontChoice Body { get; init; } = new("仿宋_GB2312", 16);

    /// <summary>Headings of level 1 to 4: 黑体, 楷体, 仿宋, 仿宋.</summary>
    public IReadOnlyList<FontChoice> Headings { get; init; } =
        [new("黑体", 16), new("楷体_GB2312", 16), new("仿宋_GB2312", 16, IsBold: true), new("仿宋_GB2312", 16)];

    /// <summary>Text in tables: 小四.</summary>
    public FontChoice Table { get; init; } = new("仿宋_GB2312", 12);

    /// <summary>Page numbers: 4号宋体.</summary>
    public FontChoice PageNumber { get; init; } = new("宋体", 14);

    /// <summary>Font of Latin letters and digits in all but page numbers.</summary>
    public string LatinFont { get; init; } = "Times New Roman";

    /// <summary>Distance of body lines; 29 points give 22 lines on a page.</summary>
    public double LineSpacing { get; init; } = 29;

    /// <summary>Distance of title lines.</summary>
    public double TitleLineSpacing { get; init; } = 36;

    /// <summary>Characters on a line of body text.</summary>
    public int CharactersPerLine { get; init; } = 28;
}

/// <summary>A font with its size.</summary>
/// <param name="Name">The font's name as Word knows it.</param>
/// <param name="Size">In points: 2号 is 22, 3号 16, 4号 14, 小四 12.</param>
/// <param name="IsBold">Whether it is bold.</param>
public sealed record FontChoice(string Name, double Size, bool IsBold = false);
