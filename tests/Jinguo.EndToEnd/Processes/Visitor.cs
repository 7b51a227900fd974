using System.Net;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Browsers and programs that come to the product over the network.</summary>
internal static class Visitor
{
    /// <summary>A browser that has signed in with a name and the password of <see cref="ProductData"/>.</summary>
    /// <param name="address">Where the product is reached.</param>
    /// <param name="userName">Who.</param>
    /// <param name="repeats">Sends a request that failed again, where given.</param>
    public static async Task<PageClient> SignInAsync(Uri address, string userName = ProductData.UserName, RepeatingHandler? repeats = null)
    {
        var client = At(address, new(), repeats);
        var page = await (await client.GetAsync("/sign-in?from=/account")).Form().Set("UserName", userName).Set("password", ProductData.Password).SubmitAsync();
        Assert.Equal("/account", page.Address);
        return client;
    }

    /// <summary>The same, of one process.</summary>
    public static Task<PageClient> SignInAsync(this ProductProcess product) => SignInAsync(product.Address);

    /// <summary>A browser with cookies, which may be another's: of one host, whatever the port.</summary>
    public static PageClient At(Uri address, CookieContainer cookies, RepeatingHandler? repeats = null)
    {
        var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        if (repeats is not null)
            repeats.InnerHandler = handler;
        return new PageClient(new HttpClient((HttpMessageHandler?)repeats ?? handler) { BaseAddress = address }, cookies);
    }
}
