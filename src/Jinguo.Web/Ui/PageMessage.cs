using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jinguo.Web.Ui;

/// <summary>How grave a message is; decides colour and sign.</summary>
public enum MessageKind
{
    Ok,
    Info,
    Warn,
    Bad,
}

/// <summary>
/// A sentence for the next page she sees. <paramref name="UndoAction"/> is an address that takes a POST and
/// is offered as 撤回; <paramref name="LinkHref"/> with <paramref name="LinkText"/> is one further link.
/// </summary>
public sealed record PageMessage(
    MessageKind Kind, string Text, string? UndoAction = null, string? LinkHref = null, string? LinkText = null)
{
    private const string Key = "jg-message";

    /// <summary>The message left for this page, taken away by reading it.</summary>
    public static PageMessage? Take(ITempDataDictionary kept) =>
        kept[Key] is string json ? JsonSerializer.Deserialize<PageMessage>(json) : null;

    internal void LeaveIn(ITempDataDictionary kept) => kept[Key] = JsonSerializer.Serialize(this);
}

public static class PageMessages
{
    /// <summary>Leaves a sentence for the page that the redirect leads to; an Ok message also ends the draft of the form.</summary>
    public static void Tell(
        this PageModel page, MessageKind kind, string text, string? undoAction = null, string? linkHref = null, string? linkText = null) =>
        new PageMessage(kind, text, undoAction, linkHref, linkText).LeaveIn(page.TempData);
}
