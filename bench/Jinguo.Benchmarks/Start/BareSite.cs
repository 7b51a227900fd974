using System.Diagnostics;
using Jinguo.Benchmarks.Harness;

namespace Jinguo.Benchmarks.Start;

/// <summary>The least that ASP.NET can be with a Razor page, built with the SDK of this machine: no database, no sign-in, no script.</summary>
internal sealed class BareSite : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinguo-bare-").FullName;

    /// <summary>The program.</summary>
    public string Program => Path.Combine(folder, "out", "Bare.dll");

    public static async Task<BareSite> BuildAsync(CancellationToken cancel)
    {
        var site = new BareSite();
        foreach (var (name, text) in Files)
        {
            var file = Path.Combine(site.folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancel);
        }
        using var build = Process.Start("dotnet", ["build", Path.Combine(site.folder, "Bare.csproj"), "-c", "Release", "-o", Path.Combine(site.folder, "out"), "-nologo", "-v", "quiet", "-clp:NoSummary", "-nodeReuse:false"]);
        await build.WaitForExitAsync(cancel);
        if (build.ExitCode != 0)
            throw new InvalidOperationException("The bare site did not build.");
        Progress.Say("built the bare site");
        return site;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static readonly (string Name, string Text)[] Files =
    [
        ("Bare.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """),
        ("Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorPages();
            builder.Services.AddResponseCompression();
            var app = builder.Build();
            app.UseWhen(context => context.Request.Path == "/long", pages => pages.UseResponseCompression());
            app.MapRazorPages();
            app.Run();
            """),
        ("appsettings.json", """{ "Logging": { "LogLevel": { "Default": "Warning" } } }"""),
        ("Pages/Index.cshtml", """
            @page "/"
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><title>巾帼</title></head><body><h1>登录</h1><form><input name="user"><button>登录</button></form></body></html>
            """),
        // As long as a list of the product (some 30 KB), with nothing to look up.
        ("Pages/Long.cshtml", """
            @page "/long"
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><title>巾帼</title></head><body><h1>台账</h1><table>
            @for (var row = 0; row < 200; row++)
            {
                <tr><td><a href="/ledgers/@row">妇女培训第@(row * 7919)期</a></td><td>@(row % 12 + 1)月@(row % 28 + 1)日</td><td>@(row * 31 % 97)人次</td><td>双河镇妇联</td></tr>
            }
            </table></body></html>
            """),
    ];
}
