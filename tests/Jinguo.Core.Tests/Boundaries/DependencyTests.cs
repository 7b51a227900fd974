using System.Text.Json;
using System.Xml.Linq;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Boundaries;

/// <summary>Nothing that others made comes in without a reason that is written down.</summary>
public class DependencyTests
{
    [Fact]
    public void Packages_EachHaveTheirLineInTheList()
    {
        var list = File.ReadAllText(RepositoryFolder.At("docs", "dependencies.md"));
        var unexplained = NuGet().Concat(Npm()).Where(package => !list.Contains($"| {package} |", StringComparison.Ordinal)).ToList();

        Assert.True(unexplained.Count == 0, $"Add a line with licence and reason to docs/dependencies.md for: {string.Join(", ", unexplained)}");
    }

    [Fact]
    public void Packages_AreWrittenInTheListOnlyWhileTheyAreUsed()
    {
        var used = NuGet().Concat(Npm()).Concat(["dotnet-ef", "Microsoft.EntityFrameworkCore.Design"]).ToHashSet(StringComparer.Ordinal);
        var listed = File.ReadLines(RepositoryFolder.At("docs", "dependencies.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim())
            .Where(name => name != "package");

        Assert.DoesNotContain(listed, name => !used.Contains(name));
    }

    private static IEnumerable<string> NuGet() =>
        XDocument.Load(RepositoryFolder.At("Directory.Packages.props")).Descendants("PackageVersion").Select(version => version.Attribute("Include")!.Value);

    // The product's, what ./jinguo bench compares with, and the newer server of the tests.
    private static IEnumerable<string> Npm() => Npm(RepositoryFolder.At("src", "Jinguo.Web", "package.json"))
        .Concat(Npm(RepositoryFolder.At("bench", "recognizers", "package.json")))
        .Concat(Npm(RepositoryFolder.At("tools", "postgres", "package.json")));

    private static List<string> Npm(string file)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(file));
        var root = package.RootElement;
        return [.. ((string[])["dependencies", "devDependencies"])
            .SelectMany(kind => root.TryGetProperty(kind, out var packages) ? packages.EnumerateObject().Select(entry => entry.Name) : [])];
    }
}
