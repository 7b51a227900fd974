using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>证据清单 for a protection order: the kinds of the law, what is there ticked by hand, printable beside the application.</summary>
[Needs(Right.CaseHandle)]
public sealed class EvidenceModel(CaseEvidenceBook book) : PageModel
{
    public EvidenceView View { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    public bool MayAct => View.MayAct && View.Case.Stage != CaseStage.Archived;

    /// <summary>（一）, （二）… as the law numbers them.</summary>
    public static string Number(int index) => index < 10 ? $"（{"一二三四五六七八九十"[index]}）" : $"（十{"一二三四五六七八九"[index - 10]}）";

    /// <summary>True where a kind is ticked: as it was sent, or as it stands.</summary>
    public bool IsTicked(EvidenceLine line) => Sent is { } sent ? sent.ContainsKey(line.Kind.Code) : line.IsThere;

    /// <summary>The note of a kind: as it was sent, or as it stands.</summary>
    public string Note(EvidenceLine line) => Request.HasFormContentType ? Request.Form[$"note.{line.Kind.Code}"].ToString() : line.Note;

    private Dictionary<string, string>? Sent { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Version = View.Case.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] List<string> there, CancellationToken cancel)
    {
        ModelState.Clear();
        Sent = there.Distinct().ToDictionary(code => code, code => Request.Form[$"note.{code}"].ToString(), StringComparer.Ordinal);
        var saved = await book.SaveAsync(id, Version, Sent, cancel);
        if (saved.Done)
        {
            this.Tell(MessageKind.Ok, string.Create(CultureInfo.InvariantCulture, $"证据清单存好了，有{Sent.Count}种。"));
            return LocalRedirect($"/cases/{id}/evidence");
        }
        if (saved.Problems.Any(problem => problem.Code == Problem.NotFoundCode) || !await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Add(saved.Problems, prefix: "");
        // She has read why: what she sends next builds on what stands now.
        Version = View.Case.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await book.ReadAsync(id, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
