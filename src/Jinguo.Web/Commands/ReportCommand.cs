using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;

namespace Jinguo.Web.Commands;

/// <summary><c>report</c>: makes the report of a body and writes its Word file; prints the path of the file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var period = new Option<string>("--period") { Description = $"期间：{Period.Forms}", Required = true };
        var template = new Option<string>("--template") { Description = "模板的名称，或一个 .docx 文件", DefaultValueFactory = _ => "年度工作总结" };
        var today = new Option<bool>("--tree-now") { Description = "各期都按现在的隶属关系计算" };
        var output = new Option<string>("--output", "-o") { Description = "写到哪个 .docx 文件", Required = true };
        var command = new Command("report", "按模板生成一个组织在一个期间的总结（Word）") { period, template, today, output };
        var organisation = new OrganisationOption(command);
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var actor = services.GetRequiredService<Actor>();
                var body = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.ReportWrite, cancel);
                var input = new NewReport(Guid.CreateVersion7(), body.Id, parsed.GetRequiredValue(period), parsed.GetRequiredValue(template), parsed.GetValue(today) ? FigureTree.AsIs : FigureTree.AsWas);
                var reports = services.GetRequiredService<ReportService>();
                var made = File.Exists(input.Template)
                    ? await reports.MakeAsync(input, new OpenedTemplate(Path.GetFileNameWithoutExtension(input.Template), await File.ReadAllBytesAsync(input.Template, cancel)), actor, cancel)
                    : await reports.MakeAsync(input, actor, cancel);
                var report = made.ValueOr(CommandLine.Usage);
                var reader = services.GetRequiredService<ReportReader>();
                var path = Path.GetFullPath(parsed.GetRequiredValue(output));
                try
                {
                    await File.WriteAllBytesAsync(path, await reader.ReadFileAsync((await reader.FindAsync(report.Id, cancel: cancel))!.Draft, cancel), cancel);
                }
                catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
                {
                    throw new CommandException(CommandLine.Problems, $"写不了文件 {path}：{cause.Message}");
                }
                await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
                return CommandLine.Done;
            },
            cancel));
        return command;
    }
}
