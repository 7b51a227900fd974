using System.Text.RegularExpressions;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Boundaries;

/// <summary>One C# or Razor file of <c>src/</c>: where it stands, and what its code (not its comments and texts) names.</summary>
/// <param name="Path">Path from the repository's root, with slashes.</param>
/// <param name="Code">Its text without comments and string literals.</param>
internal sealed partial record SourceFile(string Path, string Code)
{
    /// <summary>Every source file that people wrote; migrations are generated.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = Load();

    /// <summary>Folders from the project on, such as <c>["Jinguo.Core", "Records", "Ledgers"]</c>.</summary>
    public string[] Folders { get; } = Path.Split('/')[1..^1];

    /// <summary>The namespace that the folders make.</summary>
    public string FolderNamespace => string.Join('.', Folders);

    /// <summary>The declared namespace, or null.</summary>
    public string? Namespace => NamespaceDeclaration().Match(Code) is { Success: true } found ? found.Groups["name"].Value : null;

    /// <summary>
    /// Namespaces of the product that the code names: in full anywhere, or from the enclosing namespace on
    /// (<c>Records.Aid.Grant</c> inside <c>Jinguo.Core</c>).
    /// </summary>
    public IEnumerable<string> Uses()
    {
        var body = NamespaceDeclaration().Replace(Code, "");
        var full = FullName().Matches(body).Select(match => match.Value);
        var relative = Folders is ["Jinguo.Core", ..]
            ? RelativeName().Matches(body).Select(match => $"Jinguo.Core.{match.Value}")
            : [];
        return full.Concat(relative).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Names of the types the file declares.</summary>
    public IEnumerable<string> Types() => TypeDeclaration().Matches(Code).Select(match => match.Groups["name"].Value);

    /// <summary>True where the code names this identifier or namespace.</summary>
    public bool Names(string identifier) => Regex.IsMatch(Code, $@"(?<![\w.]){Regex.Escape(identifier)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>Made from a text, for tests of the tests.</summary>
    public static SourceFile Of(string path, string text) => new(path, Literals().Replace(text, match => match.Value[0] == '/' ? " " : "\"\""));

    private static List<SourceFile> Load() =>
        [.. Directory.EnumerateFiles(RepositoryFolder.At("src"), "*.cs*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules" or "Migrations"))
            .Order(StringComparer.Ordinal)
            .Select(path => Of(path, File.ReadAllText(RepositoryFolder.At(path))))];

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\"{3}.*?\"{3}|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'""", RegexOptions.Singleline, 5000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"^\s*@?namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"(?<![\w.])Jinguo\.(?:Office|Core|Web)(?:\.\w+)*", RegexOptions.None, 5000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?:Records\.(?:Ledgers|Cases|Awards|Aid|Meetings|Services)|Reports\.(?:Templates|Writing|Checking)|Figures\.(?:Reading|Closing|Tables|Indicators|Assessment))\.\w+", RegexOptions.None, 5000)]
    private static partial Regex RelativeName();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TypeDeclaration();
}
