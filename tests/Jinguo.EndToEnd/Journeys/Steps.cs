using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>What visitors do and see on many pages.</summary>
internal static class Steps
{
    /// <summary>Goes to a page and signs in where the product asks for it.</summary>
    public static Task SignInAsync(this IPage page, Account person, string address) =>
        page.SignInAsync(person.UserName, Stage.Password, address);

    /// <summary>As before, with a password of its own.</summary>
    public static async Task SignInAsync(this IPage page, string userName, string password, string address)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(address);
        await page.EnterAsync(userName, password);
        await page.IsAtAsync(Regex.Escape(address) + "$");
    }

    /// <summary>Fills in the sign-in page that is shown.</summary>
    public static async Task EnterAsync(this IPage page, string userName, string password = Stage.Password)
    {
        await page.WriteAsync("账号", userName);
        await page.WriteAsync("密码", password);
        await page.PushAsync("登录");
    }

    /// <summary>Pushes the button with exactly these words; of several, the first.</summary>
    public static Task PushAsync(this IPage page, string words) => page.Button(words).ClickAsync();

    public static ILocator Button(this IPage page, string words) =>
        page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First;

    /// <summary>Follows the link with exactly these words; of several, the first that shows.</summary>
    public static Task FollowAsync(this IPage page, string words) => page.Link(words).ClickAsync();

    public static ILocator Link(this IPage page, string words) =>
        page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First;

    /// <summary>Fills the field with exactly this label.</summary>
    public static Task WriteAsync(this IPage page, string label, string text) =>
        page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>The main part of the page tells this.</summary>
    public static Task SeesAsync(this IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    /// <summary>The main part of the page tells this once a job is done: the page is opened again until it does.</summary>
    public static async Task SeesAfterAsync(this IPage page, string words, string address)
    {
        while (true)
        {
            await page.GotoAsync(address);
            if ((await page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
                return;
            await page.WaitForTimeoutAsync(200);
        }
    }

    /// <summary>The address has this pattern in it. Waiting for a load event instead may come after it has fired.</summary>
    public static Task IsAtAsync(this IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The page has this title.</summary>
    public static Task IsOnAsync(this IPage page, string title) =>
        Assertions.Expect(page.Locator("h1").First).ToContainTextAsync(title);

    /// <summary>
    /// What every page must be: axe finds nothing grave, nothing sticks out. With JINGUO_TEST_PICTURES=1 it also leaves a
    /// picture in artifacts/pictures, to be looked at.
    /// </summary>
    public static async Task AssertSoundAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("JINGUO_TEST_PICTURES") == "1")
        {
            var script = await page.EvaluateAsync<bool>("matchMedia('(scripting: enabled)').matches");
            var file = $"{name}-{page.ViewportSize!.Width}{(script ? "" : "-without-script")}.png";
            await page.ScreenshotAsync(new() { Path = RepositoryFolder.At("artifacts", "pictures", file), FullPage = true });
        }
        await page.AssertFitsWidthAsync();
        await page.AssertAccessibleAsync();
    }
}
