using System.CommandLine;
using Jinguo.Core.Base.Data;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Commands;

/// <summary><c>migrate</c>: brings the schema up to date, as a start does; <c>migrate --plan</c>: shows what that would do and changes nothing.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var plan = new Option<bool>("--plan") { Description = "只列出要做的变更和语句，不动数据库" };
        var command = new Command("migrate", "把数据库升级到这个版本；启动时也会自动升级") { plan };
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => parsed.GetValue(plan)
            ? DataOptions.RunAsync(() => data.Settings(parsed), isAsItIs: true, services => PlanAsync(services, parsed.InvocationConfiguration.Output, cancel), cancel)
            : data.RunAsync(parsed, _ => DoneAsync(), cancel));
        return command;
    }

    // Opening the data has done it.
    private static async Task<int> DoneAsync()
    {
        await Console.Error.WriteLineAsync("数据库是这个版本的了。");
        return CommandLine.Done;
    }

    private static async Task<int> PlanAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<Settings>();
        if (settings.Database.Length == 0 && !File.Exists(settings.DatabaseOrFile))
            throw new CommandException(CommandLine.Usage, $"{settings.Data} 里没有数据库，请用 --data 写明数据文件夹，或用 --database 写明 PostgreSQL。");
        var changes = await MigrationPlan.ReadAsync(services.GetRequiredService<Db>(), cancel);
        foreach (var change in changes)
        {
            await output.WriteLineAsync($"-- {change.Name}：{(change.IsExpansion ? "只增加，旧版可以同时运行" : "先停旧版，再升级")}");
            await output.WriteLineAsync(change.Sql.TrimEnd());
        }
        await Console.Error.WriteLineAsync(changes.Count == 0 ? "数据库已经是这个版本的，没有要做的变更。"
            : changes.All(change => change.IsExpansion) ? $"有{changes.Count}项变更，都只增加：可以先升级数据库，再逐个换上新版。"
            : $"有{changes.Count}项变更，其中{changes.Count(change => !change.IsExpansion)}项要先停旧版。请先备份。");
        return CommandLine.Done;
    }
}
