using System.Security.Cryptography;

namespace Jinguo.Core.Base.Access;

/// <summary>Passwords to begin with: read aloud and typed from paper without doubt, changed by their owner.</summary>
public static class InitialPassword
{
    // Without letters and digits that look alike: 0 O o, 1 l I i.
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Small = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>A new one, such as <c>Hbkt-4937-mwe</c>: over 40 bits, from the system's random source.</summary>
    public static string New() => string.Concat(
        RandomNumberGenerator.GetString(Capitals, 1),
        RandomNumberGenerator.GetString(Small, 3),
        "-",
        RandomNumberGenerator.GetString(Digits, 4),
        "-",
        RandomNumberGenerator.GetString(Small, 3));
}
