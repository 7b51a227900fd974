using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Encryption;

/// <summary>
/// Finds a sealed value without opening any: the same value has the same index, and from the index nobody without the key comes
/// to the value. HMAC-SHA-256 of the value in its normal form under a key of its own, cut to 128 bits: with a billion persons
/// two of them meet with a chance below 10⁻²⁰. For exact search only.
/// </summary>
public sealed class BlindIndex(DataKeyStore store)
{
    /// <summary>Length of an index, in letters.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>The index of a value.</summary>
    /// <param name="value">In its normal form: two spellings of one number have two indexes.</param>
    /// <param name="purpose">What it is, so that equal texts of different fields differ: <c>person.phone</c>.</param>
    public string Of(string value, string purpose) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(store.Keys.IndexKey, Encoding.UTF8.GetBytes($"{purpose}\n{value}")).AsSpan(0, Bytes));
}
