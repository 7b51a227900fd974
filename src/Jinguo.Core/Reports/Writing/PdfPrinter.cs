using System.Diagnostics;
using System.Security;
using Jinguo.Core.Base;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Turns Word files into PDF with LibreOffice, where it is installed. One at a time: it needs much memory.</summary>
public sealed class PdfPrinter : IDisposable
{
    private const string Program = "soffice";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // Free stand-ins for the fonts of official documents; the Word file keeps the true names.
    private static readonly (string Asked, string[] Given)[] StandIns =
    [
        ("方正小标宋简体", ["Noto Serif CJK SC", "AR PL SungtiL GB"]),
        ("仿宋_GB2312", ["FangSong", "AR PL SungtiL GB", "Noto Serif CJK SC"]),
        ("楷体_GB2312", ["KaiTi", "AR PL KaitiM GB", "Noto Serif CJK SC"]),
        ("黑体", ["SimHei", "Noto Sans CJK SC"]),
        ("宋体", ["SimSun", "Noto Serif CJK SC", "AR PL SungtiL GB"]),
        ("Times New Roman", ["Liberation Serif"]),
    ];

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The program on the path, or null.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? Program + ".exe" : Program))
        .FirstOrDefault(File.Exists);

    /// <summary>Prints a Word file. Problems: LibreOffice is not installed, failed, or took too long.</summary>
    public async Task<Outcome<byte[]>> PrintAsync(byte[] docx, CancellationToken cancel = default)
    {
        if (Find() is not { } program)
            return new Problem("report.pdf.missing", "服务器上没有装 LibreOffice，不能转成PDF。请下载Word文件，用Word或WPS另存为PDF；或请管理员安装（Debian：apt install libreoffice-writer-nogui）。");
        await turn.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("jinguo-pdf-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "report.docx"), docx, cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "fonts.conf"), FontRules(), cancel);
            var done = await RunAsync(program, folder, cancel);
            var pdf = Path.Combine(folder, "report.pdf");
            return done && File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, cancel)
                : new Problem("report.pdf.failed", "没有转成PDF。请过一会儿再试，或下载Word文件自己另存为PDF。");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    // A profile of its own: otherwise a LibreOffice that somebody has open takes the call and nothing is printed.
    private static async Task<bool> RunAsync(string program, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf") },
            ArgumentList = { "--headless", "--norestore", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--convert-to", "pdf", "--outdir", folder, "report.docx" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static string FontRules() => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
          {string.Concat(StandIns.Select(one => $"<alias binding=\"same\"><family>{SecurityElement.Escape(one.Asked)}</family><accept>{string.Concat(one.Given.Select(font => $"<family>{font}</family>"))}</accept></alias>"))}
        </fontconfig>
        """;
}
