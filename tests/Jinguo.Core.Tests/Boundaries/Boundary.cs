namespace Jinguo.Core.Tests.Boundaries;

/// <summary>
/// The table "who may use whom": modules are folders, and the compiler cannot keep folders apart. Each line
/// says what a folder may use and, where somebody uses more, the sentence that tells how to mend it.
/// </summary>
/// <param name="From">The folder, as a namespace.</param>
/// <param name="May">Namespaces of the product it may use besides itself.</param>
/// <param name="Remedy">What to do instead.</param>
internal sealed record Boundary(string From, string[] May, string Remedy)
{
    private const string Base = "Jinguo.Core.Base";
    private const string Facts = "Jinguo.Core.Facts";
    private const string Records = "Jinguo.Core.Records";
    private const string Figures = "Jinguo.Core.Figures";
    private const string Reports = "Jinguo.Core.Reports";
    private const string Office = "Jinguo.Office";

    /// <summary>The table. The first line whose folder holds a file is its line.</summary>
    public static IReadOnlyList<Boundary> Table { get; } =
    [
        new(Office, [], "Jinguo.Office knows files and text only: pass in what it needs as values."),
        new(Base, [], "Base is the floor: move the code up to the module that needs both, or pass the value in."),
        new(Facts, [Base], "Facts know nothing of who wrote them or who sums them: let the record's own …Facts function make the FactDraft."),
        new(Records, [Base, Facts, "Jinguo.Office.OfficeFormatException", "Jinguo.Office.Excel", "Jinguo.Office.Word", "Jinguo.Office.Documents"],
            "Record modules meet by a RecordRef of Base, by facts, or on a page; they read files through Jinguo.Office.Excel and Word."),
        new(Figures, [Base, Facts, "Jinguo.Office.Excel"],
            "Figures are sums of facts, whoever wrote them: post a fact for what is needed and read that; Word belongs to Reports."),
        new(Reports, [Base, Figures, Office],
            "A report quotes figures (Figures/Reading) and highlights (Base/Highlights): read those, never facts or records."),
        new("Jinguo.Web", [Office, "Jinguo.Core"], "The web project is the top."),
    ];

    /// <summary>What is wrong with a file, one sentence for each namespace it must not use.</summary>
    public static IEnumerable<string> Breaches(SourceFile file)
    {
        var line = Table.FirstOrDefault(boundary => Within(file.FolderNamespace, boundary.From));
        if (line is null)
        {
            return [$"{file.Path} stands in no module: put it into a folder of the table in Boundary.cs."];
        }
        return file.Uses()
            .Where(used => !Within(used, line.Own(file)) && !line.May.Any(may => Within(used, may)))
            .Select(used => $"{file.Path} uses {used}. {line.Remedy}");
    }

    /// <summary>Each folder directly under Records is a module of its own; elsewhere the folder is one module.</summary>
    private string Own(SourceFile file) =>
        From == Records && file.Folders.Length > 2 ? $"{Records}.{file.Folders[2]}" : From;

    private static bool Within(string name, string outer) =>
        name == outer || name.StartsWith($"{outer}.", StringComparison.Ordinal);
}
