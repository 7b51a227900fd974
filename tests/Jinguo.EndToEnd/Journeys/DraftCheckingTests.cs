using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>核稿: an officer brings a draft written elsewhere, and takes it back with every number looked at.</summary>
[Collection(JourneyCollection.Name)]
public sealed class DraftCheckingTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, true), InlineData(Device.Phone, false)]
    public async Task ADraft_IsMarked_Repaired_ExplainedToItsRecords_KeptAndTakenHome(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await stage.RecordAsync(chair, "刺绣", 1234, "2026-02-10");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/checking?period=2026");
            await page.GetByLabel("或选一个文件").SetInputFilesAsync(new FilePayload { Name = "年终总结.docx", MimeType = "application/octet-stream", Buffer = Draft() });
            await page.PushAsync("核对");
            await page.SeesAsync("文中1300人次，台账为1234人次");
            await page.SeesAsync("3期＋5期＝8期，文中是9期");
            await page.AssertSoundAsync("checking-marked");

            // From a finding to its place in the text.
            await page.GetByRole(AriaRole.Link, new() { Name = "文中1300人次，台账为1234人次" }).ClickAsync();
            await Assertions.Expect(page.Locator(".jg-draft :target, .jg-draft [id]:focus").First).ToContainTextAsync("1300人次");

            await page.PushAsync("改为1234人次");
            await page.SeesAsync("改为1234人次");
            await page.PushAsync("改为8期");
            await Assertions.Expect(page.Locator(".jg-draft ins")).ToHaveCountAsync(2);
            await page.AssertSoundAsync("checking-repaired");

            await page.PushAsync("存下来");
            await page.SeesAsync("存下来了，只有您看得到。");
            var address = page.Url;
            await page.FollowAsync("换一份");
            await page.FollowAsync("年终总结.docx");
            Assert.Equal(address, page.Url);
            await Assertions.Expect(page.Locator(".jg-draft ins")).ToHaveCountAsync(2);

            var download = await page.RunAndWaitForDownloadAsync(() => page.PushAsync("导出带批注的Word"));
            await using (var file = File.OpenRead(await download.PathAsync()))
                Assert.Contains(WordText.Read(file), paragraph => paragraph.Text.Contains("受训妇女1300人次", StringComparison.Ordinal));

            await page.GotoAsync(address);
            await page.FollowAsync("看口径");
            await Assertions.Expect(page.Locator("body")).ToContainTextAsync("1,234");
        });
    }

    private static byte[] Draft()
    {
        using var content = new MemoryStream();
        WordWriter.Write(new Document("年终总结", [new Paragraph("全年妇女培训受训妇女1300人次。"), new Paragraph("家政班3期、刺绣班5期，共9期。")]), HouseStyle.Standard, content);
        return content.ToArray();
    }
}
