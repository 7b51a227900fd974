namespace Jinguo.Core.Tests.Boundaries;

/// <summary>Who may use whom (architecture): kept by reading the sources.</summary>
public class BoundaryTests
{
    [Fact]
    public void Sources_UseOnlyWhatTheirFolderMay() =>
        Nothing(SourceFile.All.SelectMany(Boundary.Breaches));

    [Fact]
    public void Sources_DeclareTheNamespaceOfTheirFolder() =>
        Nothing(SourceFile.All
            .Where(file => file.Namespace is { } declared && declared != file.FolderNamespace)
            .Select(file => $"{file.Path} declares {file.Namespace}: its folder says {file.FolderNamespace}, and the boundaries go by folders."));

    [Fact]
    public void Core_KnowsNoWebServer() =>
        Nothing(SourceFile.All
            .Where(file => file.Folders[0] is "Jinguo.Core" or "Jinguo.Office")
            .Where(file => file.Code.Replace("Microsoft.AspNetCore.Identity", "", StringComparison.Ordinal).Contains("Microsoft.AspNetCore", StringComparison.Ordinal))
            .Select(file => $"{file.Path} uses ASP.NET: take the value as a parameter and let Jinguo.Web bind it."));

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("System.Net.Http")]
    [InlineData("TimeProvider")]
    public void Office_TouchesNeitherDatabaseNorNetworkNorClock(string name) =>
        Nothing(SourceFile.All
            .Where(file => file.Folders[0] == "Jinguo.Office" && file.Names(name))
            .Select(file => $"{file.Path} uses {name}: Jinguo.Office takes values and streams, so that it can be fuzzed and measured."));

    [Fact]
    public void Tables_GoOutByTheTwoWritersThatKeepTextsTexts() =>
        Nothing(SourceFile.All
            .Where(file => file.Path != "src/Jinguo.Office/Excel/CsvTableWriter.cs" && (file.Names("CsvWriter") || file.Names("SpreadsheetDocument")))
            .Select(file => $"{file.Path} writes a table by itself: CsvTableWriter and WorkbookWriter see to it that no text is run as a formula."));

    [Fact]
    public void Cases_AreReadThroughTheirOneDoor() =>
        Nothing(SourceFile.All
            .Where(file => !file.Path.StartsWith("src/Jinguo.Core/Records/Cases/", StringComparison.Ordinal))
            .Where(file => file.Code.Contains("db.Case", StringComparison.Ordinal) || file.Code.Contains("Set<Case", StringComparison.Ordinal))
            .Select(file => $"{file.Path} queries cases by itself: CaseAccess is their only door (docs/adr/0009)."));

    [Fact]
    public void Figures_AreReadThroughTheirOneDoor() =>
        Nothing(SourceFile.All
            .Where(file => !file.Path.StartsWith("src/Jinguo.Core/Facts/", StringComparison.Ordinal))
            .Where(file => !WhoMayReadTheBooks.Contains(file.Path["src/Jinguo.Core/".Length..]))
            .Where(file => file.Names("db.Sums") || file.Names("db.Facts") || file.Names("db.CountedPersons") || file.Code.Contains("Set<Fact>", StringComparison.Ordinal) || file.Code.Contains("Of<Fact>", StringComparison.Ordinal) || file.Names("AsStored"))
            .Select(file => $"{file.Path} reads the books by itself: FigureBook is the door that tells of sensitive figures what a reader may know (docs/adr/0010)."));

    [Fact]
    public void Core_HasNoGlobalUsingOfAModule() =>
        Nothing(SourceFile.All
            .Where(file => file.Folders[0] != "Jinguo.Web" && file.Code.Contains("global using Jinguo", StringComparison.Ordinal))
            .Select(file => $"{file.Path} opens a module to every file of its project: write the using where it is needed."));

    [Theory]
    [InlineData("src/Jinguo.Core/Base/Time/X.cs", "using Jinguo.Core.Facts;")]
    [InlineData("src/Jinguo.Core/Facts/X.cs", "using Jinguo.Core.Records.Ledgers;")]
    [InlineData("src/Jinguo.Core/Records/Aid/X.cs", "using Jinguo.Core.Records.Ledgers;")]
    [InlineData("src/Jinguo.Core/Records/Aid/X.cs", "var entry = new Records.Ledgers.Entry();")]
    [InlineData("src/Jinguo.Core/Records/Aid/X.cs", "using Jinguo.Core.Figures.Reading;")]
    [InlineData("src/Jinguo.Core/Figures/Reading/X.cs", "using Jinguo.Core.Records.Ledgers;")]
    [InlineData("src/Jinguo.Core/Figures/Reading/X.cs", "using Jinguo.Office.Word;")]
    [InlineData("src/Jinguo.Core/Reports/Writing/X.cs", "using static Jinguo.Core.Facts.FactBook;")]
    [InlineData("src/Jinguo.Core/Reports/Writing/X.cs", "Jinguo.Core.Records.Ledgers.Entry? entry = null;")]
    [InlineData("src/Jinguo.Core/Loose.cs", "")]
    public void Breaches_WhereTheTableSaysNo_AreSeen(string path, string code) =>
        Assert.NotEmpty(Boundary.Breaches(SourceFile.Of(path, code)));

    [Theory]
    [InlineData("src/Jinguo.Core/Records/Aid/X.cs", "using Jinguo.Core.Base.Time; using Jinguo.Core.Facts; using Jinguo.Core.Records.Aid.Parts;")]
    [InlineData("src/Jinguo.Core/Records/Aid/X.cs", "// see Jinguo.Core.Records.Ledgers\nvar text = \"Jinguo.Core.Records.Ledgers\";")]
    [InlineData("src/Jinguo.Core/Figures/Tables/X.cs", "using Jinguo.Core.Figures.Reading; using Jinguo.Office.Excel;")]
    [InlineData("src/Jinguo.Core/Reports/Writing/X.cs", "using Jinguo.Core.Figures.Reading; using Jinguo.Office.Mentions;")]
    [InlineData("src/Jinguo.Web/Pages/X.cs", "using Jinguo.Core.Records.Ledgers; using Jinguo.Core.Reports.Writing;")]
    public void Breaches_WhereTheTableSaysYes_AreNone(string path, string code) =>
        Assert.Empty(Boundary.Breaches(SourceFile.Of(path, code)));

    // Those behind the door, those that count or check without telling, and those that tell a record's own facts.
    private static readonly HashSet<string> WhoMayReadTheBooks =
    [
        "Figures/Reading/SumCells.cs", "Figures/Reading/FactCells.cs", "Figures/Reading/PersonReader.cs", "Figures/Reading/ObservedReader.cs", "Figures/Reading/FigureBook.cs", "Figures/Reading/FigureExplainer.cs",
        "Figures/Reading/FigureQuestion.cs", "Figures/Reading/FigureVerification.cs", "Figures/Publishing/SensitivePublisher.cs",
        "Records/OldReports/OldFigureOverlaps.cs", "Records/Ledgers/LedgerList.cs", "Records/Ledgers/RecordReader.cs", "Records/Reorganisations/TreeMove.cs", "Records/Reorganisations/ReorganisationService.cs",
    ];

    private static void Nothing(IEnumerable<string> wrong)
    {
        var sentences = wrong.ToList();
        Assert.True(sentences.Count == 0, string.Join('\n', sentences));
    }
}
