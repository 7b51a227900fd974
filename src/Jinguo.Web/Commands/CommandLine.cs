using System.CommandLine;

namespace Jinguo.Web.Commands;

/// <summary>The verbs of the product. Each is a small class; all work through the same services as the pages.</summary>
public static class CommandLine
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: it ran, and found or met problems.</summary>
    public const int Problems = 1;

    /// <summary>Exit code: the command was not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Runs the verb in the arguments. Without a verb the product is served, as hosts of tests expect.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <param name="serve">Serves the product until it is stopped.</param>
    public static async Task<int> RunAsync(string[] args, Func<RunOptions, Task> serve)
    {
        if (args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")))
        {
            await serve(new(args));
            return Done;
        }

        var root = new RootCommand("巾帼：妇联工作平台。一笔工作只记一次，上面的数都从这里来。")
        {
            RunCommand.Create(serve),
            ImportCommand.Create(),
            FiguresCommand.Create(),
            TableCommand.Create(),
            ReportCommand.Create(),
            CheckCommand.Create(),
            VerifyCommand.Create(),
            MigrateCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            AuditCommand.Create(),
            OrganisationsCommand.Create(),
            KeysCommand.Create(),
            SearchCommand.Create(),
            TokenCommand.Create(),
            AccountsCommand.Create(),
        };
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"用法见：./jinguo {(result.CommandResult.Command == root ? "" : result.CommandResult.Command.Name + " ")}--help");
            return Usage;
        }
        return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
