using System.Diagnostics;
using Jinguo.Testing;

namespace Jinguo.EndToEnd.Installation;

/// <summary>The archives as <c>./jinguo package</c> writes them from the build that is tested, made once for all tests.</summary>
public sealed class Archives : IAsyncLifetime
{
    /// <summary>The version that the archives bear.</summary>
    public const string Version = "0.1.0";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jinguo-archives-");

    /// <summary>Where they lie.</summary>
    public string Folder => folder.FullName;

    public Task InitializeAsync() => PackAsync(Folder);

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs what is built.</summary>
    /// <param name="to">The folder to write into.</param>
    /// <param name="environment">What else the process is to find in its environment.</param>
    public static async Task PackAsync(string to, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(RepositoryFolder.At("tools", "package"), ["--to", to]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
