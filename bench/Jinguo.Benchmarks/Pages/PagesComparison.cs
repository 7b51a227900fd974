using System.Text.RegularExpressions;
using Jinguo.Benchmarks.Harness;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Jinguo.Testing.Weight;
using Jinguo.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Benchmarks.Pages;

/// <summary>Every page of the demonstration city as every role that opens it: statements and bytes beside their limits.</summary>
internal static partial class PagesComparison
{
    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        await using var host = await WebHost.StartAsync(empty: !options.Small);
        await (options.Small ? host.AddWorkAsync(host.City.All) : DemonstrationAsync(host, cancel));
        var weights = await PageRound.WeighAsync(host);
        var pages = weights.GroupBy(weight => weight.Address, StringComparer.Ordinal).Select(Row).OrderBy(row => (string)row[0], StringComparer.Ordinal).ToList();
        return
        [
            new(
                $"Pages of the demonstration city: at most {PageWeight.MostStatements} SQL statements, {Kilobytes(PageWeight.MostFirst):0} KB on a first visit, {Kilobytes(PageWeight.MostNext):0} KB on the next (brotli; the heaviest role's numbers)",
                ["page", "statements by role", "most", "page, KB", "first visit, KB", "next visit, KB", "within"],
                pages),
        ];
    }

    // One line a page: its numbers are those of the role for which they are largest.
    private static object[] Row(IGrouping<string, PageWeight> page) =>
    [
        Key().Replace(page.Key, "/…"),
        string.Join(", ", page.Select(weight => $"{weight.Visitor} {weight.Statements}")),
        (long)page.Max(weight => weight.Statements),
        Kilobytes(page.Max(weight => weight.Html)),
        Kilobytes(page.Max(weight => weight.First)),
        Kilobytes(page.Max(weight => weight.Next)),
        page.SelectMany(weight => weight.Excesses()).Any() ? "no" : "yes",
    ];

    [GeneratedRegex(@"/([0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=/|\?|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    private static double Kilobytes(int bytes) => bytes / 1024.0;

    private static async Task DemonstrationAsync(WebHost host, CancellationToken cancel)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        await scope.ServiceProvider.GetRequiredService<DemonstrationCity>().LoadAsync(cancel);
        Progress.Say("loaded the demonstration city");
    }
}
