using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office;
using Jinguo.Office.Excel;

namespace Jinguo.Web.Commands;

/// <summary>
/// <c>import</c>: takes a workbook into the ledgers of a body. Standard output has one line per sheet (sheet, ledger, rows
/// read, added, there already, bad), standard error what is wrong, by row and column.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Excel（.xlsx、.xls）或 CSV 文件" };
        var type = new Option<string?>("--type") { Description = "台账的代码或名称；不写就按工作表的名称和表头认" };
        var goodOnly = new Option<bool>("--good-rows-only") { Description = "只导入没有问题的行；不写就是全部没有问题才导入" };
        var reason = new Option<string?>("--reason") { Description = "有的日期已经锁账时，写明为什么现在才导入" };
        var preview = new Option<bool>("--preview") { Description = "只核对，不写入" };
        var command = new Command("import", "导入一份台账；同一份导入两次不会重复") { file, type, goodOnly, reason, preview };
        var organisation = new OrganisationOption(command);
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var source = parsed.GetRequiredValue(file);
                if (!source.Exists)
                    throw new CommandException(CommandLine.Usage, $"没有文件“{source.FullName}”。");
                var home = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.LedgerWrite, cancel);
                var only = await TypeAsync(services, parsed.GetValue(type), cancel);
                var wish = new ImportWish(parsed.GetValue(goodOnly), Reason: parsed.GetValue(reason));
                var looksOnly = parsed.GetValue(preview);
                var found = looksOnly
                    ? await LookAsync(services, source, home, only, cancel)
                    : await WriteAsync(services, source, home, only, wish, cancel);
                await TellAsync(parsed.InvocationConfiguration, found, isWritten: looksOnly || found.Bad == 0 || wish.GoodRowsOnly);
                return found.Bad > 0 || found.Read == 0 ? CommandLine.Problems : CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static async Task<LedgerType?> TypeAsync(IServiceProvider services, string? wanted, CancellationToken cancel)
    {
        if (wanted is null)
            return null;
        var catalog = await services.GetRequiredService<RecordTypeCatalogCache>().GetAsync(services.GetRequiredService<Db>(), cancel);
        return catalog.All.FirstOrDefault(type => type.Type.Code == wanted || type.Type.Name == wanted)
            ?? throw new CommandException(CommandLine.Usage, $"没有台账“{wanted}”。可用的有：{string.Join("、", catalog.All.Select(type => $"{type.Type.Name}（{type.Type.Code}）"))}。");
    }

    private static async Task<ImportFindings> LookAsync(IServiceProvider services, FileInfo source, Organisation home, LedgerType? only, CancellationToken cancel)
    {
        var catalog = await services.GetRequiredService<RecordTypeCatalogCache>().GetAsync(services.GetRequiredService<Db>(), cancel);
        try
        {
            await using var content = source.OpenRead();
            using var file = Spreadsheet.Open(content, source.Name);
            var matching = FileMatcher.Match(file, source.Name, [.. catalog.Offered(home.Path).Select(type => type.Type)], only?.Type, services.GetRequiredService<TimeProvider>().Today().Year);
            return await services.GetRequiredService<LedgerImporter>().CheckAsync(file, matching, home, new(), Guid.Empty, tell: null, cancel);
        }
        catch (OfficeFormatException wrong)
        {
            throw new CommandException(CommandLine.Problems, wrong.Message);
        }
    }

    private static async Task<ImportFindings> WriteAsync(IServiceProvider services, FileInfo source, Organisation home, LedgerType? only, ImportWish wish, CancellationToken cancel)
    {
        var imports = services.GetRequiredService<ImportService>();
        await using var content = source.OpenRead();
        var key = Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow());
        (await imports.BringAsync(key, home.Id, source.Name, content, only?.Type.Code, cancel)).ValueOr(CommandLine.Problems);
        return (await imports.WriteAsync(key, wish, tell: null, cancel)).ValueOr(CommandLine.Problems);
    }

    private static async Task TellAsync(InvocationConfiguration console, ImportFindings found, bool isWritten)
    {
        foreach (var sheet in found.Sheets)
            await console.Output.WriteLineAsync($"{sheet.Sheet}\t{sheet.Ledger ?? "-"}\t{sheet.Read}\t{(isWritten ? sheet.Good : 0)}\t{sheet.AlreadyThere}\t{sheet.Bad}");
        foreach (var sheet in found.Sheets.Where(sheet => sheet.Ledger is null))
            await console.Error.WriteLineAsync($"工作表“{sheet.Sheet}”认不出是哪种台账，没有导入。请把表名改成台账的名称，或用 --type 指定。");
        foreach (var note in found.Notes)
            await console.Error.WriteLineAsync($"{note.Sheet} {note.Place}：{note.Text}");
        if (found.NotesInAll > found.Notes.Count)
            await console.Error.WriteLineAsync($"还有{found.NotesInAll - found.Notes.Count}处没有列出。");
        if (!isWritten)
            await console.Error.WriteLineAsync($"有{found.Bad}行要改，所以一行也没有写入。改好后再导入，或加 --good-rows-only 只导入没有问题的行。");
    }
}
