using Jinguo.Core.Base;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jinguo.Web.Ui;

/// <summary>Shows the problems of an act at the fields of the form.</summary>
public static class ModelStateProblems
{
    /// <summary>Adds the problems; those of a field stand at <c>prefix.field</c>, or at <c>field</c> without a prefix.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<Problem> problems, string prefix = "Input")
    {
        foreach (var problem in problems)
            state.AddModelError(problem.Field is not { } name ? "" : prefix.Length == 0 ? name : $"{prefix}.{name}", problem.Text);
    }
}
