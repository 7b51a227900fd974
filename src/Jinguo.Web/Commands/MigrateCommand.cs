using System.CommandLine;
using Jinguo.Core.Base.Data;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Web.Commands;

/// <summary><c>migrate</c>: brings the schema up to date, as a start does; <c>migrate --plan</c>: shows what that would do and changes nothing; <c>migrate --distributed</c>: spreads tables over servers.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var plan = new Option<bool>("--plan") { Description = "只列出要做的变更和语句，不动数据库" };
        var distributed = new Option<bool>("--distributed") { Description = "升级之后，把大表按地区分到装有 Citus 扩展的各台 PostgreSQL 上" };
        var command = new Command("migrate", "把数据库升级到这个版本；启动时也会自动升级") { plan, distributed };
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => (parsed.GetValue(plan), parsed.GetValue(distributed)) switch
        {
            (true, false) => DataOptions.RunAsync(() => data.Settings(parsed), isAsItIs: true, services => PlanAsync(services, parsed.InvocationConfiguration.Output, cancel), cancel),
            (true, true) => DataOptions.RunAsync(() => data.Settings(parsed), isAsItIs: true, services => PlanDistributionAsync(services, parsed.InvocationConfiguration.Output, cancel), cancel),
            (false, true) => data.RunAsync(parsed, services => DistributeAsync(services, cancel), cancel),
            _ => data.RunAsync(parsed, _ => DoneAsync(), cancel),
        });
        return command;
    }

    // Opening the data has done it.
    private static async Task<int> DoneAsync()
    {
        await Console.Error.WriteLineAsync("数据库是这个版本的了。");
        return CommandLine.Done;
    }

    private static async Task<int> DistributeAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = Distributable(services);
        try
        {
            var done = await Distribution.DistributeAsync(db, cancel);
            await Console.Error.WriteLineAsync(done == 0 ? "大表已经按地区分好，没有要做的。" : "大表已经按地区分到各台服务器。");
            return CommandLine.Done;
        }
        catch (PostgresException problem)
        {
            throw new CommandException(CommandLine.Problems, problem.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported
                ? "这台 PostgreSQL 没有装 Citus 扩展，或者没有用 shared_preload_libraries 载入，请先安装。数据库没有改动。"
                : $"没有分成，数据库没有改动：{problem.MessageText}");
        }
    }

    private static async Task<int> PlanDistributionAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var db = Distributable(services);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new CommandException(CommandLine.Usage, "数据库还不是这个版本的，请先运行 migrate 升级，再看怎样分布。");
        var plan = await Distribution.PlanAsync(db, cancel);
        foreach (var statement in plan)
            await output.WriteLineAsync($"{statement};");
        await Console.Error.WriteLineAsync(plan.Count == 0 ? "大表已经按地区分好，没有要做的。" : $"共{plan.Count}条语句，在一个事务里执行，要么全成，要么不动。");
        return CommandLine.Done;
    }

    private static PostgresDb Distributable(IServiceProvider services) => services.GetRequiredService<Db>() is PostgresDb db
        ? db
        : throw new CommandException(CommandLine.Usage, "只有 PostgreSQL 可以分布，请用 --database 写明。");

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
