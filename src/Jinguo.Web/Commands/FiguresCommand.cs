using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Api;
using Jinguo.Web.Pages.Figures;

namespace Jinguo.Web.Commands;

/// <summary><c>figures</c>: prints the figures of a body; <c>figures rebuild</c>: makes the stored sums anew.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var period = new Option<string>("--period") { Description = $"期间：{Period.Forms}", Required = true };
        var measures = new Option<string[]>("--measure") { Description = "数据项代码，可写多次；分类写作 代码:分类；不写就列出有数的全部", DefaultValueFactory = _ => [] };
        var today = new Option<bool>("--tree-now") { Description = "各期都按现在的隶属关系计算" };
        var known = new Option<string?>("--known") { Description = "到哪一天为止入账的数，例如 2026-07-05" };
        var format = new Option<FigureFormat>("--format") { Description = "json、csv 或 table", DefaultValueFactory = _ => FigureFormat.Table };
        var command = new Command("figures", "输出一个组织在一个期间的数") { period, measures, today, known, format, Rebuild() };
        var organisation = new OrganisationOption(command);
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                if (!Period.TryParse(parsed.GetRequiredValue(period), out var span))
                    throw new CommandException(CommandLine.Usage, $"看不懂期间“{parsed.GetValue(period)}”，请写成 {Period.Forms}。");
                var view = FigureView.Of(parsed.GetValue(today) ? FigureView.TodaysTree : null, parsed.GetValue(known));
                if (parsed.GetValue(known) is { } day && view.KnownAt is null)
                    throw new CommandException(CommandLine.Usage, $"看不懂日期“{day}”，请写成 2026-07-05。");
                var body = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.FigureRead, cancel);
                var lines = (await FigureLine.ListAsync(services.GetRequiredService<FigureBook>(), body.Id, parsed.GetRequiredValue(measures), span, withChildren: false, view, cancel)).ValueOr(CommandLine.Usage);
                await FigureOutput.WriteAsync(parsed.InvocationConfiguration.Output, parsed.GetValue(format), lines, span, services.GetRequiredService<TimeProvider>().Today());
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static Command Rebuild()
    {
        var command = new Command("rebuild", "按每一笔重新算出全部汇总数");
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var cells = await services.GetRequiredService<SumRebuild>().RunAsync(cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"已重新算出{cells}个汇总数。");
                return CommandLine.Done;
            },
            cancel));
        return command;
    }
}
