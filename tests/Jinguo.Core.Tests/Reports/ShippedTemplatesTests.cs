using System.IO.Compression;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office.Word;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Reports;

/// <summary>
/// The shipped templates. After a change of their words: <c>JINGUO_WRITE_TEMPLATES=1 dotnet test --filter ShippedTemplates</c>
/// writes packs/templates anew.
/// </summary>
public class ShippedTemplatesTests
{
    public static TheoryData<string> Names => [.. TemplateTexts.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Template_IsWhatItsWordsSay(string name)
    {
        using var written = new MemoryStream();
        WordWriter.Write(TemplateTexts.All[name], HouseStyle.Standard, written);
        var path = RepositoryFolder.At("packs", "templates", name + ".docx");
        if (Environment.GetEnvironmentVariable("JINGUO_WRITE_TEMPLATES") == "1")
            File.WriteAllBytes(path, written.ToArray());
        using var shipped = new MemoryStream(File.ReadAllBytes(path));
        Assert.Equal(Parts(written), Parts(shipped));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Template_HasOnlyKnownMarks(string name)
    {
        await using var office = await ReportOffice.OpenAsync();
        using var template = WordTemplate.Open(new MemoryStream(File.ReadAllBytes(RepositoryFolder.At("packs", "templates", name + ".docx"))));
        Assert.Empty(TemplateChecks.Check(template.Placeholders, await office.WordsAsync()).Select(problem => problem.Text));
    }

    [Fact]
    public async Task AnnualTemplate_AsksForEveryMeasureOfThePacks()
    {
        await using var office = await ReportOffice.OpenAsync();
        var words = await office.WordsAsync();
        using var template = WordTemplate.Open(new MemoryStream(File.ReadAllBytes(RepositoryFolder.At("packs", "templates", "年度工作总结.docx"))));
        var asked = template.Placeholders.Select(mark => SlotReader.Read(mark.Name, words).Value).SelectMany(slot => slot!.Headings).Select(heading => heading.Name).ToHashSet();
        Assert.Subset(asked, (await office.HeadingsAsync()).Select(heading => heading.Name).ToHashSet());
    }

    [Fact]
    public async Task AnnualAndHalfYearTemplates_AskForEveryBreakdown()
    {
        await using var office = await ReportOffice.OpenAsync();
        var words = await office.WordsAsync();
        foreach (var name in (string[])["年度工作总结", "半年工作总结"])
        {
            using var template = WordTemplate.Open(new MemoryStream(File.ReadAllBytes(RepositoryFolder.At("packs", "templates", name + ".docx"))));
            var asked = template.Placeholders.Select(mark => SlotReader.Read(mark.Name, words).Value).OfType<BreakdownSlot>().Select(slot => slot.Headings[0].Name).ToHashSet();
            Assert.Subset(asked, words.Measures.Where(measure => words.Options(measure).Count > 0).Select(measure => measure.Name).ToHashSet());
        }
    }

    // Names and contents of the XML parts; relation keys are made anew with every file.
    internal static List<string> Parts(MemoryStream docx)
    {
        docx.Position = 0;
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read, leaveOpen: true);
        return [.. zip.Entries.Where(entry => entry.FullName is "word/styles.xml" or "word/document.xml" or "word/settings.xml").OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "r:id=\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        })];
    }
}
