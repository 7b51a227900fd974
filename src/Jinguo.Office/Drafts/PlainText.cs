using System.Globalization;
using System.Text;

namespace Jinguo.Office.Drafts;

/// <summary>Reads plain text in the encodings that Chinese offices write.</summary>
internal static class PlainText
{
    /// <summary>One letter in so many may be a control character or none at all; a file with more is no text.</summary>
    private const int LettersPerFault = 50;

    /// <exception cref="OfficeFormatException">No text, or an encoding that cannot be told.</exception>
    internal static string Read(MemoryStream file, DraftLimits limits)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        // No encoding of these takes more than four bytes for a UTF-16 unit.
        if (bytes.Length / 4 > limits.Letters)
        {
            throw limits.TooLong();
        }

        var text = TextEncoding.Of(file) is { } encoding ? encoding.GetString(bytes) : TextEncoding.DecodeByLine(bytes);
        if (text is null)
        {
            throw new OfficeFormatException("这个文件的文字编码认不出（不是 UTF-8，也不是 GBK/GB18030，或是几种混在一起）。请用记事本或 WPS 打开检查，另存为 UTF-8 文本或 .docx 后再试，也可以直接粘贴文字。");
        }

        return Faults(text) > 1 + text.Length / LettersPerFault
            ? throw new OfficeFormatException("这个文件不像是文字，可能已损坏或不是文本文件。请上传 Word 文件（.docx）、文本文件（.txt）或带文字的 PDF。")
            : text.TrimStart('\uFEFF');
    }

    private static int Faults(string text)
    {
        var faults = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            faults += rune.Value is not ('\t' or '\n' or '\r' or '\f' or '\v')
                && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned)
                ? 1 : 0;
        }

        return faults;
    }
}
