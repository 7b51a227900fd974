using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Encryption;

/// <summary>
/// Seals the whole content of a file with a key of its own: AES-256-GCM. The key is kept sealed elsewhere
/// (<see cref="FieldCipher"/>), so that a change of the data keys seals keys anew and leaves the contents as they lie.
/// </summary>
public static class ContentCipher
{
    /// <summary>So many bytes a sealed content is longer than the content.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>A new key: 32 random bytes. For one content only.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(DataKeys.KeyLength);

    /// <summary>Seals a content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="key">A key of <see cref="NewKey"/>.</param>
    /// <param name="bound">Whose content it is: under another name it does not open.</param>
    public static byte[] Seal(ReadOnlySpan<byte> content, byte[] key, string bound)
    {
        var sealedBytes = new byte[content.Length + Overhead];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, content, sealedBytes.AsSpan(NonceLength, content.Length), sealedBytes.AsSpan(NonceLength + content.Length), Encoding.UTF8.GetBytes(bound));
        return sealedBytes;
    }

    /// <summary>Opens a content.</summary>
    /// <param name="sealedBytes">As <see cref="Seal"/> gave it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="bound">Whose content it is.</param>
    /// <exception cref="DataKeysException">It was changed, cut, or is another's.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, byte[] key, string bound)
    {
        try
        {
            if (sealedBytes.Length < Overhead)
                throw new AuthenticationTagMismatchException();
            var content = new byte[sealedBytes.Length - Overhead];
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[NonceLength..^TagLength], sealedBytes[^TagLength..], content, Encoding.UTF8.GetBytes(bound));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DataKeysException($"{bound}的加密内容打不开：文件被改过、不完整，或不是它的。请用备份恢复。(The sealed content was changed or cut, or is another's.)");
        }
    }
}
