using System.Security.Cryptography;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.DataProtection;

namespace Jinguo.Web.Setup;

/// <summary>
/// Remembers for some minutes that persons are shown in full: in an encrypted cookie, for one person signed in and one thing,
/// so that any node knows it and nothing is kept on the server. That it was asked for, and why, is in the history.
/// </summary>
public sealed class RevealedPersons(IDataProtectionProvider protection, Settings settings, TimeProvider time)
{
    private const string Cookie = "jinguo-revealed";
    private readonly IDataProtector protector = protection.CreateProtector("Jinguo.RevealedPersons");

    /// <summary>Shows the persons of one thing in full from now on.</summary>
    public void Begin(HttpContext context, Actor actor, Guid subject)
    {
        var until = time.Instant().AddMinutes(settings.RevealMinutes);
        context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(new Reveal(actor.AccountId, subject, until))), new()
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromMinutes(settings.RevealMinutes),
        });
    }

    /// <summary>Masks them again before the time is over.</summary>
    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    /// <summary>Until when (UTC) the persons of this thing are shown in full to this actor; null where they are masked.</summary>
    public DateTime? Until(HttpContext context, Actor actor, Guid subject)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } text)
            return null;
        try
        {
            var reveal = JsonSerializer.Deserialize<Reveal>(protector.Unprotect(text));
            return reveal is not null && reveal.AccountId == actor.AccountId && reveal.Subject == subject && reveal.Until > time.Instant() ? reveal.Until : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Reveal(Guid? AccountId, Guid Subject, DateTime Until);
}
