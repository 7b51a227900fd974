using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Writes trainings of a body by the API under keys of its own and knows which were acknowledged, to hold the books against them afterwards.</summary>
/// <param name="body">The body; it has no trainings of others.</param>
internal sealed class TrainingLoad(Organisation body)
{
    private readonly ConcurrentDictionary<Guid, int> sent = new();
    private readonly ConcurrentDictionary<Guid, int> acknowledged = new();

    /// <summary>People of each training that was sent, by its key.</summary>
    public IReadOnlyDictionary<Guid, int> Sent => sent;

    /// <summary>The same of those that the product said it has.</summary>
    public IReadOnlyDictionary<Guid, int> Acknowledged => acknowledged;

    /// <summary>Writes a training that was not written before.</summary>
    /// <returns>True when the product said that it has it; false when it was gone before it said so.</returns>
    public Task<bool> WriteNewAsync(PageClient chair)
    {
        var key = Guid.CreateVersion7();
        sent[key] = 1 + sent.Count;
        return WriteAsync(chair, key);
    }

    /// <summary>Writes a training that was sent.</summary>
    public async Task<bool> WriteAsync(PageClient chair, Guid key)
    {
        try
        {
            using var answer = await PutAsync(chair, key, sent[key]);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            acknowledged[key] = sent[key];
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Asks for a training to be kept; whatever the answer.</summary>
    public Task<HttpResponseMessage> PutAsync(PageClient chair, Guid key, int people, CancellationToken cancel = default) => chair.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new
    {
        Type = "training",
        Organisation = body.Id,
        Values = new { day = "2026-03-08", topic = string.Create(CultureInfo.InvariantCulture, $"第{key}班"), participants = new { value = people } },
        Confirmed = true,
    }, cancel);

    /// <summary>What was acknowledged is there as it was sent; what was sent is there once, as records and in the figure; the sums of all bodies above are those of the facts, and the trail is whole.</summary>
    /// <param name="chair">Somebody signed in.</param>
    /// <param name="options">The options by which a process finds the data.</param>
    public async Task CheckAsync(PageClient chair, IReadOnlyList<string> options)
    {
        foreach (var (key, people) in acknowledged)
            Assert.Equal((key, people), (key, await PeopleAsync(chair, key)));
        foreach (var key in sent.Keys.Except(acknowledged.Keys))
            Assert.True(await WriteAsync(chair, key) && await WriteAsync(chair, key));
        var list = await chair.Http.GetFromJsonAsync<JsonElement>("/api/v1/ledgers/records?type=training");
        Assert.Equal(sent.Count, list.GetProperty("total").GetInt32());
        Assert.Equal((sent.Values.Sum(), sent.Count), await FigureAsync(chair));
        foreach (var verb in new string[][] { ["verify"], ["audit", "verify"] })
        {
            var verified = await ProductProcess.RunAsync([.. verb, .. options]);
            Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
        }
    }

    private static async Task<int> PeopleAsync(PageClient chair, Guid key)
    {
        var answer = await chair.Http.GetFromJsonAsync<JsonElement>($"/api/v1/ledgers/records/{key}");
        var facts = answer.GetProperty("facts").EnumerateArray().Where(fact => fact.GetProperty("measure").GetString() == "training.participants");
        return Assert.Single(facts).GetProperty("value").GetInt32();
    }

    private static async Task<(int Value, int Facts)> FigureAsync(PageClient chair)
    {
        var lines = await chair.Http.GetFromJsonAsync<JsonElement>("/api/v1/figures?period=2026&measure=training.participants");
        var row = lines.EnumerateArray().Single(one => one.GetProperty("breakdown").ValueKind == JsonValueKind.Null);
        return (row.GetProperty("value").GetInt32(), row.GetProperty("facts").GetInt32());
    }
}
