namespace Jinguo.Web.Ui;

/// <summary>How large letters are.</summary>
public enum Letters
{
    /// <summary>16 px.</summary>
    Usual,

    /// <summary>长辈版: 20 px.</summary>
    Large,

    /// <summary>长辈版 with letters as large as the rules for elderly readers ask for: 30 px.</summary>
    Largest,
}

/// <summary>长辈版: larger letters and targets, fewer things. Kept in a cookie of this browser.</summary>
public static class Elder
{
    private const string Cookie = "jg-elder";

    public static bool IsOn(HttpContext context) => LettersOf(context) != Letters.Usual;

    /// <summary>What this browser has chosen.</summary>
    public static Letters LettersOf(HttpContext context) => context.Request.Cookies[Cookie] switch
    {
        "1" => Letters.Large,
        "2" => Letters.Largest,
        _ => Letters.Usual,
    };

    /// <summary>Classes of the whole page.</summary>
    public static string? Css(HttpContext context) => LettersOf(context) switch
    {
        Letters.Large => "jg-elder",
        Letters.Largest => "jg-elder is-largest",
        _ => null,
    };

    public static void Set(HttpContext context, Letters letters)
    {
        if (letters == Letters.Usual)
        {
            context.Response.Cookies.Delete(Cookie);
            return;
        }

        context.Response.Cookies.Append(Cookie, letters == Letters.Largest ? "2" : "1", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
