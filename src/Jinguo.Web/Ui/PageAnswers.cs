using Jinguo.Core.Base;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Ui;

/// <summary>How a page answers an act.</summary>
public static class PageAnswers
{
    /// <summary>After an act: tells it and leads on; not found; or the problems at their fields, and null.</summary>
    public static IActionResult? Answer<T>(this PageModel page, Outcome<T> done, string message, string address)
    {
        if (done.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return page.NotFound();
        if (done.Done)
        {
            page.Tell(MessageKind.Ok, message);
            return page.LocalRedirect(address);
        }
        page.ModelState.Clear();
        page.ModelState.Add(done.Problems, prefix: "");
        return null;
    }
}
