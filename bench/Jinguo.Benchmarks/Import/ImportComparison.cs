using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Import;

internal static class ImportComparison
{
    public static Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ResultTable>>([]);
}
