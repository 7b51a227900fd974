using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;
using Jinguo.Testing;
using Jinguo.Testing.Mentions;

namespace Jinguo.Core.Tests.Office.Mentions;

/// <summary>What nobody writes and somebody may send costs no more than its length. bench/ shows the time; here memory stands for it.</summary>
public class HostileTextTests
{
    private const int Bytes = 60_000;
    private static readonly MentionReader Reader = new(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));

    public static TheoryData<string> Names => [.. HostileText.All.Select(text => text.Name)];

    [Theory, MemberData(nameof(Names))]
    public void TwiceTheText_TakesTwiceTheMemory(string name)
    {
        var hostile = HostileText.All.Single(text => text.Name == name);
        Allocated(hostile.OfBytes(Bytes));
        var (once, twice) = (Allocated(hostile.OfBytes(Bytes)), Allocated(hostile.OfBytes(2 * Bytes)));
        Assert.InRange((double)twice / once, 1, 2.5);
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(RelationFinder.Find(text, Reader.Read(text)));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
