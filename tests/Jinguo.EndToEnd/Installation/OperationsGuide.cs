using System.Text.RegularExpressions;
using Jinguo.Testing;

namespace Jinguo.EndToEnd.Installation;

/// <summary>The commands of docs/operations.md, as administrators read them: a block below <c>&lt;!-- step: name --&gt;</c> is a step.</summary>
internal static partial class OperationsGuide
{
    private static readonly Dictionary<string, string> All = Read();

    /// <summary>Names of all steps, in the order of the page.</summary>
    public static IEnumerable<string> Steps => All.Keys;

    /// <summary>The commands of a step.</summary>
    public static string Commands(string step) => All[step];

    private static Dictionary<string, string> Read() =>
        Step().Matches(File.ReadAllText(RepositoryFolder.At("docs", "operations.md"))).ToDictionary(found => found.Groups["name"].Value, found => found.Groups["commands"].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"^<!-- step: (?<name>\w+) -->\n```sh\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
