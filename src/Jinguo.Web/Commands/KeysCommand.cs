using System.CommandLine;
using Jinguo.Core.Base.Encryption;

namespace Jinguo.Web.Commands;

/// <summary><c>keys</c>: shows the data keys; <c>keys rotate</c>: adds one and seals everything with it; <c>keys reseal</c>: goes on with that.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var command = new Command("keys", "列出加密个人信息的数据密钥（只有名称和日期）") { Rotate(), Reseal() };
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var ring = services.GetRequiredService<DataKeyStore>().Keys;
                foreach (var key in ring.All)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"{key.Id} {key.MadeOn:yyyy-MM-dd}{(key == ring.Newest ? " 正在使用" : "")}");
                return CommandLine.Done;
            },
            cancel));
        return command;
    }

    private static Command Rotate()
    {
        var command = new Command("rotate", "换密钥：加一把新密钥，再用它把已加密的全部重新加密；中断后用 keys reseal 接着做");
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var added = (await services.GetRequiredService<KeyRotation>().AddKeyAsync(cancel)).ValueOr(CommandLine.Problems);
                await Console.Error.WriteLineAsync($"已加新密钥 {added}，请马上备份 {services.GetRequiredService<DataKeyStore>().File}。");
                return await ResealAsync(services, parsed.InvocationConfiguration.Output, cancel);
            },
            cancel));
        return command;
    }

    private static Command Reseal()
    {
        var command = new Command("reseal", "用正在使用的密钥重新加密其余的；可随时中断，再运行就接着做");
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(parsed, services => ResealAsync(services, parsed.InvocationConfiguration.Output, cancel), cancel));
        return command;
    }

    private static async Task<int> ResealAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var rows = await services.GetRequiredService<KeyRotation>().ResealAsync(
            (name, done, total) => Console.Error.WriteLineAsync($"{name}：{done}/{total}"), cancel);
        await output.WriteLineAsync($"已用密钥 {services.GetRequiredService<DataKeyStore>().Keys.Newest.Id} 重新加密{rows}行。旧密钥还要留着，备份里的数据要用它打开。");
        return CommandLine.Done;
    }
}
