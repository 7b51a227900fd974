using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Jinguo.Web.Ui;

/// <summary>Registers the pages and how they are written.</summary>
public static class Look
{
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddRouting(options => options.LowercaseUrls = true);
        // Chinese goes out as it is: as numbered entities a page would weigh twice as much.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
