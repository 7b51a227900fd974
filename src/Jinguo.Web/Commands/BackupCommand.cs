using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Encryption;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Commands;

/// <summary><c>backup</c>: makes a backup while the product runs; <c>backup check</c>: reads one and holds it against its hashes. The schema is left as it is.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "备份文件夹；不写就用设置 BackupFolder", Arity = ArgumentArity.ZeroOrOne };
        var keys = new Option<string?>("--keys") { Description = "另外把密钥写到这个文件夹；不能在备份文件夹里面" };
        var keep = new Option<int?>("--keep") { Description = "只留最近几份，更早的删掉；不写就都留着" };
        var command = new Command("backup", "备份数据库和文件，平台可以照常运行；密钥不在里面") { folder, keys, keep, Check() };
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => DataOptions.RunAsync(
            () => data.Settings(parsed),
            isAsItIs: true,
            services => MakeAsync(services, parsed.GetValue(folder), parsed.GetValue(keys), parsed.GetValue(keep), parsed.InvocationConfiguration.Output, cancel),
            cancel));
        return command;
    }

    private static async Task<int> MakeAsync(IServiceProvider services, string? given, string? keys, int? keep, TextWriter output, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<Settings>();
        var folder = (given ?? "").Length > 0 ? given! : settings.BackupFolder;
        if (folder.Length == 0)
            throw new CommandException(CommandLine.Usage, "请写明备份文件夹，例如 ./jinguo backup /backup；或用设置 Jinguo__BackupFolder 写明。");
        if (keep is < 1)
            throw new CommandException(CommandLine.Usage, "--keep 至少是1。");
        if (settings.Database.Length == 0 && !File.Exists(settings.DatabaseOrFile))
            throw new CommandException(CommandLine.Usage, $"{settings.Data} 里没有数据库，请用 --data 写明数据文件夹，或用 --database 写明 PostgreSQL。");
        // Looked at first: a backup without the keys that were asked for would seem complete.
        if (keys is not null && KeyCopies.CheckPlace(keys, folder) is { } wrong)
            throw new CommandException(CommandLine.Usage, wrong.Text);

        var (trail, actor) = (services.GetRequiredService<BackupTrail>(), services.GetRequiredService<Actor>());
        var made = await services.GetRequiredService<BackupService>().MakeAsync(folder, keep, cancel);
        if (!made.Done)
            await RecordFailureAsync(trail, actor, made.Problems, cancel);
        var backup = made.ValueOr(CommandLine.Problems);
        await trail.RecordAsync(actor, backup, cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{backup.Path}\t{backup.Length}\t{backup.Files}"));
        if (keys is not null)
        {
            var ring = (await KeyCopies.WriteAsync(services.GetRequiredService<DataKeyStore>(), settings.Keys, keys, folder, cancel)).ValueOr(CommandLine.Problems);
            await Console.Error.WriteLineAsync($"密钥写在 {ring}。请和备份分开保管。");
        }
        else
        {
            await Console.Error.WriteLineAsync("备份里没有密钥。请用 --keys 另外存一份，和备份分开保管：没有密钥，加密的个人信息和个案就打不开了。");
        }
        foreach (var file in backup.Lost)
            await Console.Error.WriteLineAsync($"数据文件夹里没有这个文件，或者它已损坏，备份里也就没有：{file}");
        return backup.Lost.Count == 0 ? CommandLine.Done : CommandLine.Problems;
    }

    private static async Task RecordFailureAsync(BackupTrail trail, Actor actor, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        try
        {
            await trail.RecordAsync(actor, problems, cancel);
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException { InnerException: DbException })
        {
            // It may be the database that failed: the message on the terminal tells.
        }
    }

    private static Command Check()
    {
        var backup = new Argument<string>("backup") { Description = "一份备份的文件夹，例如 /backup/20261123T020000Z" };
        var command = new Command("check", "读一遍备份，逐个文件核对；有缺失、损坏时逐条列出，退出码为1") { backup };
        command.SetAction(async (parsed, cancel) =>
        {
            var found = await BackupCheck.RunAsync(parsed.GetRequiredValue(backup), cancel);
            foreach (var problem in found.Problems)
                await parsed.InvocationConfiguration.Output.WriteLineAsync(problem.Text);
            if (!found.Done)
                return CommandLine.Problems;
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"备份完好：数据库和{found.Value.Files.Count}个文件都与备份时一致。");
            return CommandLine.Done;
        });
        return command;
    }
}
