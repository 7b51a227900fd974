using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables;

/// <summary>表式: the definitions that she may use, and her body's own.</summary>
[Needs(Right.TableRead)]
public sealed class DefinitionsModel(TableLibrary library, Actor actor) : PageModel
{
    private const int LargestFile = 1 << 20;

    public IReadOnlyList<DefinitionLine> Definitions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Items => [.. Definitions.Select(line => new SelectListItem(line.Body is null ? line.Definition.Name : $"{line.Definition.Name}（{line.Body}）", $"{line.Kept.Id}"))];

    public bool MayWrite => actor.Has(Right.TableWrite);

    public async Task OnGetAsync(CancellationToken cancel) => Definitions = await library.ListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!MayWrite)
            return Forbid();
        if (file is null || file.Length > LargestFile)
            return await RefusedAsync([new("table.file", file is null ? "请先选一个 .json 文件。" : "文件太大，报表文件不超过1MB。", "file")], cancel);
        using var reader = new StreamReader(file.OpenReadStream());
        return await DoneAsync(await library.PutAsync(actor.OrganisationId, file.FileName, await reader.ReadToEndAsync(cancel), actor, cancel), cancel);
    }

    public async Task<IActionResult> OnPostAdoptAsync([FromForm] string? definition, [FromForm] string? number, [FromForm] string? documentNumber, [FromForm] DateOnly? validTo, CancellationToken cancel) => MayWrite
        ? await DoneAsync(await library.AdoptAsync(definition ?? "", new((number ?? "").Trim(), (documentNumber ?? "").Trim(), validTo), actor, cancel), cancel)
        : Forbid();

    private async Task<IActionResult> DoneAsync(Outcome<KeptDefinition> outcome, CancellationToken cancel)
    {
        if (!outcome.Done)
            return await RefusedAsync(outcome.Problems, cancel);
        this.Tell(MessageKind.Ok, $"《{outcome.Value.Name}》第{outcome.Value.Version}版可以用了。");
        return LocalRedirect("/tables/definitions");
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        foreach (var problem in problems)
            ModelState.AddModelError("", problem.Text);
        Definitions = await library.ListAsync(cancel);
        return Page();
    }
}
