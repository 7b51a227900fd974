namespace Jinguo.Web.Ui;

/// <summary>长辈版: larger letters and targets, fewer things. Kept in a cookie of this browser.</summary>
public static class Elder
{
    private const string Cookie = "jg-elder";

    public static bool IsOn(HttpContext context) => context.Request.Cookies[Cookie] == "1";

    public static void Set(HttpContext context, bool on)
    {
        if (!on)
        {
            context.Response.Cookies.Delete(Cookie);
            return;
        }

        context.Response.Cookies.Append(Cookie, "1", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
