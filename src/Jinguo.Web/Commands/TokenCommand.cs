using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Commands;

/// <summary><c>token create</c>, <c>token list</c> and <c>token revoke</c>: keys by which programs use the API.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "接口令牌：发放，列出，作废") { Make(), List(), Revoke() };

    private static Command Make()
    {
        var name = new Option<string>("--name") { Description = "用途，例如：一表通", Required = true };
        var account = new Option<string>("--user") { Description = "令牌以哪个账号的名义操作", Required = true };
        var rights = new Option<string>("--rights") { Description = $"权限，用逗号隔开，不超过账号自己的：{string.Join("、", TokenChecks.Allowed)}", Required = true };
        var days = new Option<int>("--days") { Description = $"有效天数，最多{TokenChecks.MostDays}", DefaultValueFactory = _ => 90 };
        var command = new Command("create", "发放令牌；令牌只显示这一次，平台只存它的摘要") { name, account, rights, days };
        var organisation = new OrganisationOption(command);
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var body = await organisation.GetAsync(parsed, services.GetRequiredService<Visible>(), Right.Basic, cancel);
            var input = new NewToken(parsed.GetRequiredValue(name), parsed.GetRequiredValue(account), body.Id, Rights(parsed.GetRequiredValue(rights)), parsed.GetValue(days));
            var issued = (await services.GetRequiredService<TokenService>().MakeAsync(input, cancel)).ValueOr(CommandLine.Problems);
            await Console.Error.WriteLineAsync($"令牌“{issued.Token.Name}”有效到{China.Clock(issued.Token.ExpiresAt):yyyy-MM-dd HH:mm}，编号 {issued.Token.Id}。请马上存好，不会再显示：");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(issued.Text);
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "列出令牌：编号、名称、账号、单位、权限、到期日、状态、最近使用日");
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var now = services.GetRequiredService<TimeProvider>().Instant();
            foreach (var (token, user, body) in await services.GetRequiredService<TokenService>().ListAsync(cancel))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t', token.Id, token.Name, user, body, token.Rights, $"{China.Clock(token.ExpiresAt):yyyy-MM-dd}", State(token, now), token.LastUsed is { } day ? $"{day:yyyy-MM-dd}" : "没用过"));
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<Guid>("id") { Description = "编号，见 token list" };
        var command = new Command("revoke", "作废令牌，立即生效") { id };
        var data = new DataOptions(command, actsForUser: false);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, async services =>
        {
            var token = (await services.GetRequiredService<TokenService>().RevokeAsync(parsed.GetRequiredValue(id), cancel)).ValueOr(CommandLine.Problems);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{token.Id}\t{token.Name}\t已作废");
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static string State(AccessToken token, DateTime now) => token.RevokedAt is not null ? "已作废" : token.ExpiresAt <= now ? "已过期" : "有效";

    private static IReadOnlyCollection<Right> Rights(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word =>
            Enum.TryParse<Right>(word, ignoreCase: true, out var right) && Enum.IsDefined(right) && !int.TryParse(word, out _)
                ? right
                : throw new CommandException(CommandLine.Usage, $"没有权限“{word}”。可用的有：{string.Join("、", TokenChecks.Allowed)}。")),
    ];
}
