using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>
/// The reader of figures against a plain regular expression and Microsoft's recognizers for Chinese numbers: speed, growth with
/// length, and how much of it is right.
/// </summary>
internal static class MentionsComparison
{
    public static async Task<IReadOnlyList<ResultTable>> RunAsync(BenchOptions options, CancellationToken cancel)
    {
        using var recognizers = await Recognizers.InstallAsync(cancel);
        return
        [
            .. await AccuracyComparison.RunAsync(recognizers, cancel),
            await TenPages.RunAsync(recognizers, cancel),
            .. await LengthComparison.RunAsync(options, recognizers, cancel),
            await HostileComparison.RunAsync(options, recognizers, cancel),
        ];
    }
}
