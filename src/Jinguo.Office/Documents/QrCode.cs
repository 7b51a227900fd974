using QRCoder;

namespace Jinguo.Office.Documents;

/// <summary>Square codes that a phone reads.</summary>
public static class QrCode
{
    /// <summary>The code of a text, usually an address, as a black and white PNG with its quiet zone.</summary>
    /// <param name="text">At most about 1,000 Chinese characters or 2,300 Latin ones.</param>
    /// <param name="pixelsPerModule">Size of one little square, 1–50 pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of the squares is out of range.</exception>
    /// <exception cref="ArgumentException">The text is too long for a code.</exception>
    public static byte[] Png(string text, int pixelsPerModule = 8)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(pixelsPerModule, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixelsPerModule, 50);
        try
        {
            using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
            using var png = new PngByteQRCode(code);
            return png.GetGraphic(pixelsPerModule);
        }
        catch (QRCoder.Exceptions.DataTooLongException cause)
        {
            throw new ArgumentException("The text is too long for a code.", nameof(text), cause);
        }
    }
}
