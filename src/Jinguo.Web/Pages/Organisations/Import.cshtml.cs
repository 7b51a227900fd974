using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Office.Excel;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>Bodies from Excel below one: template, preview, act.</summary>
[Needs(Right.OrganisationManage)]
public sealed class ImportModel(OrganisationTree tree, OrganisationImport import, CarriedRows carried) : PageModel
{
    private static readonly string[] Columns = ["上级", "全称", "类别", "级别", "代码"];

    public Organisation Top { get; private set; } = null!;

    public IReadOnlyList<CheckedOrganisationRow>? Rows { get; private set; }

    /// <summary>The rows, encrypted, for the act.</summary>
    public string? Carried { get; private set; }

    /// <summary>Name of the file, for the history.</summary>
    public string? FileName { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnGetTemplateAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var content = new MemoryStream();
        using (var book = new WorkbookWriter(content))
        {
            book.AddSheet(new("组织",
            [
                new("上级") { Width = 28, Prompt = $"全称或代码，也可以是本表前面的行；不填就是{Top.Name}" },
                new("全称") { Width = 28, IsRequired = true },
                new("类别") { Choices = [.. Enum.GetValues<OrganisationKind>().Select(kind => kind.Name())], Prompt = "不填就是妇联" },
                new("级别") { Choices = ["省", "市", "县", "乡镇", "村"], Prompt = "只有妇联要填；不填就比上级低一级" },
                new("代码") { Width = 16, Prompt = "妇联填12位统计用区划代码；其他留空，由系统编号" },
            ])
            { RowsToFill = 200 }).Dispose();
        }
        content.Position = 0;
        return File(content, MediaTypes.Excel, "组织导入模板.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(int id, IFormFile? file, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var read = SheetRows.Read(file, Columns, ["全称"], OrganisationImport.MostRows);
        ModelState.Add(read.Problems, prefix: "");
        if (read.Done)
        {
            OrganisationRow[] written = [.. read.Value.Select(row => new OrganisationRow(row.Row, row["上级"], row["全称"], row["类别"], row["级别"], row["代码"]))];
            Rows = await import.CheckAsync(id, written, cancel);
            Carried = carried.Protect(written);
            FileName = file!.FileName;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostActAsync(int id, string? rows, string? fileName, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        if (carried.Unprotect<OrganisationRow>(rows) is not { } written)
        {
            ModelState.AddModelError("", "预览放得太久了，请重新选择文件。");
            return Page();
        }
        var outcome = await import.AddAsync(id, written, Path.GetFileName(fileName ?? ""), cancel);
        if (!outcome.Done)
        {
            ModelState.Add(outcome.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, outcome.Value == 0 ? "这些组织都已经有了，没有新加。" : $"已加{outcome.Value}个组织。");
        return LocalRedirect($"/organisations/{id}");
    }

    private async Task<IActionResult?> FindAsync(int id, CancellationToken cancel)
    {
        if (await tree.FindAsync(id, Right.OrganisationManage, cancel) is not { } top)
            return NotFound();
        Top = top;
        return null;
    }
}
