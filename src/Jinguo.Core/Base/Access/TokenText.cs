using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Access;

/// <summary>The text of a token: <c>jg_</c>, its key in 32 hexadecimal digits, <c>_</c>, and 256 random bits.</summary>
public static class TokenText
{
    private const string Beginning = "jg_";
    private const int SecretBytes = 32;
    private const int KeyDigits = 32;

    /// <summary>A new text for a key.</summary>
    public static string New(Guid id) => $"{Beginning}{id:N}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <summary>The key of the token, or null where this is no text of a token. Says nothing about the secret.</summary>
    public static Guid? IdOf(string text) =>
        text.Length > Beginning.Length + KeyDigits && text.StartsWith(Beginning, StringComparison.Ordinal)
        && text[Beginning.Length + KeyDigits] == '_' && Guid.TryParseExact(text.AsSpan(Beginning.Length, KeyDigits), "N", out var id) ? id : null;

    /// <summary>What is kept of a text: 256 random bits need no slow hash.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>True when the text is the one whose hash was kept; takes the same time wherever they differ.</summary>
    public static bool IsRight(string text, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(text)), Encoding.ASCII.GetBytes(hash));
}
