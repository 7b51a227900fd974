namespace Jinguo.Core.Base.Forms;

/// <summary>Reads the measures of a pack file.</summary>
internal static class MeasureReading
{
    public static MeasureDeclaration Read(PackNode node)
    {
        var measure = new MeasureDeclaration(
            node.Text("code"),
            node.Text("name"),
            node.Text("unit"),
            node.Word<DeclaredKind>("kind"),
            node.Whole("decimals", 0, 4) ?? 0,
            node.Texts("synonyms"),
            node.Node("breakdown") is { } breakdown ? ReadBreakdown(breakdown) : null,
            node.Formula("formula"),
            [.. node.Nodes("definitions").Select(ReadDefinition)],
            node.Flag("sensitive"));
        node.Close();
        return measure;
    }

    public static IReadOnlyList<Option> ReadOptions(PackNode node) => [.. node.Nodes("options").Select(ReadOption)];

    private static Option ReadOption(PackNode node)
    {
        var option = new Option(node.Text("code"), node.Text("name"));
        node.Close();
        return option;
    }

    private static Breakdown ReadBreakdown(PackNode node)
    {
        var breakdown = new Breakdown(node.Text("name"), ReadOptions(node));
        node.Close();
        return breakdown;
    }

    private static DefinitionVersion ReadDefinition(PackNode node)
    {
        var definition = new DefinitionVersion(
            node.Whole("version", 1, 10_000) ?? 1,
            node.Text("text"),
            node.OptionalText("issuer"),
            node.OptionalText("documentNumber"),
            node.Day("validFrom") ?? new DateOnly(2000, 1, 1),
            node.Day("validTo"));
        node.Close();
        return definition;
    }
}
