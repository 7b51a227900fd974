using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Jinguo.Testing;

namespace Jinguo.EndToEnd.Installation;

/// <summary>What <c>./jinguo package</c> writes.</summary>
[Collection(InstallationCollection.Name)]
public sealed partial class PackageTests(Archives archives)
{
    /// <summary>Stated in docs/operations.md: of 10, the less the better.</summary>
    private const decimal MostExposure = 1.5m;

    [Fact]
    public async Task TheSameSources_GiveTheSameArchives_WhoeverPacksThem()
    {
        var again = Directory.CreateTempSubdirectory("jinguo-again-");
        try
        {
            await Archives.PackAsync(again.FullName, ("TZ", "Asia/Shanghai"), ("LANG", "zh_CN.UTF-8"), ("TMPDIR", again.FullName));
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(archives.Folder, "SHA256SUMS")), await File.ReadAllTextAsync(Path.Combine(again.FullName, "SHA256SUMS")));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("linux-x64", true)]
    [InlineData("portable", false)]
    public void AnArchive_IsOneFolder_OwnedByRoot_WithNothingOfThisMachine(string kind, bool hasRuntime)
    {
        var top = $"jinguo-{Archives.Version}-{kind}/";
        using var reader = new TarReader(new GZipStream(File.OpenRead(Path.Combine(archives.Folder, top.TrimEnd('/') + ".tar.gz")), CompressionMode.Decompress));
        var (names, links) = (new List<string>(), new List<string>());
        while (reader.GetNextEntry() is { } entry)
        {
            Assert.StartsWith(top, entry.Name, StringComparison.Ordinal);
            Assert.Equal((0, 0, ""), (entry.Uid, entry.Gid, (entry as PosixTarEntry)?.UserName ?? ""));
            Assert.False(entry.Mode.HasFlag(UnixFileMode.GroupWrite) || entry.Mode.HasFlag(UnixFileMode.OtherWrite), entry.Name);
            names.Add(entry.Name[top.Length..]);
            if (entry.DataStream is { } content && entry.Name.StartsWith(top + "docs/", StringComparison.Ordinal) && entry.Name.EndsWith(".md", StringComparison.Ordinal))
            {
                using var text = new StreamReader(content, leaveOpen: true);
                links.AddRange(Link().Matches(text.ReadToEnd()).Select(found => Path.GetRelativePath("/", Path.Combine("/", Path.GetDirectoryName(entry.Name)!, found.Groups["to"].Value))));
            }
        }
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        foreach (var needed in new[] { "jinguo", "jinguo.service", "installed/jinguo", "LICENSE", "THIRD-PARTY-NOTICES.txt", "CHANGELOG.md", "docs/operations.md", "examples/nginx.conf", "examples/jinguo.env", "app/Jinguo.Web.dll", "app/packs/training.json", "app/wwwroot/built/site.css", "app/runtimes/linux-x64/native/libe_sqlite3.so" })
            Assert.Contains(needed, names);
        Assert.NotEmpty(links);
        // docs/examples is a link to examples.
        Assert.All(links, link => Assert.Contains(link[top.Length..].Replace("docs/examples/", "examples/", StringComparison.Ordinal), names));
        Assert.Equal(hasRuntime, names.Contains("runtime/dotnet"));
        Assert.Equal(hasRuntime, names.Contains("runtime/ThirdPartyNotices.txt"));
        Assert.Equal(!hasRuntime, names.Contains("app/runtimes/linux-arm64/native/libe_sqlite3.so"));
        Assert.DoesNotContain(names, name => name.Contains("runtimes/win", StringComparison.Ordinal) || name.EndsWith(".db", StringComparison.Ordinal) || name.Contains("node_modules", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ThePortableArchive_RunsOnTheMachinesRuntime_AndSaysWhatIsMissingWhereThereIsNone()
    {
        await using var machine = new Machine();
        var folder = machine.At("home", $"jinguo-{Archives.Version}-portable");
        await machine.RunAsync($"tar -xzf {archives.Folder}/jinguo-{Archives.Version}-portable.tar.gz");
        Assert.Contains("缺少 .NET 10 运行时", await machine.RunAsync($"{folder}/jinguo verify || [ $? = 3 ]"), StringComparison.Ordinal);

        File.CreateSymbolicLink(machine.At("programs", "dotnet"), Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "/usr/bin/dotnet");
        Assert.Contains("全部一致", await machine.RunAsync($"{folder}/jinguo verify --data {machine.At("home", "data")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheUnit_IsSound_AndLeavesLittleOpen()
    {
        await using var machine = new Machine();
        await machine.RunAsync($"cp {archives.Folder}/* .");
        await machine.DoAsync("unpack", "install", "start", "backups");
        var unit = machine.At("etc/systemd/system/jinguo.service");
        Assert.Equal((0, ""), await AnalyzeAsync("verify", unit));

        var (code, said) = await AnalyzeAsync("security", "--offline=true", unit);
        var found = Regex.Match(said, "Overall exposure level for jinguo.service: (?<exposure>[0-9.]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(code == 0 && found.Success, said);
        var exposure = decimal.Parse(found.Groups["exposure"].Value, CultureInfo.InvariantCulture);
        Assert.True(exposure <= MostExposure, said);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"exposure {exposure} of 10"), await File.ReadAllTextAsync(RepositoryFolder.At("docs", "operations.md")), StringComparison.Ordinal);
    }

    // A link to another file, not to a place on the same page or elsewhere.
    [GeneratedRegex(@"\]\((?<to>[^)#:\s]+)[)#]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    private static async Task<(int Code, string Said)> AnalyzeAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", ["--no-pager", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
