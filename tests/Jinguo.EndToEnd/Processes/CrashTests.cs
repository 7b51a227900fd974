using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>kill -9 while many write: what was acknowledged is there, exactly once, and the books are right.</summary>
[Trait("Database", "Both")]
public sealed class CrashTests
{
    private const int Writers = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task KilledAmongWrites_KeepsWhatWasAcknowledged_AndTakesTheRestWhenItIsSentAgain(int acknowledgements)
    {
        var data = await ProductData.CreateAsync();
        try
        {
            var sent = new ConcurrentDictionary<Guid, int>();
            var acknowledged = new ConcurrentBag<Guid>();
            await using (var first = await ProductProcess.ServeAsync(data.Options))
            {
                using var chair = await first.SignInAsync();
                await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteUntilKilledAsync()));

                async Task WriteUntilKilledAsync()
                {
                    for (var (key, people) = Next(); await SaveAsync(chair, data, key, people); (key, people) = Next())
                    {
                        acknowledged.Add(key);
                        if (acknowledged.Count >= acknowledgements)
                            first.Kill();
                    }
                }
            }
            Assert.True(acknowledged.Count >= acknowledgements);
            Assert.True(sent.Count > acknowledged.Count, "Nothing was under way when it was killed.");

            await using var second = await ProductProcess.ServeAsync(data.Options);
            using var again = await second.SignInAsync();
            foreach (var key in acknowledged)
                Assert.Equal((key, sent[key]), (key, await PeopleAsync(again, key)));
            foreach (var key in sent.Keys.Except(acknowledged))
                Assert.True(await SaveAsync(again, data, key, sent[key]) && await SaveAsync(again, data, key, sent[key]));

            var list = await again.Http.GetFromJsonAsync<JsonElement>("/api/v1/ledgers/records?type=training");
            Assert.Equal(sent.Count, list.GetProperty("total").GetInt32());
            Assert.Equal((sent.Values.Sum(), sent.Count), await FigureAsync(data));
            var verified = await ProductProcess.RunAsync(["verify", .. data.Options]);
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);

            (Guid Key, int People) Next()
            {
                var key = Guid.CreateVersion7();
                return (key, sent.GetOrAdd(key, _ => 1 + sent.Count));
            }
        }
        finally
        {
            await data.DisposeAsync();
        }
    }

    /// <summary>True when the product said that it has the record; false when it was gone before it said so.</summary>
    private static async Task<bool> SaveAsync(PageClient chair, ProductData data, Guid key, int people)
    {
        var record = new
        {
            Type = "training",
            Organisation = data.City.Village.Id,
            Values = new { day = "2026-03-08", topic = string.Create(CultureInfo.InvariantCulture, $"第{people}班"), participants = new { value = people } },
            Confirmed = true,
        };
        try
        {
            using var answer = await chair.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", record);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> PeopleAsync(PageClient chair, Guid key)
    {
        var answer = await chair.Http.GetFromJsonAsync<JsonElement>($"/api/v1/ledgers/records/{key}");
        var facts = answer.GetProperty("facts").EnumerateArray().Where(fact => fact.GetProperty("measure").GetString() == "training.participants");
        return Assert.Single(facts).GetProperty("value").GetInt32();
    }

    private static async Task<(int Value, int Facts)> FigureAsync(ProductData data)
    {
        var printed = await ProductProcess.RunAsync(["figures", "--organisation", data.City.County.Code, "--period", "2026", "--measure", "training.participants", "--format", "json", .. data.Options]);
        Assert.True(printed.ExitCode == 0, printed.Errors);
        var row = JsonDocument.Parse(printed.Output).RootElement.EnumerateArray().Single(one => one.GetProperty("breakdown").ValueKind == JsonValueKind.Null);
        return (row.GetProperty("value").GetInt32(), row.GetProperty("facts").GetInt32());
    }
}
