namespace Jinguo.Core.Base.Files.Pictures;

/// <summary>
/// Takes out of a picture what a phone or a program wrote beside it: the place (GPS), the device, the time, the maker's
/// own data, small previews, comments, and whatever follows the picture's end. The picture itself is copied bit by bit;
/// its colours and the side that is up stay.
/// </summary>
public static class PictureMetadata
{
    /// <summary>The picture without them.</summary>
    /// <param name="mediaType">One of <see cref="MediaTypes.IsPicture"/>.</param>
    /// <param name="picture">The whole file.</param>
    /// <returns>Null where the file is no whole picture of that kind.</returns>
    public static byte[]? Without(string mediaType, ReadOnlySpan<byte> picture)
    {
        using var clean = new MemoryStream(picture.Length);
        var isWhole = mediaType switch
        {
            "image/jpeg" => JpegMetadata.TryRemove(picture, clean),
            "image/png" => PngMetadata.TryRemove(picture, clean),
            "image/webp" => WebpMetadata.TryRemove(picture, clean),
            _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, "Not a picture that browsers show."),
        };
        return isWhole ? clean.ToArray() : null;
    }
}
