using System.CommandLine;
using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Api;

namespace Jinguo.Web.Commands;

/// <summary><c>table CODE</c>: fills a table of a body from the figures and writes it as a workbook, or as lines without a file.</summary>
internal static class TableCommand
{
    public static Command Create()
    {
        var code = new Argument<string>("code") { Description = "报表的代码，例如 training-activity" };
        var period = new Option<string>("--period") { Description = $"期间：{Period.Forms}", Required = true };
        var output = new Option<string?>("--output", "-o") { Description = "写到哪个 .xlsx 文件；不写就逐格输出（制表符分隔）" };
        var command = new Command("table", "按现在的数填一张报表，不保存") { code, period, output };
        var organisation = new OrganisationOption(command);
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                if (!Period.TryParse(parsed.GetRequiredValue(period), out var span))
                    throw new CommandException(CommandLine.Usage, $"看不懂期间“{parsed.GetValue(period)}”，请写成 {Period.Forms}。");
                var body = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.TableRead, cancel);
                var opened = (await services.GetRequiredService<TableReader>().PreviewAsync(parsed.GetRequiredValue(code), body.Id, span, cancel)).ValueOr(CommandLine.Usage);
                var said = parsed.InvocationConfiguration;
                if (parsed.GetValue(output) is { } file)
                    await said.Output.WriteLineAsync(await WriteAsync(file, opened, cancel));
                else
                    await WriteAsync(said.Output, opened);
                foreach (var failure in opened.Failures)
                    await said.Error.WriteLineAsync(failure.Text);
                return opened.Failures.Count == 0 ? CommandLine.Done : CommandLine.Problems;
            },
            cancel));
        return command;
    }

    private static async Task<string> WriteAsync(string file, OpenedTable opened, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file);
        try
        {
            await File.WriteAllBytesAsync(path, TablesApi.Workbook(opened), cancel);
            return path;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(CommandLine.Problems, $"写不了文件 {path}：{cause.Message}");
        }
    }

    private static async Task WriteAsync(TextWriter target, OpenedTable opened)
    {
        await target.WriteLineAsync(string.Join('\t', [opened.Definition.RowHeading, .. opened.Sheet.Columns.Select((line, column) => $"{TableHeadings.Number(opened.Sheet, column)} {line.Name}")]));
        foreach (var (line, cells) in opened.Sheet.Rows.Zip(opened.Sheet.Cells))
            await target.WriteLineAsync(string.Join('\t', [line.Name, .. cells.Select(cell => cell.Words ?? cell.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "")]));
    }
}
