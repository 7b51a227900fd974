using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing;
using Jinguo.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Jinguo.Web.Tests.Api;

/// <summary>The worked example of docs/api.md, against the product as it listens and a receiving system.</summary>
public sealed class OneTableTests
{
    [Fact]
    public async Task TheExample_FillsAOneTableSystemFromTheFigures()
    {
        await using var host = await WebHost.StartAsync();
        host.UseKestrel(0);
        host.StartServer();
        await host.PostAsync(host.City.Village, "training.participants", "2026-10-05", 50, "余");
        await host.PostAsync(host.City.Village, "activity.count", "2026-10-06", 2);
        var issued = await host.TokenAsync(Role.Reader, host.City.County, [Right.FigureRead]);
        var received = new ConcurrentQueue<(string? Token, JsonElement Row)>();
        await using var target = await ReceiveAsync(received);

        var (code, output, errors) = await RunAsync(host.ClientOptions.BaseAddress, issued.Text, target.Urls.Single(), host.City.County.Code, "2026-10");

        Assert.True(code == 0, errors);
        Assert.Equal("3 rows", output.Trim());
        Assert.All(received, one => Assert.Equal("Bearer theirs", one.Token));
        Assert.Equal(
            [(host.City.County.Name, 50, 2, 0), (host.City.Township.Name, 50, 2, 0), ("西河1镇妇联", 0, 0, 0)],
            received.Select(one => (one.Row.GetProperty("单位名称").GetString(), Value(one.Row, "培训人次"), Value(one.Row, "活动场次"), Value(one.Row, "信访件次"))));
        Assert.Equal(host.City.County.Code, received.First().Row.GetProperty("单位代码").GetString());
    }

    [Fact]
    public async Task ATokenWithoutTheRight_EndsTheExampleInWords_AndNothingIsSent()
    {
        await using var host = await WebHost.StartAsync();
        host.UseKestrel(0);
        host.StartServer();
        var issued = await host.TokenAsync(Role.Reader, host.City.County, [Right.LedgerRead]);
        var received = new ConcurrentQueue<(string? Token, JsonElement Row)>();
        await using var target = await ReceiveAsync(received);

        var (code, _, errors) = await RunAsync(host.ClientOptions.BaseAddress, issued.Text, target.Urls.Single(), host.City.County.Code, "2026-10");

        Assert.Equal(1, code);
        Assert.Contains("403", errors, StringComparison.Ordinal);
        Assert.Contains("这个令牌没有做这件事的权限", errors, StringComparison.Ordinal);
        Assert.Empty(received);
    }

    private static decimal Value(JsonElement row, string field) => row.GetProperty(field).GetDecimal();

    private static async Task<WebApplication> ReceiveAsync(ConcurrentQueue<(string? Token, JsonElement Row)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/", (HttpRequest request, JsonElement row) => received.Enqueue((request.Headers.Authorization, row)));
        await app.StartAsync();
        return app;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(Uri product, string token, string target, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [RepositoryFolder.At("docs", "examples", "one-table.py"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JINGUO_URL"] = product.OriginalString.TrimEnd('/');
        start.Environment["JINGUO_TOKEN"] = token;
        start.Environment["TARGET_URL"] = target;
        start.Environment["TARGET_TOKEN"] = "theirs";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
