using Jinguo.Core.Base.Data;
using Jinguo.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection(Settings.Section).Get<Settings>() ?? new();

builder.Services.AddJinguo(settings);
builder.Services.AddSignIn(settings);
builder.Services.AddRazorPages();

var app = builder.Build();

app.UseStaticFiles();
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
