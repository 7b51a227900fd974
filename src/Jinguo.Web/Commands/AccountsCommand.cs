using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Commands;

/// <summary><c>accounts reset</c>: a new initial password, for administrators whose password nobody may reset on a page.</summary>
internal static class AccountsCommand
{
    public static Command Create() => new("accounts", "账号：重置密码") { Reset() };

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
