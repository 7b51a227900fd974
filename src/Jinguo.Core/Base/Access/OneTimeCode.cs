using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Access;

/// <summary>One-time codes of six digits that change every 30 seconds (RFC 6238 with HMAC-SHA-1, as every authenticator app reads them).</summary>
public static class OneTimeCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int SecondsOfStep = 30;
    private const int SecretBytes = 20;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, 160 bits in base 32 (RFC 4648 without padding).</summary>
    public static string NewSecret() => Base32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The code of a step.</summary>
    /// <param name="secret">The secret in base 32.</param>
    /// <param name="step">30 seconds since 1970, counted.</param>
    public static string Of(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard says SHA-1; its weakness does not touch an HMAC.
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of an instant.</summary>
    public static long Step(DateTime instant) => (long)(instant - DateTime.UnixEpoch).TotalSeconds / SecondsOfStep;

    /// <summary>The step of a right code: the present one or a neighbour, for clocks differ, and later than the last one used. Null for a wrong code.</summary>
    public static long? Check(string secret, string? code, DateTime now, long lastUsed)
    {
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        for (var step = Step(now) - 1; step <= Step(now) + 1; step++)
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, step)), Encoding.ASCII.GetBytes(typed)))
                return step;
        return null;
    }

    /// <summary>Bytes in base 32.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Letters[(held >> (bits - 5)) & 31]);
            held &= 31;
        }
        return bits == 0 ? text.ToString() : text.Append(Letters[(held << (5 - bits)) & 31]).ToString();
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in base32)
        {
            (held, bits) = ((held << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
