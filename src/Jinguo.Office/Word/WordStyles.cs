using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Our named styles, so that a user changes all headings at once; added to a document that lacks them.</summary>
internal static class WordStyles
{
    internal const string Title = "JinguoTitle";
    internal const string Body = "JinguoBody";
    internal const string Cell = "JinguoCell";
    internal const string Link = "JinguoFigure";

    private const string CommentText = "JinguoCommentText";
    private const string CommentMark = "JinguoCommentMark";
    private const double CommentSize = 10.5;

    internal static string Heading(int level) => $"JinguoHeading{level}";

    internal static void Ensure(MainDocumentPart main, HouseStyle house)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
        var styles = part.Styles ??= new Styles();
        Add(styles, Body, "公文正文", Filling(Font(house.Body, house), house), Lines(house.LineSpacing, house.Body.Size));
        Add(styles, Title, "公文标题", Font(house.Title, house), Lines(house.TitleLineSpacing, indent: null, JustificationValues.Center));
        for (var level = 1; level <= house.Headings.Count; level++)
        {
            var lines = Lines(house.LineSpacing, house.Headings[level - 1].Size);
            lines.KeepNext = new KeepNext();
            lines.OutlineLevel = new OutlineLevel { Val = level - 1 };
            Add(styles, Heading(level), $"公文{"一二三四"[level - 1]}级标题", Font(house.Headings[level - 1], house), lines);
        }

        var cell = Lines(house.Table.Size * 1.5, indent: null);
        // The grid of the page would set table lines as far apart as those of the text.
        cell.SnapToGrid = new SnapToGrid { Val = false };
        Add(styles, Cell, "公文表格", Font(house.Table, house), cell);
        EnsureLink(main);
    }

    /// <summary>Word's own styles for comments, by the ids they have in this document; added where it lacks them.</summary>
    internal static (string Text, string Mark) EnsureComments(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
        var styles = part.Styles ??= new Styles();
        return (
            Named("annotation text", CommentText, () => new Style(
                new StyleParagraphProperties(
                    new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto },
                    new Indentation { FirstLineChars = 0, FirstLine = "0" },
                    new Justification { Val = JustificationValues.Left }),
                new StyleRunProperties(new FontSize { Val = Half(CommentSize) }, new FontSizeComplexScript { Val = Half(CommentSize) }))
            { Type = StyleValues.Paragraph }),
            Named("annotation reference", CommentMark, () => new Style(
                new StyleRunProperties(new FontSize { Val = Half(CommentSize) }, new FontSizeComplexScript { Val = Half(CommentSize) }))
            { Type = StyleValues.Character }));

        string Named(string name, string id, Func<Style> make)
        {
            if (styles.Elements<Style>().FirstOrDefault(s => s.StyleName?.Val?.Value == name && s.StyleId?.Value is not null) is { } own)
            {
                return own.StyleId!.Value!;
            }

            if (!Has(styles, id))
            {
                var style = make();
                style.StyleId = id;
                style.PrependChild(new UIPriority { Val = 99 });
                style.PrependChild(new StyleName { Val = name });
                styles.Append(style);
            }

            return id;
        }
    }

    /// <summary>Links of figures look like the text around them, on screen and on paper.</summary>
    internal static void EnsureLink(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
        var styles = part.Styles ??= new Styles();
        if (!Has(styles, Link))
        {
            styles.Append(new Style(
                new StyleName { Val = "数据链接" },
                new UIPriority { Val = 99 },
                new StyleRunProperties(new Color { Val = "auto" }, new Underline { Val = UnderlineValues.None }))
            { Type = StyleValues.Character, StyleId = Link, CustomStyle = true });
        }
    }

    internal static string Half(double points) => Math.Round(points * 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static string Twentieth(double points) => Math.Round(points * 20).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool Has(Styles styles, string id) => styles.Elements<Style>().Any(s => s.StyleId?.Value == id);

    private static void Add(Styles styles, string id, string name, StyleRunProperties look, StyleParagraphProperties place)
    {
        if (!Has(styles, id))
        {
            styles.Append(new Style(new StyleName { Val = name }, new PrimaryStyle(), place, look)
            {
                Type = StyleValues.Paragraph,
                StyleId = id,
                CustomStyle = true,
            });
        }
    }

    private static StyleRunProperties Font(FontChoice font, HouseStyle house)
    {
        var look = new StyleRunProperties(new RunFonts { Ascii = house.LatinFont, HighAnsi = house.LatinFont, EastAsia = font.Name, ComplexScript = house.LatinFont });
        look.Append(font.IsBold ? new Bold() : new Bold { Val = false });
        look.Append(new Color { Val = "auto" });
        look.Append(new FontSize { Val = Half(font.Size) }, new FontSizeComplexScript { Val = Half(font.Size) });
        return look;
    }

    /// <summary>
    /// Sets the characters a little closer or wider, so that a line holds as many as the standard asks for. A character grid of the page
    /// would do the same in Word, but not in other programs.
    /// </summary>
    private static StyleRunProperties Filling(StyleRunProperties look, HouseStyle house)
    {
        var room = WordPage.TextWidthPoints(house) / house.CharactersPerLine - house.Body.Size;
        look.Spacing = new Spacing { Val = (int)Math.Floor(room * 20) };
        return look;
    }

    /// <param name="points">Distance of lines.</param>
    /// <param name="indent">Size of the characters of which the first line leaves two blank; null for none.</param>
    /// <param name="align">Where lines stand; filled to both sides if null.</param>
    private static StyleParagraphProperties Lines(double points, double? indent, JustificationValues? align = null) => new()
    {
        WidowControl = new WidowControl { Val = false },
        SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = Twentieth(points), LineRule = LineSpacingRuleValues.Exact },
        Indentation = indent is { } size ? new Indentation { FirstLineChars = 200, FirstLine = Twentieth(2 * size) } : new Indentation { FirstLineChars = 0, FirstLine = "0" },
        Justification = new Justification { Val = align ?? JustificationValues.Both },
    };
}
