namespace Jinguo.Core.Tests.Boundaries;

/// <summary>Names come from the trade; an ending that says nothing hides what a thing is for.</summary>
public class NamingTests
{
    private static readonly string[] Empty =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Handler", "Info", "Dto", "Common", "Misc", "Impl"];

    [Fact]
    public void Types_AreNamedAfterTheTrade() =>
        Nothing(SourceFile.All.SelectMany(file => file.Types().Select(type => (file.Path, Name: type))));

    [Fact]
    public void FilesAndFolders_AreNamedAfterTheTrade() =>
        Nothing(SourceFile.All.SelectMany(file => file.Folders[1..]
            .Append(Path.GetFileName(file.Path).Split('.')[0])
            .Select(name => (file.Path, name))));

    [Theory]
    [InlineData("public sealed class GrantHandler { }")]
    [InlineData("internal record struct PersonInfo(string Name);")]
    [InlineData("public interface IGrantManager;")]
    public void Types_WithAnEmptyEnding_AreSeen(string code) =>
        Assert.Contains(SourceFile.Of("src/Jinguo.Core/Base/X.cs", code).Types(), IsEmpty);

    /// <summary>A tag helper is the framework's word for what it is, by which Razor finds it.</summary>
    private static bool IsEmpty(string name) =>
        Empty.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        && !name.EndsWith("TagHelper", StringComparison.Ordinal)
        && !name.EndsWith("TagHelpers", StringComparison.Ordinal);

    private static void Nothing(IEnumerable<(string Path, string Name)> named)
    {
        var sentences = named.Where(found => IsEmpty(found.Name)).Distinct()
            .Select(found => $"{found.Path}: '{found.Name}' ends in a word that says nothing; name it after what it is in the trade, or …Service, …Checks, …Facts, …Table, …Db, …Api, …Job.")
            .ToList();
        Assert.True(sentences.Count == 0, string.Join('\n', sentences));
    }
}
