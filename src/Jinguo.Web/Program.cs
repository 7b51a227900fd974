using Jinguo.Core.Base.Data;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection(Settings.Section).Get<Settings>() ?? new();

builder.Services.AddJinguo(settings);
builder.Services.AddSignIn(settings);
builder.Services.AddLook();

var app = builder.Build();

app.UseAssets();
app.UseRouting();
app.UseAuthentication();
app.UseActor();
app.UseAuthorization();
app.MapRazorPages();
app.RequireRights();

Directory.CreateDirectory(settings.Data);
await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<Db>().PrepareAsync();

await app.RunAsync();
