using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing.Weight;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>
/// Every page there is, with axe and with what axe does not look at, on an office screen, a phone, a narrow phone, at twice
/// the size and on paper, in the normal and the elder version. Each is opened once a version: the window changes around it.
/// Not one of the journeys: with a browser of its own it runs beside them.
/// </summary>
public sealed partial class EveryPageTests(ChromiumBrowser browser, AllPages pages) : IClassFixture<ChromiumBrowser>, IClassFixture<AllPages>
{
    private static readonly ViewportSize Office = new() { Width = 1440, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private static readonly ViewportSize NarrowPhone = new() { Width = 320, Height = 640 };

    /// <summary>An office screen at 200 %.</summary>
    private static readonly ViewportSize Enlarged = new() { Width = 720, Height = 450 };

    /// <summary>Between the margins of a sheet of A4, and of one lying on its side, at 96 px an inch.</summary>
    private static readonly ViewportSize Sheet = new() { Width = 680, Height = 986 };
    private static readonly ViewportSize SheetOnItsSide = new() { Width = 1031, Height = 702 };

    [Fact]
    public void EveryPage_IsOpenedBySomebody() =>
        Assert.Equal([], pages.NotOpened.Except(PageAddresses.NeverShown));

    [Fact]
    public async Task EveryPage_IsSoundAtEachSizeOfTheWindowAndOnPaper() =>
        await LookAsync(elder: false, async page => string.Join('\n',
        [
            .. await page.StructureAsync(),
            .. await page.NamelessAsync(),
            await page.ViolationsAsync(),
            .. await FitsAsync(page, Enlarged),
            .. await FitsAsync(page, NarrowPhone),
            .. await FitsAsync(page, Phone),
            .. await page.TargetsAsync(44),
            .. await page.LettersAsync(16),
            await page.ViolationsAsync(),
            .. await PaperAsync(page),
        ]));

    [Fact]
    public async Task EveryPage_IsSoundInTheElderVersion() =>
        await LookAsync(elder: true, async page => string.Join('\n',
        [
            .. await page.StructureAsync(),
            .. await FitsAsync(page, Office),
            .. await FitsAsync(page, Phone),
            .. await page.TargetsAsync(60),
            .. await page.LettersAsync(20),
            await page.ViolationsAsync(),
            .. await WithLargestLettersAsync(page),
        ]));

    [Fact]
    public async Task WhatPeoplePrint_ComesOnSheetsOfA4()
    {
        var some = pages.Samples;
        foreach (var address in (string[])[$"/reports/{some.Report}", $"/tables/{some.Table}", "/ledgers/books", $"/ledgers/{some.Record}", $"/circulars/{some.Circular}", "/figures"])
            await browser.VisitAsync(new Visitor(Device.Desktop), pages.App.Address, async page =>
            {
                await pages.EnterAsync(page, pages.VisitorOf(address), elder: false);
                await page.GotoAsync(address);
                var document = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
                var sheets = MediaBox().Matches(document).Select(box => (Width: Millimetres(box, "width"), Height: Millimetres(box, "height"))).ToList();
                Assert.NotEmpty(sheets);
                Assert.All(sheets, sheet => Assert.True(sheet is (210, 297) or (297, 210), $"{address} is printed on {sheet}"));
            });
    }

    private async Task LookAsync(bool elder, Func<IPage, Task<string>> look)
    {
        var found = new ConcurrentQueue<string>();
        var titles = new ConcurrentDictionary<string, string>();
        // In parts: a journey has two minutes, on a machine under load too. Two at a time: looking is work of the page's own process.
        await Parallel.ForEachAsync(
            pages.Openings.SelectMany(one => one.Value.Chunk(15), (one, part) => (Visitor: one.Key, Openings: part)),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (part, _) => await browser.VisitAsync(new Visitor(Device.Desktop), pages.App.Address, async page =>
            {
                await page.AddInitScriptAsync(PageAudit.Script);
                await pages.EnterAsync(page, part.Visitor, elder);
                foreach (var (route, address) in part.Openings)
                {
                    await page.SetViewportSizeAsync(Office.Width, Office.Height);
                    await page.GotoAsync(address);
                    var title = await page.TitleAsync();
                    if (titles.GetOrAdd(title, route) is var other && other != route)
                        found.Enqueue($"{address} has the title of {other}: {title}");
                    if (await look(page) is { Length: > 0 } words && words.Trim().Length > 0)
                        found.Enqueue($"{address} as {part.Visitor.Name}:\n{words.Trim()}");
                }
            }));
        Assert.True(found.IsEmpty, string.Join('\n', found));
    }

    private static async Task<IEnumerable<string>> FitsAsync(IPage page, ViewportSize window)
    {
        await page.SetViewportSizeAsync(window.Width, window.Height);
        return (await page.FitsAsync()).Select(one => $"at {window.Width}×{window.Height}: {one}");
    }

    private static async Task<IEnumerable<string>> WithLargestLettersAsync(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.classList.add('is-largest')");
        return (await page.FitsAsync()).Concat(await page.LettersAsync(30)).Select(one => $"with the largest letters: {one}");
    }

    private static async Task<IEnumerable<string>> PaperAsync(IPage page)
    {
        var sheet = await page.Locator(".jg-paper, main .jg-table.is-wide").CountAsync() > 0 ? SheetOnItsSide : Sheet;
        await page.SetViewportSizeAsync(sheet.Width, sheet.Height);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var found = (await page.PaperAsync()).Select(one => $"on paper: {one}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        return found;
    }

    private static int Millimetres(Match box, string side) =>
        (int)Math.Round(double.Parse(box.Groups[side].Value, CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/MediaBox \[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MediaBox();
}
