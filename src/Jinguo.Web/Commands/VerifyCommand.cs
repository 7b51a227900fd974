using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Cases.Files;

namespace Jinguo.Web.Commands;

/// <summary><c>verify</c>: recomputes the stored sums from the facts and says where they differ; and whether the files of cases are there. It must never find any.</summary>
internal static class VerifyCommand
{
    private const int SampledBodies = 20;

    public static Command Create()
    {
        var command = new Command("verify", "按每一笔核对全部汇总数；有差错时退出码为1");
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, services => VerifyAsync(services, parsed.InvocationConfiguration.Output, cancel, isRecorded: true), cancel));
        return command;
    }

    /// <summary>Does it, and says what was found.</summary>
    /// <param name="services">The services.</param>
    /// <param name="output">Where it says so.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="isRecorded">True to write into the trail that it was done.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output, CancellationToken cancel, bool isRecorded = false)
    {
        var result = await services.GetRequiredService<FactVerification>().RunAsync(cancel);
        var own = await services.GetRequiredService<FigureVerification>().SampleAsync(SampledBodies, cancel);
        foreach (var cell in result.Differences)
            await output.WriteLineAsync($"汇总数不符：{cell.Organisation}（{cell.Code}） {cell.Measure} 分类{cell.Option} {cell.MonthOrYear}：存的是{cell.Stored}（{cell.StoredFacts}笔），应为{cell.Recomputed}（{cell.RecomputedFacts}笔）");
        foreach (var fault in result.Faults)
            await output.WriteLineAsync($"{fault.Text}：{fault.Fact}");
        foreach (var difference in own)
            await output.WriteLineAsync($"本级数不符：{difference.Organisation}（{difference.Code}） {difference.Measure}：合计减下级为{difference.Left}，本级记录为{difference.Own}");

        var (lost, files) = await services.GetRequiredService<CaseFileVerification>().RunAsync(cancel);
        foreach (var file in lost)
            await output.WriteLineAsync($"信访个案的材料不在文件夹里，或者不完整，请用备份恢复：{file}");

        if (isRecorded)
            await services.GetRequiredService<VerificationTrail>().RecordAsync(services.GetRequiredService<Actor>(), result, RegionPart.Whole, own.Count + lost.Count, cancel);
        var problems = result.Differences.Count + result.Faults.Count + own.Count + lost.Count;
        await output.WriteLineAsync(problems == 0
            ? $"核对了{result.Facts}笔、{result.Cells}个汇总数{(files == 0 ? "" : $"、{files}份信访个案的材料")}，全部一致。"
            : $"核对了{result.Facts}笔、{result.Cells}个汇总数，发现{problems}处不符。汇总数不符可用 ./jinguo figures rebuild 重新算出。");
        return problems == 0 ? CommandLine.Done : CommandLine.Problems;
    }
}
