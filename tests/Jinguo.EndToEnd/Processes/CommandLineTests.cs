using System.Text.Json;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;

namespace Jinguo.EndToEnd.Processes;

/// <summary>The verbs as a script sees them: standard output with nothing but the result, messages beside it, exit codes.</summary>
public sealed class CommandLineTests(ProductData data) : IClassFixture<ProductData>
{
    [Fact]
    public async Task Figures_PrintNothingButTheResult()
    {
        var (code, output, errors) = await RunAsync("figures", "--organisation", "云川市", "--period", "2025", "--measure", "training.sessions", "--format", "json");

        Assert.Equal((0, ""), (code, errors));
        var row = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(("云川市妇联", 0), (row.GetProperty("organisation").GetString(), row.GetProperty("value").GetInt32()));
    }

    [Fact]
    public async Task ANameThatSeveralBodiesHave_IsAnsweredWithTheCandidates_APathWithTheOne()
    {
        await using (var db = data.Database.Open())
            foreach (var (county, code) in data.City.All.Where(body => body.Level == Level.County).Zip(["990101109000", "990102109000"]))
                await Tree.AddAsync(db, code, Level.Township, "双河镇妇联", county);

        var (code1, output, errors) = await RunAsync("figures", "--organisation", "双河镇", "--period", "2025");
        Assert.Equal((2, ""), (code1, output));
        Assert.Contains("“双河镇”有2个", errors, StringComparison.Ordinal);
        Assert.Contains("990101109000", errors, StringComparison.Ordinal);
        Assert.Contains("990102109000", errors, StringComparison.Ordinal);

        var found = await RunAsync("figures", "--organisation", "安和县/双河镇", "--period", "2025", "--format", "json");
        Assert.Equal((0, "[]"), (found.ExitCode, found.Output.Trim()));
    }

    [Fact]
    public async Task Verify_SaysWhatItCompared() =>
        Assert.Equal((0, "核对了0笔、0个汇总数，全部一致。"), await CodeAndOutputAsync("verify"));

    [Fact]
    public async Task Organisations_AreFoundByInitials()
    {
        var (code, output) = await CodeAndOutputAsync("organisations", "find", "ycs");

        Assert.Equal(0, code);
        Assert.StartsWith("990100000000\t云川市妇联\t", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVerbThatDoesNotExist_IsAMisuse()
    {
        var (code, output, errors) = await ProductProcess.RunAsync("figure");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("用法见", errors, StringComparison.Ordinal);
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) => ProductProcess.RunAsync([.. arguments, .. data.Options]);

    private async Task<(int ExitCode, string Output)> CodeAndOutputAsync(params string[] arguments)
    {
        var (code, output, _) = await RunAsync(arguments);
        return (code, output.Trim());
    }
}
