using Jinguo.Core.Base;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Turns problems of an act into errors beside the inputs of its form.</summary>
public static class Problems
{
    /// <summary>Errors go to their inputs; warnings are given back, to be shown with a tick.</summary>
    public static IReadOnlyList<Problem> Show(this PageModel page, IEnumerable<Problem> problems)
    {
        var warnings = new List<Problem>();
        foreach (var problem in problems)
        {
            if (problem.Level == ProblemLevel.Warning)
                warnings.Add(problem);
            else
                page.ModelState.AddModelError(problem.Field is null or "reason" or "purpose" or "highlight" ? problem.Field ?? "" : RecordForm.Name(problem.Field), problem.Text);
        }
        return warnings;
    }
}
