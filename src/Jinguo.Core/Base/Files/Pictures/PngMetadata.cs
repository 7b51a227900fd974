using System.Buffers.Binary;

namespace Jinguo.Core.Base.Files.Pictures;

/// <summary>PNG (ISO/IEC 15948): a row of chunks. What is needed to draw stays; texts, times, Exif and private chunks go.</summary>
internal static class PngMetadata
{
    private const int Signature = 8;
    private const int Frame = 12;
    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
        { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT" };

    public static bool TryRemove(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        if (picture.Length < Signature)
            return false;
        clean.Write(picture[..Signature]);
        for (var at = Signature; at + Frame <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture[at..]);
            if (length > picture.Length - at - Frame)
                return false;
            var chunk = picture.Slice(at, Frame + (int)length);
            var type = System.Text.Encoding.Latin1.GetString(chunk[4..8]);
            if (Needed.Contains(type))
                clean.Write(chunk);
            if (type == "IEND")
                return true;
            at += chunk.Length;
        }
        return false;
    }
}
