using System.Buffers;
using System.Text;

namespace Jinguo.Office.Excel;

/// <summary>Which encoding a text file from a Chinese office is in: Excel saves CSV in GBK, everything newer in UTF-8.</summary>
internal static class TextEncoding
{
    internal static Encoding Detect(Stream content, string fileName)
    {
        Span<byte> mark = stackalloc byte[2];
        content.Position = 0;
        var length = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        if (length == 2 && ((mark[0] == 0xFF && mark[1] == 0xFE) || (mark[0] == 0xFE && mark[1] == 0xFF)))
        {
            return mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // Almost every UTF-8 text is invalid GB18030 or the reverse, so that the first that decodes strictly is right.
        Encoding[] candidates =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ];
        return candidates.FirstOrDefault(e => Decodes(content, e))
            ?? throw new OfficeFormatException($"文件“{fileName}”的文字编码认不出（不是 UTF-8，也不是 GBK/GB18030）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。");
    }

    private static bool Decodes(Stream content, Encoding encoding)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(64 << 10);
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            content.Position = 0;
            var decoder = encoding.GetDecoder();
            int read;
            do
            {
                read = content.Read(bytes, 0, bytes.Length);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }
}
