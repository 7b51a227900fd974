using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Jinguo.Web.Setup;

/// <summary>
/// Carries the rows of a preview to the act in a hidden field, encrypted, so that nothing lies on the server between the two
/// and any node can go on.
/// </summary>
public sealed class CarriedRows(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Jinguo.CarriedRows").ToTimeLimitedDataProtector();

    /// <summary>Encrypted, for a hidden field.</summary>
    public string Protect<T>(IReadOnlyList<T> rows) => protector.Protect(JsonSerializer.Serialize(rows), Lifetime);

    /// <summary>Decrypted; null when they are not ours or too old.</summary>
    public IReadOnlyList<T>? Unprotect<T>(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<List<T>>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
