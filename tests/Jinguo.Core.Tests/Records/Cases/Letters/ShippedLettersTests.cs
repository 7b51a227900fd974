using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Tests.Reports;
using Jinguo.Office.Word;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Letters;

/// <summary>
/// The shipped letters. After a change of their words: <c>JINGUO_WRITE_TEMPLATES=1 dotnet test --filter ShippedLetters</c>
/// writes packs/cases/letters anew.
/// </summary>
public sealed class ShippedLettersTests
{
    public static TheoryData<string> Names => [.. LetterTexts.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Letter_IsWhatItsWordsSay_AndHasOnlyKnownMarks(string name)
    {
        using var written = new MemoryStream();
        WordWriter.Write(LetterTexts.All[name], HouseStyle.Standard, written);
        var path = RepositoryFolder.At("packs", "cases", "letters", name + ".docx");
        if (Environment.GetEnvironmentVariable("JINGUO_WRITE_TEMPLATES") == "1")
            File.WriteAllBytes(path, written.ToArray());
        using var shipped = new MemoryStream(File.ReadAllBytes(path));
        Assert.Equal(ShippedTemplatesTests.Parts(written), ShippedTemplatesTests.Parts(shipped));

        shipped.Position = 0;
        using var template = WordTemplate.Open(shipped);
        Assert.Empty(template.Placeholders.Where(mark => !mark.IsClosed || !LetterMarks.Known.Contains(mark.Name)).Select(mark => mark.Nearby));
    }

    [Fact]
    public void EveryLetterOfTheWords_HasATemplate_AndEveryTemplateIsOffered() =>
        Assert.Equal(LetterTexts.All.Keys.Order(), CaseDesk.Words.Letters.Select(letter => letter.Name).Order());
}
