using Jinguo.Web.Setup;

namespace Jinguo.Web.Demonstration;

/// <summary>Loads the demonstration at start and tells who may sign in.</summary>
internal static class DemonstrationStart
{
    /// <summary>Loads the city on the first start; prints the accounts on every start, from the note beside the data.</summary>
    public static async Task LoadDemonstrationAsync(this IServiceProvider provider, Settings settings)
    {
        var note = Path.Combine(settings.Data, "demonstration.txt");
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Core.Base.Access.Actor.CommandLine;
        if (!await scope.ServiceProvider.GetRequiredService<DemonstrationCity>().NeededAsync())
        {
            if (File.Exists(note))
                Console.WriteLine(await File.ReadAllTextAsync(note));
            return;
        }

        Console.WriteLine("第一次启动，正在装入演示市和两年的工作，约一分钟……");
        var accounts = await scope.ServiceProvider.GetRequiredService<DemonstrationCity>().LoadAsync();
        await using (var county = provider.CreateAsyncScope())
        {
            county.ServiceProvider.GetRequiredService<CurrentActor>().Actor = accounts.Chair;
            await county.ServiceProvider.GetRequiredService<DemonstrationCases>().LoadAsync(accounts.Officer.AccountId!.Value);
        }
        await using (var county = provider.CreateAsyncScope())
        {
            county.ServiceProvider.GetRequiredService<CurrentActor>().Actor = accounts.Officer;
            await county.ServiceProvider.GetRequiredService<DemonstrationCases>().AskAsync();
        }
        var text = $"演示：{accounts.City}。账号（密码都是 {accounts.Password}）：\n  {string.Join("\n  ", accounts.Lines)}";
        await File.WriteAllTextAsync(note, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(note, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Console.WriteLine(text);
    }
}
