using System.Text.RegularExpressions;
using Jinguo.Testing;
using Jinguo.Web.Pages.Audit;

namespace Jinguo.Web.Tests.Audit;

/// <summary>The audit administrator reads every act of the trail in words.</summary>
public sealed partial class AuditWordsTests
{
    [Fact]
    public void EveryActOfTheSources_HasItsWords()
    {
        var acts = Directory.GetFiles(RepositoryFolder.At("src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => WrittenAct().Matches(File.ReadAllText(file))).Select(act => act.Groups["act"].Value).Distinct().ToList();

        Assert.True(acts.Count > 30);
        Assert.DoesNotContain(acts, act => AuditWords.Act(act) == act);
    }

    // changes.Add(… "form.changed" …) and Log(draft, "form.changed") on one line.
    [GeneratedRegex(@"(?:hanges\.Add|\bLog)\([^\n]*?""(?<act>[a-z-]+\.[a-z-]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WrittenAct();
}
