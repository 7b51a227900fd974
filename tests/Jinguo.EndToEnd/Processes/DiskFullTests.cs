using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>When nothing more can be written, the product says so, keeps what it had acknowledged, and goes on once there is room.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task WithAFullDisk_NothingIsHalfDone_NothingAcknowledgedIsLost_AndItGoesOnWhenThereIsRoom()
    {
        var data = await ProductData.CreateAsync();
        var temporary = Directory.CreateTempSubdirectory("jinguo-full-");
        try
        {
            await using var product = await ProductProcess.ServeAsync(data.Options, ("TMPDIR", temporary.FullName));
            using var chair = await product.SignInAsync();
            var (before, during) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            Assert.Equal(HttpStatusCode.OK, (await SaveAsync(chair, data, before, 12)).StatusCode);
            var form = (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "种植").Set("f-participants", "7");
            var small = await ImportAsync(chair, 1);
            var large = await ImportAsync(chair, 5_000);

            await product.FillDiskAsync(isFull: true);
            var refused = await SaveAsync(chair, data, during, 30);
            Assert.Equal((HttpStatusCode.InsufficientStorage, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
            Assert.Contains("磁盘满了", JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
            var typed = await form.SubmitAsync();
            Assert.Equal((HttpStatusCode.InsufficientStorage, "服务器存不下了"), (typed.Status, typed.Title));
            foreach (var file in new[] { small, large })
            {
                // .NET does not tell a limit on files as it tells a full disk: here the page speaks of a failure (StorageRefusedTests has the disk).
                var page = await file.SubmitAsync();
                Assert.True(page.Status >= HttpStatusCode.InternalServerError && page.Text.Contains("没有存下一半", StringComparison.Ordinal), page.Html);
            }
            Assert.Equal(1, await CountAsync(chair));
            Assert.Equal("妇女培训台账", (await chair.GetAsync("/ledgers/list?type=training")).Title);

            await product.FillDiskAsync(isFull: false);
            Assert.Equal(HttpStatusCode.OK, (await SaveAsync(chair, data, during, 30)).StatusCode);
            Assert.StartsWith("/ledgers/", (await form.SubmitAsync()).Address, StringComparison.Ordinal);
            Assert.Equal(3, await CountAsync(chair));
            foreach (var sent in new[] { small, large })
                Assert.StartsWith("/ledgers/import/", (await sent.SubmitAsync()).Address, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(data.Database.Folder, "*.part", SearchOption.AllDirectories));
            Assert.DoesNotContain(temporary.EnumerateFiles(), file => file.Name.StartsWith("ASPNETCORE", StringComparison.OrdinalIgnoreCase));

            var verified = await ProductProcess.RunAsync(["verify", .. data.Options]);
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
        }
        finally
        {
            temporary.Delete(recursive: true);
            await data.DisposeAsync();
        }
    }

    private static Task<HttpResponseMessage> SaveAsync(PageClient chair, ProductData data, Guid key, int people) =>
        chair.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new
        {
            Type = "training",
            Organisation = data.City.Village.Id,
            Values = new { day = "2026-03-08", topic = $"第{people}班", participants = new { value = people } },
            Confirmed = true,
        });

    private static async Task<Form> ImportAsync(PageClient chair, int rows)
    {
        var text = new StringBuilder("日期,内容,人次\n");
        for (var row = 1; row <= rows; row++)
            text.Append("2026-03-01,刺绣").Append(rows).Append('-').Append(row).Append(",12\n");
        return (await chair.GetAsync("/ledgers/import")).Form("main form[method=post]").Attach("file", "培训台账.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static async Task<int> CountAsync(PageClient chair) =>
        (await chair.Http.GetFromJsonAsync<JsonElement>("/api/v1/ledgers/records?type=training")).GetProperty("total").GetInt32();
}
