using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Commands;

/// <summary><c>accounts officers</c> and <c>accounts reset</c>: who the three administrators are; a new initial password for one, which nobody may give on a page.</summary>
internal static class AccountsCommand
{
    public static Command Create() => new("accounts", "账号：三员，重置密码") { Officers(), Reset() };

    private static Command Officers()
    {
        var command = new Command("officers", "列出各顶级单位的三员：单位、角色、账号、姓名、状态；缺了谁，退出码为1");
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var (officers, isWhole) = (services.GetRequiredService<FirstOfficers>(), true);
            foreach (var body in await services.GetRequiredService<Db>().Organisations.AsNoTracking().Where(one => one.ParentId == null && one.ValidTo == null).OrderBy(one => one.Path).ToListAsync(cancel))
            {
                var known = await officers.ListAsync(body.Path, cancel);
                foreach (var one in known)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t', body.Name, one.Role.Name(), one.UserName, one.Name, one.IsPending ? "待批准" : "在任"));
                foreach (var role in FirstOfficers.All.Where(role => known.All(one => one.Role != role)))
                {
                    isWhole = false;
                    await Console.Error.WriteLineAsync($"{body.Name}还缺{role.Name()}。请系统管理员登录后，在“账号”的“三员”里补齐。");
                }
            }
            return isWhole ? CommandLine.Done : CommandLine.Problems;
        }, cancel));
        return command;
    }

    private static Command Reset()
    {
        var name = new Argument<string>("account") { Description = "账号，登录时用的那个" };
        var command = new Command("reset", "重置密码，给一个新的初始密码；原来的登录全部退出，记入操作记录") { name };
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var wanted = AccountChecks.Normal(parsed.GetRequiredValue(name));
            var account = await services.GetRequiredService<Db>().Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == wanted, cancel)
                ?? throw new CommandException(CommandLine.Usage, $"没有账号“{parsed.GetRequiredValue(name)}”。");
            var issued = (await services.GetRequiredService<AccountService>().ResetPasswordAsync(account.Id, account.Version, cancel)).ValueOr(CommandLine.Problems);
            await Console.Error.WriteLineAsync($"{issued.Name}（{issued.UserName}）的初始密码，登录后要换成自己的：");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(issued.Password);
            return CommandLine.Done;
        }, cancel));
        return command;
    }
}
