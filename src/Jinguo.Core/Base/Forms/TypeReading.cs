namespace Jinguo.Core.Base.Forms;

/// <summary>Reads the record types of a pack file.</summary>
internal static class TypeReading
{
    private const int MostTimesAYear = 366;

    private static readonly SentencePiece NoTitle = SentencePiece.TryParse("—", null, out var piece, out _) ? piece : throw new InvalidOperationException();

    public static RecordType Read(PackNode node, Dictionary<string, MeasureDeclaration> measures)
    {
        var type = new RecordType(
            node.Text("code"),
            node.Text("name"),
            node.Text("group"),
            node.Word<RecordKind>("kind"),
            node.Word<CountsWhen>("counts", CountsWhen.Saved),
            ReadPiece(node, "title", null) ?? NoTitle,
            node.Texts("entry"),
            [.. node.Nodes("fields").Select(ReadField)],
            [.. node.Nodes("checks").Select(ReadCheck).OfType<Check>()],
            [.. node.Nodes("posts").Select(post => ReadPost(post, measures)).OfType<PostingRule>()],
            [.. node.Nodes("sentences").Select(ReadSentence).OfType<SentencePiece>()],
            node.Whole("visitEveryMonths", 1, 120))
        {
            TimesAYear = node.Whole("timesAYear", 1, MostTimesAYear),
        };
        node.Close();
        return type;
    }

    public static TypeAddition ReadAddition(PackNode node, Dictionary<string, MeasureDeclaration> measures)
    {
        var addition = new TypeAddition(
            node.Text("to"),
            [.. node.Nodes("fields").Select(ReadField)],
            [.. node.Nodes("checks").Select(ReadCheck).OfType<Check>()],
            [.. node.Nodes("posts").Select(post => ReadPost(post, measures)).OfType<PostingRule>()],
            [.. node.Nodes("sentences").Select(ReadSentence).OfType<SentencePiece>()]);
        node.Close();
        return addition;
    }

    private static Field ReadField(PackNode node)
    {
        var field = new Field(node.Text("code"), node.Text("name"), node.Word<FieldType>("type"))
        {
            Unit = node.OptionalText("unit"),
            Required = node.Flag("required"),
            Hedge = node.Flag("hedge"),
            Min = node.Number("min"),
            Max = node.Number("max"),
            Decimals = node.Whole("decimals", 0, 4) ?? 0,
            Options = MeasureReading.ReadOptions(node),
            Hint = node.OptionalText("hint"),
            Help = node.OptionalText("help"),
            Default = node.OptionalText("default"),
            Recall = node.Flag("recall"),
            Personal = node.Flag("personal"),
            Of = node.OptionalText("of"),
            Minor = node.Flag("minor"),
            Synonyms = node.Texts("synonyms"),
        };
        node.Close();
        return field;
    }

    private static Check? ReadCheck(PackNode node)
    {
        node.Text("test");
        var test = node.Formula("test");
        var message = node.Text("message");
        var level = node.Word<ProblemLevel>("level", ProblemLevel.Error);
        var field = node.OptionalText("field") is { Length: > 0 } code ? code : null;
        node.Close();
        return test is null ? null : new Check(test, message, level, field);
    }

    private static PostingRule? ReadPost(PackNode node, Dictionary<string, MeasureDeclaration> measures)
    {
        var code = node.Text("measure");
        node.Text("value");
        var (value, when) = (node.Formula("value"), node.Formula("when"));
        var (breakdown, person) = (node.OptionalText("breakdown"), node.OptionalText("person"));
        node.Close();
        if (!measures.TryGetValue(code, out var measure))
        {
            node.Report("measure", $"没有哪个包声明了数据项“{code}”");
            return null;
        }

        if (value is null)
            return null;
        var isLiteral = breakdown.StartsWith('\'') && breakdown.EndsWith('\'') && breakdown.Length > 2;
        return new PostingRule(measure, value, when, isLiteral || breakdown.Length == 0 ? null : breakdown, isLiteral ? breakdown[1..^1] : null, person.Length == 0 ? null : person);
    }

    private static SentencePiece? ReadSentence(PackNode node)
    {
        var piece = ReadPiece(node, "text", node.Formula("when"));
        node.Close();
        return piece;
    }

    private static SentencePiece? ReadPiece(PackNode node, string name, Formula? when)
    {
        var text = node.Text(name);
        if (text.Length == 0)
            return null;
        if (SentencePiece.TryParse(text, when, out var piece, out var error))
            return piece;
        node.Report(name, error);
        return null;
    }
}
