using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Templates;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Reports;

/// <summary>Templates: those shipped, those of her body and of the bodies above.</summary>
[Needs(Right.ReportRead)]
public sealed class TemplatesModel(TemplateLibrary library, TemplateWordsReader words, Visible visible, TimeProvider time) : PageModel
{
    public IReadOnlyList<TemplateLine> Templates { get; private set; } = [];

    public TemplateWords Words { get; private set; } = null!;

    public IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Groups { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool MayWrite => visible.Actor.Has(Right.ReportWrite);

    public int Own => visible.Actor.OrganisationId;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromServices] TemplateService service, IFormFile? file, CancellationToken cancel)
    {
        if (!MayWrite)
            return Forbid();
        if (file is null)
        {
            ModelState.AddModelError("file", "请先选一个 .docx 文件。");
        }
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancel);
            var put = await service.PutAsync(Own, file.FileName, content.ToArray(), visible.Actor, cancel);
            if (put.Done)
            {
                this.Tell(put.Problems.Count > 0 ? MessageKind.Warn : MessageKind.Ok, put.Problems.Count > 0 ? put.Problems[0].Text : $"模板“{put.Value.Name}”可以用了。");
                return LocalRedirect("/reports/templates");
            }
            foreach (var problem in put.Problems)
                ModelState.AddModelError("", problem.Text);
        }
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromServices] TemplateService service, [FromForm] Guid id, CancellationToken cancel)
    {
        var deleted = await service.DeleteAsync(id, visible.Actor, cancel);
        if (!deleted.Done)
            return NotFound();
        this.Tell(MessageKind.Ok, $"模板“{deleted.Value.Name}”已删去；用它做过的总结不受影响。");
        return LocalRedirect("/reports/templates");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Templates = await library.ListAsync(cancel);
        Words = await words.ReadAsync(cancel);
        Groups = [.. Words.Measures.GroupBy(heading => heading.Group).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(heading => heading.Name)]))];
    }
}
