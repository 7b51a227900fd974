using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations.Divisions;

namespace Jinguo.Web.Setup;

/// <summary>What the first-run page asks for.</summary>
/// <param name="Region">2, 4 or 6 digits of the body's division.</param>
/// <param name="Villages">True to load down to the villages; false to stop at the counties, which are shipped.</param>
/// <param name="Officers">The administrators.</param>
public sealed record FirstRunInput(string Region, bool Villages, IReadOnlyList<FirstOfficer> Officers);

/// <summary>
/// The beginning of an installation: the tree of the body chosen, then its three administrators. It runs beside the requests,
/// for a province takes some seconds; when it breaks off nothing is half done, and it may be begun anew.
/// </summary>
public sealed class FirstRun(IServiceScopeFactory scopes, ILogger<FirstRun> log)
{
    private readonly Lock access = new();
    private Task? running;
    private volatile bool isOver;

    /// <summary>Bodies written of all; the total is 0 while the divisions are being fetched.</summary>
    public (int Done, int Total) Progress { get; private set; }

    /// <summary>Why the last attempt stopped; empty while all is well.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>True while it works.</summary>
    public bool IsRunning => running is { IsCompleted: false };

    /// <summary>True until there is an account. Asks the database only until then.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel)
    {
        if (isOver)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        isOver = !await scope.ServiceProvider.GetRequiredService<FirstOfficers>().IsNobodyThereAsync(cancel);
        return !isOver;
    }

    /// <summary>Begins, unless it is at work already.</summary>
    public void Start(FirstRunInput input)
    {
        lock (access)
        {
            if (IsRunning)
                return;
            (Progress, Problems) = ((0, 0), []);
            running = Task.Run(() => RunAsync(input));
        }
    }

    /// <summary>Waits for the work in hand.</summary>
    public Task WaitAsync() => running ?? Task.CompletedTask;

    private async Task RunAsync(FirstRunInput input)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = FirstOfficers.Actor;
            Problems = await MakeAsync(scope.ServiceProvider, input);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "The first run failed");
            Problems = [new("first-run.failed", "没有办成：程序出错，已记入日志。请重试，仍不行请联系技术支持。")];
        }
    }

    private async Task<IReadOnlyList<Problem>> MakeAsync(IServiceProvider services, FirstRunInput input)
    {
        if (!await services.GetRequiredService<FirstOfficers>().IsNobodyThereAsync())
            return [new("first-run.over", "已经有账号了，请直接登录。")];
        var divisions = await DivisionsAsync(services, input);
        if (!divisions.Done)
            return divisions.Problems;
        var loaded = await services.GetRequiredService<DivisionLoader>().LoadAsync(input.Region, divisions.Value, new Told(this));
        if (!loaded.Done)
            return loaded.Problems;
        return (await services.GetRequiredService<FirstOfficers>().AddAsync(loaded.Value.Top, input.Officers)).Problems;
    }

    private static async Task<Outcome<IReadOnlyList<Division>>> DivisionsAsync(IServiceProvider services, FirstRunInput input)
    {
        if (!input.Villages)
            return Outcome<IReadOnlyList<Division>>.With(ShippedDivisions.All, []);
        var folder = await services.GetRequiredService<DivisionPackage>().GetFolderAsync();
        return folder.Done
            ? Outcome<IReadOnlyList<Division>>.With(DivisionFiles.Read(folder.Value, input.Region), [])
            : Outcome<IReadOnlyList<Division>>.Refused(folder.Problems);
    }

    private sealed class Told(FirstRun run) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => run.Progress = value;
    }
}

/// <summary>Leads every page to the first-run page until there is an account.</summary>
public static class FirstRunMiddleware
{
    /// <summary>Stands before routing and after the assets.</summary>
    public static IApplicationBuilder UseFirstRun(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments("/setup") && !path.StartsWithSegments("/elder") && !Outage.Is(context)
            && await context.RequestServices.GetRequiredService<FirstRun>().IsNeededAsync(context.RequestAborted))
        {
            context.Response.Redirect("/setup");
            return;
        }
        await next();
    });
}
