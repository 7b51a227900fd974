using System.Text.Json;
using Jinguo.Testing;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Api;

public sealed class DescriptionTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task TheDescription_IsTheOneThatWasApproved()
    {
        using var visitor = host.Visit();
        var answer = await visitor.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative));
        var found = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(answer), Plain).ReplaceLineEndings("\n") + "\n";
        var approved = RepositoryFolder.At("docs", "openapi.json");
        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : "";
        if (found == expected)
            return;
        var artifact = RepositoryFolder.At("artifacts", "openapi.json");
        Directory.CreateDirectory(Path.GetDirectoryName(artifact)!);
        await File.WriteAllTextAsync(artifact, found);
        Assert.Fail("""
            The description of the API has changed; programs of others depend on it. Look: diff docs/openapi.json artifacts/openapi.json
            If every line is meant so: cp artifacts/openapi.json docs/openapi.json
            """);
    }

    [Fact]
    public async Task EveryOperation_HasANameASummaryAndAnAnswer()
    {
        using var visitor = host.Visit();
        var document = JsonSerializer.Deserialize<JsonElement>(await visitor.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.True(
            operation.Value.TryGetProperty("operationId", out _) && operation.Value.TryGetProperty("summary", out _) && operation.Value.GetProperty("responses").TryGetProperty("200", out var done) && done.TryGetProperty("content", out _),
            operation.Name));
    }
}
