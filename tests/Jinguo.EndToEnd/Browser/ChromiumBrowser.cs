using System.Runtime.CompilerServices;
using Jinguo.Testing;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Jinguo.EndToEnd.Browser;

/// <summary>
/// Debian's Chromium without a window, driven by Playwright and started once for its tests. Each journey gets a fresh
/// context; what went wrong on its pages behind the scenes fails it, and a failure leaves a picture and the
/// page's HTML in <c>artifacts/screenshots</c>.
/// </summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>The one without what only a window needs: it takes less of the machine.</summary>
    internal const string Executable = "/usr/bin/chromium-headless-shell";

    /// <summary>A script that never answers would otherwise hold up the whole run without saying where.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>In milliseconds; a machine under load takes its time.</summary>
    private const int PatienceForOneStep = 15_000;

    private IPlaywright? playwright;
    private IBrowser? chromium;

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            throw new FileNotFoundException("Chromium is missing: ./jinguo test installs it (apt-get install chromium-headless-shell).", Executable);
        }
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }
        playwright?.Dispose();
    }

    /// <summary>Makes one journey in a fresh context.</summary>
    /// <param name="visitor">Device, and with or without script.</param>
    /// <param name="address">Where relative addresses start; null for pages that are set by the journey itself.</param>
    /// <param name="journey">What the visitor does and sees.</param>
    /// <param name="name">Names the files a failure leaves; the calling test by default.</param>
    public async Task VisitAsync(Visitor visitor, string? address, Func<IPage, Task> journey, [CallerMemberName] string name = "journey")
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(journey);
        var browser = chromium ?? throw new InvalidOperationException("Take the browser as a fixture: it has not been started.");
        await using var context = await browser.NewContextAsync(visitor.Context(address));
        context.SetDefaultTimeout(PatienceForOneStep);
        Assertions.SetDefaultExpectTimeout(PatienceForOneStep);
        var page = await context.NewPageAsync();
        var faults = Watch(context);
        try
        {
            await journey(page).WaitAsync(Patience);
            Assert.True(faults.Count == 0, $"The pages complained behind the scenes:\n{string.Join('\n', faults)}");
        }
        catch (Exception failure)
        {
            var file = await KeepAsync(page, $"{name}-{visitor}");
            throw new XunitException($"{failure.Message}\nAt {page.Url}, as {visitor}; see {file}.png and .html", failure);
        }
    }

    /// <summary>Errors of scripts, refusals of the content security policy and answers 5xx.</summary>
    private static List<string> Watch(IBrowserContext context)
    {
        var faults = new List<string>();
        context.WebError += (_, error) => faults.Add($"script: {error.Error}");
        context.Console += (_, message) =>
        {
            // Answers 4xx are reported here too, but a journey may well be about one.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                faults.Add($"console: {message.Text}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                faults.Add($"{response.Status} {response.Request.Method} {response.Url}");
            }
        };
        return faults;
    }

    private static async Task<string> KeepAsync(IPage page, string name)
    {
        var file = RepositoryFolder.At("artifacts", "screenshots", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true });
        await File.WriteAllTextAsync($"{file}.html", await page.ContentAsync());
        return file;
    }
}
