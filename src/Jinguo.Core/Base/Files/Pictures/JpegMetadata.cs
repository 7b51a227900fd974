using System.Buffers.Binary;

namespace Jinguo.Core.Base.Files.Pictures;

/// <summary>
/// JPEG (ITU-T T.81): a row of segments, each a marker with a length, and the scans. Of the application segments only
/// JFIF, colour profile and Adobe's colour mark stay; of Exif only the orientation, which tells the side that is up.
/// </summary>
internal static class JpegMetadata
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Comment = 0xFE;
    private const byte FirstApplication = 0xE0, Exif = 0xE1, ColourProfile = 0xE2, Adobe = 0xEE, LastApplication = 0xEF;
    private const ushort OrientationTag = 0x0112;

    public static bool TryRemove(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        if (picture is not [0xFF, StartOfImage, ..])
            return false;
        clean.Write(picture[..2]);
        var hasScan = false;
        var at = 2;
        while (at + 4 <= picture.Length && picture[at] == 0xFF)
        {
            var marker = picture[at + 1];
            if (marker == EndOfImage)
                break;
            if (marker == 0xFF)
            {
                // Markers may be preceded by any number of these.
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            if (length < 2 || at + 2 + length > picture.Length)
                return false;
            var segment = picture.Slice(at, 2 + length);
            if (marker == Exif && OrientationIn(segment[4..]) is > 1 and var orientation)
                clean.Write(OrientationAlone(orientation));
            else if (Stays(marker, segment[4..]))
                clean.Write(segment);
            at += segment.Length;
            if (marker != StartOfScan)
                continue;
            hasScan = true;
            var end = EndOfScan(picture, at);
            clean.Write(picture[at..end]);
            at = end;
        }
        clean.Write([0xFF, EndOfImage]);
        return hasScan;
    }

    private static bool Stays(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        FirstApplication or Adobe => true,
        ColourProfile => content.StartsWith("ICC_PROFILE\0"u8),
        Comment or > FirstApplication and <= LastApplication => false,
        _ => true,
    };

    /// <summary>Where the next segment begins: within a scan FF is followed by 00 or by a restart mark.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> picture, int from)
    {
        for (var at = from; at + 1 < picture.Length; at++)
            if (picture[at] == 0xFF && picture[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))
                return at;
        return picture.Length;
    }

    /// <summary>Orientation 1 to 8 of an Exif segment (TIFF 6.0, tag 274); 0 where there is none.</summary>
    private static int OrientationIn(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("Exif\0\0"u8) || content.Length < 14)
            return 0;
        var tiff = content[6..];
        var isLittle = tiff[0] == 'I';
        var directory = Read32(tiff, 4, isLittle);
        if (directory > tiff.Length - 2)
            return 0;
        var entries = Read16(tiff, (int)directory, isLittle);
        for (var entry = (int)directory + 2; entries > 0 && entry + 12 <= tiff.Length; entries--, entry += 12)
            if (Read16(tiff, entry, isLittle) == OrientationTag)
                return Read16(tiff, entry + 8, isLittle) is >= 1 and <= 8 and var found ? found : 0;
        return 0;
    }

    private static byte[] OrientationAlone(int orientation) =>
    [
        0xFF, Exif, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Read16(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Read32(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
