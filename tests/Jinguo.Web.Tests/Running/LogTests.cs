using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Jinguo.Web.Setup;
using Jinguo.Web.Tests.Api;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Jinguo.Web.Tests.Running;

/// <summary>Logs tell requests apart without telling persons.</summary>
public sealed class LogTests
{
    private const string Name = "卡纳里某某";
    private const string Phone = "13977770009";
    private const string IdNumber = "110101199003070003";
    private const string Password = "Canary-2026-password";

    [Fact]
    public async Task WhatPeopleType_StandsInNoLine_WhateverFails()
    {
        using var logs = new KeptLogs();
        await using var host = new WebHost { Logs = logs };
        await host.InitializeAsync();
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var keeper = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        using var visitor = host.Visit();

        await (await visitor.GetAsync("/sign-in")).Form().Set("UserName", Name).Set("password", Password).SubmitAsync("登录");
        foreach (var word in (string[])[Name, Phone, IdNumber])
        {
            await chair.GetAsync($"/search?q={Uri.EscapeDataString(word)}");
            await chair.GetAsync($"/persons?q={Uri.EscapeDataString(word)}");
            await chair.GetAsync($"/{Uri.EscapeDataString(word)}");
            await keeper.GetAsync($"/accounts?q={Uri.EscapeDataString(word)}");
        }
        var form = (await chair.GetAsync("/ledgers/new/training")).Form();
        foreach (var field in form.Names.Where(field => field.StartsWith("Values", StringComparison.OrdinalIgnoreCase) || field.StartsWith("Input", StringComparison.OrdinalIgnoreCase)))
            form.Set(field, $"{Name}{Phone}");
        using (var request = form.Request())
            await chair.SendAsync(request);
        using (var broken = new StringContent($$"""{"id":"{{IdNumber}}","text":"{{Name}}",""", System.Text.Encoding.UTF8, "application/json"))
        using (var api = host.WithToken("jg_" + Password))
            await api.PostAsync(new Uri($"/api/v1/ledgers/records?q={Phone}", UriKind.Relative), broken);
        var token = await host.TokenAsync(Role.Chair, host.City.Village, [Right.LedgerRead, Right.LedgerWrite]);
        using (var broken = new StringContent($$"""{"id":"{{IdNumber}}","text":"{{Name}}",""", System.Text.Encoding.UTF8, "application/json"))
        using (var api = host.WithToken(token.Text))
            await api.PostAsync(new Uri("/api/v1/ledgers/records", UriKind.Relative), broken);

        string[] secrets = [Name, Uri.EscapeDataString(Name), Phone, IdNumber, Password, token.Text];
        var telling = logs.Lines.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal))).Select(line => line[..Math.Min(line.Length, 160)]).Distinct();
        Assert.Empty(telling);
        Assert.Contains(logs.Lines, line => line.StartsWith($"{RequestLog.Category}: GET /search 200 in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AsJson_ALineIsOneObject_WithRouteStatusAccountAndTheNumberOfTheRequest()
    {
        await using var host = new WebHost { Settings = new Dictionary<string, string> { ["Jinguo:Logs"] = "json" } };
        await host.InitializeAsync();
        var formatter = host.Services.GetServices<ConsoleFormatter>().Single(one => one.Name == ConsoleFormatterNames.Json);
        var (scopes, account) = (new LoggerExternalScopeProvider(), Guid.CreateVersion7());
        await using var text = new StringWriter();
        using (scopes.Push(new Dictionary<string, object> { ["Request"] = "0HN:1" }))
        {
            KeyValuePair<string, object?>[] state = [new("Route", "/ledgers/{id:guid}"), new("Status", 200), new("Account", account)];
            formatter.Write(new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Information, RequestLog.Category, new(1, "Request"), state, null, (_, _) => "GET"), scopes, text);
        }

        var line = Assert.Single(text.ToString().TrimEnd('\n').Split('\n'));
        using var read = JsonDocument.Parse(line);
        Assert.Equal("/ledgers/{id:guid}", read.RootElement.GetProperty("State").GetProperty("Route").GetString());
        Assert.Equal("0HN:1", read.RootElement.GetProperty("Scopes")[0].GetProperty("Request").GetString());
        Assert.EndsWith("Z", read.RootElement.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
        Assert.True(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(RequestLog.Category).IsEnabled(LogLevel.Information));
        Assert.False(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));
    }

    [Theory]
    [InlineData("Jinguo:Logs", "xml", "Logs")]
    [InlineData("Jinguo:MetricsToken", "short", "MetricsToken")]
    public void AFormOfLogs_AndATokenThatIsTooShort_AreNamedAtTheStart(string name, string value, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Settings.Read(configuration)).Message, StringComparison.Ordinal);
    }
}
