using Jinguo.Office.Word;

namespace Jinguo.Office.Drafts;

/// <summary>
/// Reads a draft that somebody wants checked: plain text in UTF-8, UTF-16 or GBK, .docx, or a PDF with text.
/// The kind is told by the content, not by the name. Nothing is fetched from the network.
/// </summary>
public static class DraftReader
{
    /// <summary>The program that reads PDF files, of poppler.</summary>
    public const string PdfProgram = "pdftotext";

    /// <summary>Reads a draft.</summary>
    /// <param name="content">The file, from where the stream stands; need not be seekable.</param>
    /// <param name="limits">How large it may be; the defaults if null.</param>
    /// <param name="pdfProgram">The program that turns PDF into text: a name on the path or a whole path.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OfficeFormatException">Empty, of another kind, damaged, encrypted, without text or too large; the message says what to do.</exception>
    public static async Task<DraftText> ReadAsync(Stream content, DraftLimits? limits = null, string pdfProgram = PdfProgram, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(pdfProgram);
        limits ??= new DraftLimits();
        using var file = await CopyAsync(content, limits, cancel);
        var kind = FileSignature.Of(file);
        var draft = kind switch
        {
            FileKind.Text => DraftText.Of(DraftKind.Text, PlainText.Read(file, limits)),
            FileKind.Zip or FileKind.Compound => DraftText.Of(WordText.Read(file)),
            FileKind.Pdf => DraftText.Of(DraftKind.Pdf, PdfLines.Join(await PdfText.ReadAsync(file, pdfProgram, limits, cancel))),
            FileKind.Empty => throw new OfficeFormatException("这个文件是空的。请打开检查一下内容，保存后再试。"),
            FileKind.Markup => throw new OfficeFormatException("这是网页或 XML 文件。请用浏览器打开，把文字复制过来；或用 Word、WPS 打开，另存为 .docx 后再试。"),
            FileKind.RichText => throw new OfficeFormatException("这是 RTF 文档。请用 Word 或 WPS 打开，另存为 .docx 后再试。"),
            FileKind.Unknown => throw new OfficeFormatException("这个文件认不出是什么格式，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再试。"),
            _ => throw new OfficeFormatException($"这是{FileSignature.Name(kind)}，读不出文字。请上传 Word 文件（.docx）、文本文件（.txt）或带文字的 PDF，也可以直接粘贴文字。"),
        };
        return draft.Text.Length > limits.Letters ? throw limits.TooLong()
            : string.IsNullOrWhiteSpace(draft.Text) ? throw new OfficeFormatException("这个文件里没有文字，可能只有图片。请检查内容，或直接粘贴文字。")
            : draft;
    }

    private static async Task<MemoryStream> CopyAsync(Stream content, DraftLimits limits, CancellationToken cancel)
    {
        var file = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            file.Write(buffer, 0, read);
            if (file.Length > limits.FileBytes)
            {
                throw new OfficeFormatException($"这个文件超过了 {limits.FileBytes >> 20} MB 的上限。请删去其中的图片，或拆成几份再试。");
            }
        }

        file.Position = 0;
        return file;
    }
}
