using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Commands;

/// <summary>The options every verb that works on data has: where the data is, and in whose name it acts.</summary>
internal sealed class DataOptions
{
    private readonly Option<string> data = new("--data") { Description = "数据文件夹", DefaultValueFactory = _ => "data" };
    private readonly Option<string> database = new("--database") { Description = "PostgreSQL 连接串；不写就用数据文件夹里的数据库", DefaultValueFactory = _ => "" };
    private readonly Option<string?> user = new("--user") { Description = "以哪个账号的名义操作；不写就记为“命令行”" };

    /// <param name="command">The verb.</param>
    /// <param name="actsForUser">False for a verb that is always recorded as the command line's.</param>
    public DataOptions(Command command, bool actsForUser = true)
    {
        command.Options.Add(data);
        command.Options.Add(database);
        if (actsForUser)
            command.Options.Add(user);
    }

    public Settings Settings(ParseResult parsed)
    {
        var settings = Setup.Settings.FromEnvironment();
        if (parsed.GetResult(data) is { Implicit: false })
            settings.Data = parsed.GetRequiredValue(data);
        if (parsed.GetResult(database) is { Implicit: false })
            settings.Database = parsed.GetRequiredValue(database);
        return settings;
    }

    /// <summary>
    /// Opens the data and does the work in the name of the command line or of <c>--user</c>. A <see cref="CommandException"/>
    /// becomes its message on standard error and its exit code.
    /// </summary>
    public Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken cancel) =>
        RunAsync(() => Settings(parsed), isAsItIs: false, parsed.GetResult(user) is null ? null : parsed.GetValue(user), work, cancel);

    /// <summary>The same where the settings are known, in the name of the command line.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="isAsItIs">True to leave folder and schema as they are: an earlier version's too.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Stops.</param>
    public static Task<int> RunAsync(Func<Settings> settings, bool isAsItIs, Func<IServiceProvider, Task<int>> work, CancellationToken cancel) =>
        RunAsync(settings, isAsItIs, userName: null, work, cancel);

    private static async Task<int> RunAsync(Func<Settings> read, bool isAsItIs, string? userName, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        try
        {
            var settings = read();
            if (!isAsItIs)
                Directory.CreateDirectory(settings.Data);
            await using var provider = new ServiceCollection()
                .AddLogging()
                .AddJinguo(settings)
                .BuildServiceProvider(validateScopes: true);
            await using var scope = provider.CreateAsyncScope();
            if (!isAsItIs)
                await scope.ServiceProvider.PrepareAsync(cancel);
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = await ActorAsync(scope.ServiceProvider, userName, cancel);
            return await work(scope.ServiceProvider);
        }
        catch (CommandException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return problem.ExitCode;
        }
        catch (Exception problem) when (problem is DataKeysException or SettingsException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return CommandLine.Problems;
        }
    }

    private static async Task<Actor> ActorAsync(IServiceProvider provider, string? userName, CancellationToken cancel)
    {
        if (userName is null)
            return Actor.CommandLine;
        var db = provider.GetRequiredService<Db>();
        var normalized = userName.Normalize().ToUpperInvariant();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == normalized, cancel)
            ?? throw new CommandException(CommandLine.Usage, $"没有账号“{userName}”。请核对 --user。");
        return await SignedIn.FindActorAsync(db, account.Id, organisationId: 0, account.SecurityStamp, cancel)
            ?? throw new CommandException(CommandLine.Usage, $"账号“{userName}”已停用，或者还没有获得批准。");
    }
}
