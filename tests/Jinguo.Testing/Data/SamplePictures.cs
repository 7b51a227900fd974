using System.Buffers.Binary;
using System.Text;

namespace Jinguo.Testing.Data;

/// <summary>Small pictures as phones write them. Whole in their form; what they show is nothing.</summary>
public static class SamplePictures
{
    /// <summary>What must never be kept of a picture.</summary>
    public const string Place = "GPS 24.77N 104.03E Nokia";

    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    /// <summary>A JPEG: a header and a scan.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\x1\x1\0\0\x1\0\x1\0\0"), .. Scan, 0xFF, 0xD9];

    /// <summary>A JPEG with all that a phone adds; it lies on its side where the orientation says so.</summary>
    /// <param name="orientation">1–8; 0 for no Exif.</param>
    /// <param name="isLittle">Byte order of its Exif.</param>
    public static byte[] JpegOfPhone(int orientation, bool isLittle = true) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\x1\x1\0\0\x1\0\x1\0\0"), .. orientation == 0 ? [] : Segment(0xE1, Exif(orientation, isLittle)),
        .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Place), .. Segment(0xE2, "ICC_PROFILE\0colours"), .. Segment(0xE2, "MPF\0" + Place), .. Segment(0xED, Place), .. Segment(0xFE, Place),
        .. Scan, 0xFF, 0xD9, .. Encoding.Latin1.GetBytes(Place),
    ];

    /// <summary>A PNG with a text, an Exif chunk and something after its end.</summary>
    public static byte[] Png { get; } =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", "0123456789abc"), .. Chunk("tEXt", Place), .. Chunk("eXIf", Place), .. Chunk("IDAT", "picture"), .. Chunk("IEND", ""), .. Encoding.Latin1.GetBytes(Place),
    ];

    /// <summary>A WebP that announces Exif and XMP and has them.</summary>
    public static byte[] Webp { get; } = Riff([.. Part("VP8X", "\x0C\0\0\0\0\0\0\0\0\0"), .. Part("VP8 ", "odd"), .. Part("EXIF", Place), .. Part("XMP ", Place)]);

    private static byte[] Segment(byte marker, string content) => Segment(marker, Encoding.Latin1.GetBytes(content));

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) / 256), (byte)((content.Length + 2) % 256), .. content];

    private static byte[] Exif(int orientation, bool isLittle)
    {
        byte[] Two(int value) => isLittle ? [(byte)value, (byte)(value / 256)] : [(byte)(value / 256), (byte)value];
        byte[] Four(int value) => isLittle ? [.. Two(value), 0, 0] : [0, 0, .. Two(value)];
        return
        [
            .. "Exif\0\0"u8, .. isLittle ? "II"u8 : "MM"u8, .. Two(42), .. Four(8), .. Two(2),
            .. Two(0x010F), .. Two(2), .. Four(Place.Length), .. Four(38), .. Two(0x0112), .. Two(3), .. Four(1), .. Two(orientation), 0, 0, .. Four(0), .. Encoding.Latin1.GetBytes(Place),
        ];
    }

    private static byte[] Chunk(string type, string content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(type + content), 0, 0, 0, 0];
    }

    private static byte[] Part(string type, string content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.Latin1.GetBytes(type), .. length, .. Encoding.Latin1.GetBytes(content), .. content.Length % 2 == 1 ? new byte[1] : []];
    }

    private static byte[] Riff(byte[] parts)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, parts.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. parts];
    }
}
