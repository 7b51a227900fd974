using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Encryption;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Commands;

/// <summary><c>restore</c>: puts a backup into an empty place, brings it up to date as a start does, and proves figures and trail.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var backup = new Argument<string>("backup") { Description = "一份备份的文件夹，例如 /backup/20261123T020000Z" };
        var data = new Option<string>("--data") { Description = "恢复到这个数据文件夹；必须还没有，或者是空的", Required = true };
        var database = new Option<string?>("--database") { Description = "恢复到这个空的 PostgreSQL 数据库" };
        var keys = new Option<string?>("--keys") { Description = "存放密钥的文件夹（backup --keys 写的）" };
        var command = new Command("restore", "把备份恢复到空的地方，升级到现在的版本，再核对汇总数和操作记录") { backup, data, database, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var settings = Settings.FromEnvironment();
                settings.Data = parsed.GetRequiredValue(data);
                settings.Database = parsed.GetValue(database) ?? settings.Database;
                var from = Path.GetFullPath(parsed.GetRequiredValue(backup));
                CheckBackup(from);
                var restored = (await new RestoreService(Target(settings, parsed.GetValue(keys))).RunAsync(from, cancel)).ValueOr(CommandLine.Problems);
                await Console.Error.WriteLineAsync($"已恢复数据库和{restored.Files.Count}个文件，正在升级和核对……");
                return await DataOptions.RunAsync(() => settings, isAsItIs: false, services => ProveAsync(services, from, restored, parsed.InvocationConfiguration.Output, cancel), cancel);
            }
            catch (Exception problem) when (problem is CommandException or SettingsException)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return problem is CommandException { ExitCode: var code } ? code : CommandLine.Problems;
            }
        });
        return command;
    }

    private static async Task<int> ProveAsync(IServiceProvider services, string from, BackupManifest restored, TextWriter output, CancellationToken cancel)
    {
        await services.GetRequiredService<BackupTrail>().RecordAsync(services.GetRequiredService<Actor>(), from, restored, cancel);
        var figures = await VerifyCommand.VerifyAsync(services, output, cancel);
        var trail = await AuditCommand.VerifyAsync(services, sealFile: null, output, cancel);
        foreach (var file in restored.Lost)
            await output.WriteLineAsync($"备份时就没有这个文件：{file}");
        return figures == CommandLine.Done && trail == CommandLine.Done && restored.Lost.Count == 0 ? CommandLine.Done : CommandLine.Problems;
    }

    // The folder of all backups is what people write first.
    private static void CheckBackup(string from)
    {
        var names = new BackupFolder(from).List();
        if (names.Count > 0)
            throw new CommandException(CommandLine.Usage, $"{from} 里有{names.Count}份备份，请写明一份，例如 {Path.Combine(from, names[^1])}。");
    }

    // A ring that the settings name is the one that a start will use; else it is that of --keys.
    private static RestoreTarget Target(Settings settings, string? keys)
    {
        var isNamed = settings.DataKeys.Length > 0 || settings.DataKeysFile.Length > 0;
        var ring = isNamed || keys is null ? new DataKeyStore(settings.DataKeysPath, settings.DataKeys) : new DataKeyStore(Path.Combine(keys, KeyCopies.RingName));
        return new(settings.Data, settings.DatabaseOrFile, settings.Files, settings.Keys, ring, keys, settings.PostgresTools);
    }
}
