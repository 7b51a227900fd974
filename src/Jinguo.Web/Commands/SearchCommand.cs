using System.CommandLine;
using Jinguo.Web.Running;

namespace Jinguo.Web.Commands;

/// <summary><c>search rebuild</c>: writes the words of all records and reports anew.</summary>
internal static class SearchCommand
{
    public static Command Create() => new("search", "搜索") { Rebuild() };

    private static Command Rebuild()
    {
        var command = new Command("rebuild", "重建搜索用的字词；可随时中断，再运行就从头再做，不影响使用");
        var data = new DataOptions(command);
        command.SetAction((parsed, cancel) => data.RunAsync(
            parsed,
            async services =>
            {
                var done = await services.GetRequiredService<SearchRebuild>().RunAsync((at, total) => Console.Error.WriteLineAsync($"{at}/{total}"), cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
                return CommandLine.Done;
            },
            cancel));
        return command;
    }
}
