using Jinguo.Core.Base.Forms;
using Jinguo.Testing;
using Jinguo.Web.Pages.Ledgers;

namespace Jinguo.Web.Tests.Ledgers;

public sealed class RecordWordsTests
{
    private static readonly PackSet Packs = PackReader.ReadFolder(RepositoryFolder.At("packs")).Packs;

    [Theory]
    [InlineData("training", "participants=50余", "50余人次")]
    [InlineData("reception", "visits=3", "3件次")]
    [InlineData("reception", "letters=2 calls=近20", "近22件次")]
    [InlineData("reception", "violence=1", "")]
    public void TheNumberBesideARecord_TakesTogetherWhatOneMeasureTakesTogether(string code, string filled, string number)
    {
        var type = Packs.GetType(code);
        var texts = filled.Split(' ').Select(pair => pair.Split('=')).Append(["day", "2024-05-04"]).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        Assert.Equal(number, RecordWords.MainNumber(type, RecordInput.Read(type, texts, 2024).Values));
    }
}
