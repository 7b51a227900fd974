using System.Buffers;
using System.Text;

namespace Jinguo.Office;

/// <summary>Which encoding a text file from a Chinese office is in: Excel saves CSV in GBK, everything newer in UTF-8.</summary>
internal static class TextEncoding
{
    /// <summary>How many Chinese letters of UTF-8 in a row no text in GBK holds by chance: about once in 30 million letters.</summary>
    private const int TellingRow = 3;

    /// <summary>UTF-8, throwing at what is none.</summary>
    internal static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB18030, which holds GBK, throwing at what is none.</summary>
    internal static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding of a whole file; null where it is in none, or in several.</summary>
    internal static Encoding? Of(Stream content)
    {
        Span<byte> mark = stackalloc byte[2];
        content.Position = 0;
        var length = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        if (IsUtf16(mark[..length]))
        {
            return mark[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // Almost every UTF-8 text is invalid GB18030 or the reverse, so that the first that decodes strictly is right.
        var row = new Utf8Row();
        return Decodes(content, Utf8, ref row) ? Utf8
            : Decodes(content, Gb18030, ref row) && row.Longest < TellingRow ? Gb18030
            : null;
    }

    internal static bool IsUtf16(ReadOnlySpan<byte> start) =>
        start.Length >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF));

    /// <summary>
    /// Decodes text that was pasted together from files in UTF-8 and in GBK: each line is in one of them. Null where a line is in none, or in both.
    /// </summary>
    internal static string? DecodeByLine(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder(content.Length);
        while (!content.IsEmpty)
        {
            // The second byte of a letter in GBK is never a line feed.
            var end = content.IndexOf((byte)'\n') + 1;
            var line = content[..(end == 0 ? content.Length : end)];
            if (DecodeLine(line) is not { } decoded)
            {
                return null;
            }

            text.Append(decoded);
            content = content[line.Length..];
        }

        return text.ToString();
    }

    private static string? DecodeLine(ReadOnlySpan<byte> line)
    {
        var row = new Utf8Row();
        row.Read(line);
        try
        {
            return row.Longest > 0 && System.Text.Unicode.Utf8.IsValid(line) ? Utf8.GetString(line)
                : row.Longest < TellingRow ? Gb18030.GetString(line)
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool Decodes(Stream content, Encoding encoding, ref Utf8Row row)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(64 << 10);
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            content.Position = 0;
            row = new Utf8Row();
            var decoder = encoding.GetDecoder();
            int read;
            do
            {
                read = content.Read(bytes, 0, bytes.Length);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                row.Read(bytes.AsSpan(0, read));
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

    /// <summary>Counts Chinese letters that stand in a row in UTF-8: E4–E9 and two bytes 80–BF, or a punctuation mark of that form.</summary>
    private struct Utf8Row
    {
        private int _letters;
        private int _missing;

        internal int Longest { get; private set; }

        internal void Read(ReadOnlySpan<byte> bytes)
        {
            foreach (var one in bytes)
            {
                if (_missing > 0 && one is >= 0x80 and <= 0xBF)
                {
                    if (--_missing == 0)
                    {
                        Longest = Math.Max(Longest, ++_letters);
                    }

                    continue;
                }

                if (_missing > 0 || one is not (>= 0xE3 and <= 0xE9 or 0xEF))
                {
                    _letters = 0;
                }

                _missing = one is >= 0xE3 and <= 0xE9 or 0xEF ? 2 : 0;
            }
        }
    }
}
