using System.CommandLine;
using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Commands;

/// <summary><c>audit verify</c>, <c>audit seal</c> and <c>audit archive</c>: the trail of who did what.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "操作记录：核验是否被改动，封存，归档") { Verify(), Seal(), Archive() };

    private static Command Verify()
    {
        var seal = new Option<string?>("--seal") { Description = "另存的封存文件：还能查出末尾被截去" };
        var archive = new Option<string?>("--archive") { Description = "只核验这个归档文件" };
        var command = new Command("verify", "核验全部操作记录；被改、被删、被插、被换的逐条列出，退出码为1") { seal, archive };
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(archive) is { } archiveFile)
                return await TellAsync(services, TrailArchive.VerifyAsync(() => Open(archiveFile), cancel), output, cancel) == 0 ? CommandLine.Done : CommandLine.Problems;
            return await VerifyAsync(services, parsed.GetValue(seal), output, cancel);
        }, cancel));
        return command;
    }

    /// <summary>Verifies the whole trail, and says what was found.</summary>
    /// <returns>The exit code.</returns>
    internal static async Task<int> VerifyAsync(IServiceProvider services, string? sealFile, TextWriter output, CancellationToken cancel)
    {
        var verification = services.GetRequiredService<TrailVerification>();
        var found = await TellAsync(services, verification.RunAsync(cancel: cancel), output, cancel);
        await services.GetRequiredService<TrailAudit>().RecordAsync(verification, found, cancel);
        var isWhole = found == 0;
        if (sealFile is not null)
            isWhole &= await TellAsync(services, services.GetRequiredService<SealFile>().CompareAsync(() => Open(sealFile), cancel), output, cancel) == 0;
        await output.WriteLineAsync($"核验了{verification.Entries}条操作记录、{verification.Seals}次封存，{(isWhole ? "没有发现改动。" : "发现的问题见上面各行。")}");
        return isWhole ? CommandLine.Done : CommandLine.Problems;
    }

    private static Command Seal()
    {
        var file = new Option<string>("--output") { Description = "封存文件，请存到别的机器或光盘", Required = true };
        var command = new Command("seal", "封存现在的操作记录，另存一份：以后核验时用") { file };
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            await using var output = CreateFile(parsed.GetRequiredValue(file));
            var seal = await services.GetRequiredService<SealFile>().WriteAsync(output, cancel)
                ?? throw new CommandException(CommandLine.Problems, "还没有操作记录，没有什么可封存。");
            output.Flush(flushToDisk: true);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{seal.Number}\t{China.Clock(seal.At):yyyy-MM-dd HH:mm:ss}\t{seal.Hash}");
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static Command Archive()
    {
        var before = new Option<DateOnly>("--before") { Description = "归档这一天以前的，例如2026-01-01；至少保留6个月", Required = true };
        var file = new Option<string>("--output") { Description = "归档文件", Required = true };
        var command = new Command("archive", "把较早的操作记录写入可核验的文件，再从库中移出") { before, file };
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var name = parsed.GetRequiredValue(file);
            try
            {
                await using var output = CreateFile(name);
                var archived = (await services.GetRequiredService<TrailArchive>().RunAsync(parsed.GetRequiredValue(before), services.GetRequiredService<Settings>().TrailMonths, output, services.GetRequiredService<Actor>(), cancel)).ValueOr(CommandLine.Problems);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{archived.Entries}\t{archived.Bodies}\t{archived.Hash}");
                return CommandLine.Done;
            }
            catch (CommandException problem) when (problem.ExitCode == CommandLine.Problems)
            {
                File.Delete(name);
                throw;
            }
        }, cancel));
        return command;
    }

    // How many there are.
    private static async Task<int> TellAsync(IServiceProvider services, IAsyncEnumerable<TrailFinding> findings, TextWriter output, CancellationToken cancel)
    {
        var found = 0;
        try
        {
            await foreach (var finding in findings.WithCancellation(cancel))
            {
                found++;
                await output.WriteLineAsync(await WordsAsync(services.GetRequiredService<Db>(), finding, cancel));
            }
        }
        catch (InvalidDataException)
        {
            throw new CommandException(CommandLine.Problems, "文件不完整、被改过，或者不是本平台的封存、归档文件。");
        }
        return found;
    }

    private static async Task<string> WordsAsync(Db db, TrailFinding finding, CancellationToken cancel)
    {
        var body = finding.OrganisationId == 0 ? "平台" : await db.Organisations.Where(one => one.Id == finding.OrganisationId).Select(one => one.Name + "（" + one.Code + "）").SingleOrDefaultAsync(cancel) ?? $"组织{finding.OrganisationId}";
        var numbers = finding.Last > finding.Number ? $"第{finding.Number}至{finding.Last}号" : $"第{finding.Number}号";
        var act = finding.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"\t{China.Clock(at):yyyy-MM-dd HH:mm:ss}\t{finding.Act}") : "";
        return $"{TrailWords.Of(finding.Fault)}\t{body}\t{numbers}{act}";
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (IOException)
        {
            throw new CommandException(CommandLine.Usage, $"打不开文件 {file}。");
        }
    }

    // Never over a file that is there: it may be the proof.
    private static FileStream CreateFile(string file)
    {
        try
        {
            return new(file, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException)
        {
            throw new CommandException(CommandLine.Usage, $"不能写入 {file}：文件已经存在，或文件夹不可写。请换一个文件名。");
        }
    }
}
