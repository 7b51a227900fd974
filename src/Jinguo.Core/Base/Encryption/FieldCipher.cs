using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Encryption;

/// <summary>
/// Seals the text of a field for the database and opens it again: AES-256-GCM with a random nonce. What the text is and whose
/// row it stands in are authenticated with it, so that a sealed text moved to another row or column does not open.
/// </summary>
public sealed class FieldCipher(DataKeyStore store)
{
    /// <summary>Begins every sealed text; another cipher would have another version.</summary>
    public const string Version = "s1";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Begins every text sealed with the newest key: rows whose text begins otherwise are to be sealed anew.</summary>
    public string NewestPrefix => $"{Version}.{store.Keys.Newest.Id}.";

    /// <summary>Seals.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purpose">What it is: <c>person.phone</c>.</param>
    /// <param name="row">Key of its row.</param>
    /// <returns><c>s1.KEY.…</c>, about a third longer than the text and 48 letters.</returns>
    public string Seal(string text, string purpose, string row)
    {
        var key = store.Keys.Newest;
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length), Bound(key.Id, purpose, row));
        return $"{Version}.{key.Id}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens.</summary>
    /// <exception cref="DataKeysException">The key is not in the ring, or the text was changed or belongs to another row.</exception>
    public string Open(string sealedText, string purpose, string row)
    {
        var parts = sealedText.Split('.');
        if (parts is not [Version, var id, var body] || !Base64Url.IsValid(body))
            throw new DataKeysException($"{purpose}（{row}）不是加密文本。(Not a sealed text.)");
        var key = store.Keys.Find(id)
            ?? throw new DataKeysException($"{purpose}（{row}）是用密钥 {id} 加密的，密钥文件里没有它。请恢复旧的密钥文件。(Sealed with the key {id}, which the ring does not hold.)");
        var bytes = Base64Url.DecodeFromChars(body);
        if (bytes.Length < NonceLength + TagLength)
            throw Changed(purpose, row);
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key.Bytes, TagLength);
            aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, plain.Length), bytes.AsSpan(NonceLength + plain.Length), plain, Bound(id, purpose, row));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Changed(purpose, row);
        }
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether a text is one that this product sealed.</summary>
    public static bool IsSealed(string text) => text.StartsWith(Version + ".", StringComparison.Ordinal) && text.AsSpan().Count('.') == 2;

    private static DataKeysException Changed(string purpose, string row) =>
        new($"{purpose}（{row}）的加密文本打不开：被改过，或密钥不对。(The sealed text was changed, or the key is another.)");

    private static byte[] Bound(string key, string purpose, string row) => Encoding.UTF8.GetBytes($"{Version}\n{key}\n{purpose}\n{row}");
}
