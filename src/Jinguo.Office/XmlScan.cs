using System.Buffers;

namespace Jinguo.Office;

/// <summary>Runs over the bytes of an XML part without parsing them: how many, how long the longest text or tag, any formula or error.</summary>
internal sealed class XmlScan(long mostBytes, int longestText)
{
    private int _sinceTag;

    internal long Bytes { get; private set; }

    /// <summary>There are formulas or error values, of which the library does not tell everything.</summary>
    internal bool SawHidden { get; private set; }

    /// <summary>Reads to the end; false as soon as a limit is passed.</summary>
    internal bool Run(Stream part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
        try
        {
            var kept = 0;
            while (part.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
            {
                Bytes += read;
                if (Bytes > mostBytes || !WithinLongestText(buffer.AsSpan(kept, read)))
                {
                    return false;
                }

                var seen = buffer.AsSpan(0, kept + read);
                SawHidden = SawHidden || MayHide(seen);
                kept = Math.Min(2, seen.Length);
                seen[^kept..].CopyTo(buffer);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool WithinLongestText(ReadOnlySpan<byte> bytes)
    {
        // A text within one buffer is shorter than any limit; only those that run over several buffers need counting.
        var first = bytes.IndexOf((byte)'<');
        var isWithin = _sinceTag + (first < 0 ? bytes.Length : first) <= longestText;
        _sinceTag = first < 0 ? _sinceTag + bytes.Length : bytes.Length - bytes.LastIndexOf((byte)'<') - 1;
        return isWithin;
    }

    private static bool MayHide(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\"e\""u8) >= 0)
        {
            return true;
        }

        // <f>, <f t="shared">, and with a namespace prefix <x:f>.
        for (var at = bytes.IndexOf((byte)'f'); at >= 0; at = bytes.IndexOf((byte)'f'))
        {
            if (at > 0 && at + 1 < bytes.Length && (bytes[at - 1] is (byte)'<' or (byte)':')
                && bytes[at + 1] is (byte)'>' or (byte)' ' or (byte)'/')
            {
                return true;
            }

            bytes = bytes[(at + 1)..];
        }

        return false;
    }
}
