using System.Buffers.Binary;

namespace Jinguo.Core.Base.Files.Pictures;

/// <summary>WebP (RFC 9649): RIFF chunks of even length. Exif and XMP go, and the flags that announce them.</summary>
internal static class WebpMetadata
{
    private const int Header = 12;
    private const byte ExifFlag = 0x08, XmpFlag = 0x04;

    public static bool TryRemove(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        if (picture.Length < Header)
            return false;
        clean.Write(picture[..Header]);
        var hasPicture = false;
        for (var at = Header; at + 8 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(picture[(at + 4)..]);
            if (length > picture.Length - at - 8)
                return false;
            var chunk = picture.Slice(at, Math.Min(8 + (int)length + (int)(length % 2), picture.Length - at));
            at += chunk.Length;
            if (chunk.StartsWith("EXIF"u8) || chunk.StartsWith("XMP "u8))
                continue;
            hasPicture |= chunk.StartsWith("VP8"u8) && !chunk.StartsWith("VP8X"u8) || chunk.StartsWith("ANMF"u8);
            var copied = (int)clean.Length;
            clean.Write(chunk);
            if (chunk.StartsWith("VP8X"u8) && length > 0)
                clean.GetBuffer()[copied + 8] &= unchecked((byte)~(ExifFlag | XmpFlag));
        }
        BinaryPrimitives.WriteUInt32LittleEndian(clean.GetBuffer().AsSpan(4), (uint)clean.Length - 8);
        return hasPicture;
    }
}
