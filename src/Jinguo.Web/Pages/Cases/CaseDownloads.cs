namespace Jinguo.Web.Pages.Cases;

/// <summary>What goes out of a case as a file is saved and never shown in the browser, and no copy stays on the way.</summary>
public static class CaseDownloads
{
    /// <summary>Sets the headers; the answer itself is an attachment.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "no-store";
    }
}
