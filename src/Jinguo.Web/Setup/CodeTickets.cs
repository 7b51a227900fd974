using System.Security.Cryptography;
using Jinguo.Core.Base.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Jinguo.Web.Setup;

/// <summary>
/// What travels, encrypted, in hidden fields while one-time codes are asked for or taken up: that the password was right, and
/// the secret shown. Nothing lies on the server meanwhile.
/// </summary>
public sealed class CodeTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector passwords = protection.CreateProtector("Jinguo.RightPassword").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector secrets = protection.CreateProtector("Jinguo.CodeSecret").ToTimeLimitedDataProtector();

    /// <summary>The password of this account was right.</summary>
    public string ForPassword(Account account) => passwords.Protect($"{account.Id:N} {account.SecurityStamp}", Lifetime);

    /// <summary>The account and its stamp; null when the ticket is not ours or too old.</summary>
    public (Guid Account, string Stamp)? ReadPassword(string? ticket) =>
        Open(passwords, ticket)?.Split(' ') is [var id, var stamp] ? (Guid.Parse(id), stamp) : null;

    /// <summary>A secret that is shown to its owner.</summary>
    public string ForSecret(string secret) => secrets.Protect(secret, Lifetime);

    /// <summary>The secret; null when it is not ours or too old.</summary>
    public string? ReadSecret(string? ticket) => Open(secrets, ticket);

    private static string? Open(ITimeLimitedDataProtector protector, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
