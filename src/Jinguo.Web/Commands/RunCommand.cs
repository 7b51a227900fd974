using System.CommandLine;
using Jinguo.Core.Base.Encryption;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Connections;

namespace Jinguo.Web.Commands;

/// <summary>How the product is to be served.</summary>
/// <param name="HostArguments">Arguments for the web host, such as <c>--urls=…</c>.</param>
/// <param name="Empty">True to begin with the first-run page instead of the demonstration city.</param>
/// <param name="Demonstration">True to load the demonstration city into an empty database.</param>
public sealed record RunOptions(IReadOnlyList<string> HostArguments, bool Empty = false, bool Demonstration = false)
{
    /// <summary>Where the program's own files lie, wherever it was started from; null lets the arguments decide.</summary>
    public string? ContentRoot { get; init; }
}

/// <summary><c>run</c>: serves the product, at first with the demonstration city.</summary>
internal static class RunCommand
{
    public static Command Create(Func<RunOptions, Task> serve)
    {
        var urls = new Option<string>("--urls") { Description = "网址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var empty = new Option<bool>("--empty") { Description = "不装演示数据，从建库页开始" };
        var data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => "data" };
        var database = new Option<string>("--database") { Description = "PostgreSQL 连接串；不写就用数据文件夹里的数据库", DefaultValueFactory = _ => "" };
        var command = new Command("run", "启动平台；第一次启动会装好一个演示市") { urls, empty, data, database };
        command.SetAction(async (parsed, _) =>
        {
            var arguments = new List<string> { $"--urls={parsed.GetValue(urls)}" };
            if (parsed.GetResult(data) is { Implicit: false })
                arguments.Add($"--Jinguo:Data={parsed.GetValue(data)}");
            if (parsed.GetResult(database) is { Implicit: false })
                arguments.Add($"--Jinguo:Database={parsed.GetValue(database)}");
            var isEmpty = parsed.GetValue(empty);
            try
            {
                await serve(new(arguments, Empty: isEmpty, Demonstration: !isEmpty) { ContentRoot = AppContext.BaseDirectory });
                return CommandLine.Done;
            }
            catch (IOException exception) when (exception.InnerException is AddressInUseException)
            {
                await Console.Error.WriteLineAsync($"{parsed.GetValue(urls)} 已被占用：可能平台已经启动。请先停掉它，或用 --urls 换一个网址。");
                return CommandLine.Problems;
            }
            catch (Exception problem) when (problem is DataKeysException or SettingsException)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return CommandLine.Problems;
            }
        });
        return command;
    }
}
