using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Jinguo.Office.Drafts;

/// <summary>Reads the text of a PDF with pdftotext of poppler, where that is installed; within limits, since the file may be hostile.</summary>
internal static class PdfText
{
    private const int LongestComplaint = 4096;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <returns>Lines as they stand on the pages; a form feed ends each page.</returns>
    /// <exception cref="OfficeFormatException">The program is not installed, or the file is damaged, encrypted, without text or too large.</exception>
    internal static async Task<string> ReadAsync(MemoryStream pdf, string program, DraftLimits limits, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("jinguo-draft-").FullName;
        try
        {
            var path = Path.Combine(folder, "draft.pdf");
            await using (var file = File.Create(path))
            {
                pdf.Position = 0;
                await pdf.CopyToAsync(file, cancel);
            }

            var (exit, text, complaint) = await RunAsync(program, path, limits, cancel);
            return text.Length > limits.Letters ? throw limits.TooLong()
                : !string.IsNullOrWhiteSpace(text) ? text
                : complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? throw new OfficeFormatException("这个 PDF 设了打开密码，读不了。请去掉密码后再试，或直接粘贴文字。")
                : exit != 0 || complaint.Contains("Couldn't", StringComparison.Ordinal) ? throw new OfficeFormatException("这个 PDF 读不出来，可能已损坏。请重新导出 PDF，或上传 Word 文件（.docx）。")
                : throw new OfficeFormatException("这个 PDF 里没有文字，多半是扫描件，只有图片。请上传 Word 文件（.docx），或直接粘贴文字。");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Exit, string Text, string Complaint)> RunAsync(string program, string path, DraftLimits limits, CancellationToken cancel)
    {
        using var process = Start(program, path);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(limits.PdfTime);
        var watch = WatchAsync(process, limits.PdfMemoryBytes, stop);
        try
        {
            var complaint = TakeAsync(process.StandardError, LongestComplaint, readsOn: true, stop.Token);
            var text = await TakeAsync(process.StandardOutput, limits.Letters + 1, readsOn: false, stop.Token);
            if (text.Length > limits.Letters)
            {
                return (0, text, "");
            }

            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, text, await complaint);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new OfficeFormatException("这个 PDF 太复杂，读不完。请上传 Word 文件（.docx），或直接粘贴文字。", cause);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }

            await watch;
        }
    }

    /// <summary>Stops the reading when the program takes too much memory; ends with the program.</summary>
    private static async Task WatchAsync(Process process, long mostBytes, CancellationTokenSource stop)
    {
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                if (process.WorkingSet64 > mostBytes)
                {
                    await stop.CancelAsync();
                    return;
                }
            }
            catch (InvalidOperationException)
            {
                // It ended meanwhile.
                return;
            }

            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }

    /// <summary>The first letters that a program writes; the rest is read on, so that the program can end, or left.</summary>
    private static async Task<string> TakeAsync(StreamReader from, int most, bool readsOn, CancellationToken cancel)
    {
        var taken = new StringBuilder();
        var buffer = new char[16 << 10];
        while ((taken.Length < most || readsOn) && await from.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            taken.Append(buffer, 0, Math.Min(read, most - taken.Length));
        }

        return taken.ToString();
    }

    private static Process Start(string program, string path)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "-enc", "UTF-8", "-eol", "unix", path, "-" },
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (Win32Exception cause)
        {
            throw new OfficeFormatException("服务器上没有装读 PDF 的程序 pdftotext。请上传 Word 文件（.docx）或直接粘贴文字；或请管理员安装（Debian：apt install poppler-utils）。", cause);
        }
    }
}
