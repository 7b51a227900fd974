using Jinguo.Web.Api;
using Jinguo.Web.Commands;
using Jinguo.Web.Demonstration;
using Jinguo.Web.Running;
using Jinguo.Web.Running.Watching;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;

return await CommandLine.RunAsync(args, ServeAsync);

static async Task ServeAsync(RunOptions run)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. run.HostArguments], ContentRootPath = run.ContentRoot });
    builder.WebHost.UseStaticWebAssets();
    builder.Configuration.AddSecretFiles();
    var settings = Settings.Read(builder.Configuration);
    settings.ServeAt(builder.Configuration[WebHostDefaults.ServerUrlsKey]);

    builder.Logging.AddLogs(settings);
    builder.Services.AddJinguo(settings);
    builder.Services.AddWatching();
    builder.Services.AddSignIn(settings);
    builder.Services.AddProtection(settings);
    builder.Services.AddApi();
    builder.Services.AddScoped<DemonstrationCity>();
    builder.Services.AddScoped<DemonstrationTables>();
    builder.Services.AddScoped<DemonstrationCases>();
    builder.Services.AddScoped<DemonstrationReception>();
    builder.Services.AddScoped<DemonstrationTerms>();
    builder.Services.AddLook();
    builder.Services.AddSingleton<JobRunner>().AddHostedService(provider => provider.GetRequiredService<JobRunner>());
    builder.Services.AddHostedService<SealJob>();
    builder.Services.AddHostedService<StatisticsJob>();
    builder.Services.AddSingleton<BackupJob>().AddHostedService(provider => provider.GetRequiredService<BackupJob>());
    builder.Services.AddSingleton<VerificationJob>().AddHostedService(provider => provider.GetRequiredService<VerificationJob>());
    builder.Services.AddSingleton<HookJob>().AddHostedService(provider => provider.GetRequiredService<HookJob>());
    builder.Services.AddSingleton<PackRevision>().AddHostedService<PackWatch>();
    builder.Services.AddSingleton<PublishingJob>().AddHostedService(provider => provider.GetRequiredService<PublishingJob>());

    var app = builder.Build();

    app.UseRequestLog();
    app.UseProtection(settings);
    app.UseWatching(settings);
    app.UseCleanInput();
    app.UseAssets();
    app.UseFirstRun();
    app.UseKeptForms();
    app.UseRouting();
    app.UseBodyLimits();
    app.UseAuthentication();
    app.UseActor();
    app.UseOwnDuty();
    app.UseAuthorization();
    app.UseShell();
    app.MapRazorPages();
    app.MapFiles();
    app.MapApi();
    app.RequireRights();

    await app.Services.PrepareAsync();
    if (run.Demonstration)
        await app.Services.LoadDemonstrationAsync(settings);
    await app.RunAsync();
}
