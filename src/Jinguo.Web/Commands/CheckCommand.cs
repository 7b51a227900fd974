using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Jinguo.Web.Api;

namespace Jinguo.Web.Commands;

/// <summary><c>check</c>: reads the numbers of a draft, reckons them, and with a body and a period holds them against the books.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private enum CheckFormat
    {
        Text,
        Json,
        Docx,
    }

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "文稿：.docx、.txt 或带文字的 .pdf" };
        var period = new Option<string?>("--period") { Description = $"文稿写的期间：{Period.Forms}" };
        var today = new Option<bool>("--tree-now") { Description = "各期都按现在的隶属关系计算" };
        var format = new Option<CheckFormat>("--format") { Description = "text、json，或 docx（带批注的Word）", DefaultValueFactory = _ => CheckFormat.Text };
        var output = new Option<string?>("--output", "-o") { Description = "docx 写到哪个文件；不写就写在文稿旁边" };
        var command = new Command("check", "核稿：读出文稿里的数，互相算一遍；写明组织和期间就和台账对") { file, period, today, format, output };
        var organisation = new OrganisationOption(command, isRequired: false);
        var data = new DataOptions(command);
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var path = parsed.GetRequiredValue(file);
                var (content, draft) = await ReadAsync(path, cancel);
                if (!organisation.IsGiven(parsed) && parsed.GetValue(period) is null)
                {
                    var settings = data.Settings(parsed);
                    var read = DraftChecker.Read(draft, new(await File.ReadAllTextAsync(settings.LexiconPath, cancel)));
                    return await WriteAsync(parsed, parsed.GetValue(format), parsed.GetValue(output), path, content, draft, read, new(settings.PublicAddress), cancel);
                }
                if (!organisation.IsGiven(parsed) || !Period.TryParse(parsed.GetValue(period), out var span))
                    throw new CommandException(CommandLine.Usage, $"和台账对，请写明 --organisation 和 --period；期间写成 {Period.Forms}。");
                return await data.RunAsync(
                    parsed,
                    async services =>
                    {
                        var body = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.FigureRead, cancel);
                        var scope = new CheckScope(body.Id, span, parsed.GetValue(today) ? FigureTree.AsIs : FigureTree.AsWas);
                        var found = (await services.GetRequiredService<DraftChecker>().CheckAsync(draft, scope, cancel)).ValueOr(CommandLine.Usage);
                        return await WriteAsync(parsed, parsed.GetValue(format), parsed.GetValue(output), path, content, draft, found, services.GetRequiredService<ReportAddress>(), cancel);
                    },
                    cancel);
            }
            catch (CommandException problem)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return problem.ExitCode;
            }
        });
        return command;
    }

    private static async Task<(byte[] Content, DraftText Draft)> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            if (stream.Length > new DraftLimits().FileBytes)
                return ([], await DraftReader.ReadAsync(stream, cancel: cancel));
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, cancel);
            return (content, await DraftReader.ReadAsync(new MemoryStream(content), cancel: cancel));
        }
        catch (OfficeFormatException cause)
        {
            throw new CommandException(CommandLine.Problems, cause.Message);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(CommandLine.Usage, $"读不了文件 {path}：{cause.Message}");
        }
    }

    private static async Task<int> WriteAsync(ParseResult parsed, CheckFormat format, string? output, string path, byte[] content, DraftText draft, CheckedDraft found, ReportAddress address, CancellationToken cancel)
    {
        var target = parsed.InvocationConfiguration.Output;
        switch (format)
        {
            case CheckFormat.Json:
                await target.WriteLineAsync(JsonSerializer.Serialize(DraftAnswer.Of(found, address), Json));
                break;
            case CheckFormat.Docx:
                var word = CheckedWord.Write(draft.Kind == DraftKind.Word ? content : [], draft, DraftFinding.Of(found), [], "核稿", TimeProvider.System.GetUtcNow());
                var place = Path.GetFullPath(output ?? Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "（核稿）.docx"));
                try
                {
                    await File.WriteAllBytesAsync(place, word, cancel);
                }
                catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
                {
                    throw new CommandException(CommandLine.Problems, $"写不了文件 {place}：{cause.Message}");
                }
                await target.WriteLineAsync(place);
                break;
            default:
                await WriteTextAsync(target, found);
                break;
        }
        return CommandLine.Done;
    }

    private static async Task WriteTextAsync(TextWriter target, CheckedDraft found)
    {
        var findings = DraftFinding.Of(found);
        foreach (var finding in findings.Where(finding => finding.Kind != FindingKind.Agrees))
            await target.WriteLineAsync($"{finding.Kind.Name()}\t第{Line(found.Text, finding.Start)}行\t{finding.Title}\t{finding.Note}");
        await target.WriteLineAsync($"读出{found.Figures.Count}个数；" + string.Join("，", Enum.GetValues<FindingKind>().Select(kind => $"{kind.Name()}{findings.Count(finding => finding.Kind == kind)}处")) + "。");
    }

    private static int Line(string text, int place) => text.AsSpan(0, place).Count('\n') + 1;
}
