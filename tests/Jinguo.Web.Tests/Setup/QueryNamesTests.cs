using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Tests.Setup;

/// <summary>Razor Pages keeps some words as route values: a query of that name binds to the page's own path instead.</summary>
public sealed class QueryNamesTests
{
    private static readonly string[] Taken = ["page", "handler", "area", "action", "controller"];

    [Fact]
    public void NoPage_BindsAQueryUnderAWordThatRoutingKeeps()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel))).ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.SelectMany(page => Bound(page).Where(name => Taken.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => $"{page.Name}: {name}; page numbers are ?p=")));
    }

    private static IEnumerable<string> Bound(Type page) => page.GetProperties()
        .Select(property => (property.Name, Bind: property.GetCustomAttribute<BindPropertyAttribute>()))
        .Where(one => one.Bind is not null)
        .Select(one => one.Bind!.Name ?? one.Name)
        .Concat(page.GetMethods().Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)).SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!));
}
