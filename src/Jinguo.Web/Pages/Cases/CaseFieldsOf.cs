using Jinguo.Core.Records.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jinguo.Web.Pages.Cases;

/// <summary>What the fields of a case are drawn from.</summary>
public sealed record CaseFieldsOf(CaseForm Form, CaseWords Words, ModelStateDictionary State, DateOnly Today, bool IsNew)
{
    private static readonly string[] First = ["", "Channel", "Name", "Phone", "Request", "Category", "Kind", "Risk", "SafeContact", "Reason"];

    /// <summary>True once it is known that a reason is needed.</summary>
    public bool NeedsReason => State.ContainsKey("Reason") || !string.IsNullOrWhiteSpace(Form["Reason"]);

    /// <summary>Open where something below is wrong, or the case is completed.</summary>
    public bool IsMoreOpen => !IsNew || State.Any(entry => entry.Value!.Errors.Count > 0 && !First.Contains(entry.Key));
}
