using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Office.Excel;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>Accounts from Excel: template, preview, act; the passwords are in the answer, once.</summary>
[Needs(Right.AccountManage)]
public sealed class ImportModel(AccountImport import, AccountService service, CarriedRows carried, Settings settings) : PageModel
{
    private static readonly string[] Columns = ["姓名", "账号", "单位", "角色", "范围"];

    public IReadOnlyList<CheckedAccountRow>? Rows { get; private set; }

    /// <summary>The rows, encrypted, for the act.</summary>
    public string? Carried { get; private set; }

    public IssuedSheet? Issued { get; private set; }

    public int Good => AccountImport.Accounts(Rows ?? []).Count;

    public IActionResult OnGetTemplate()
    {
        var content = new MemoryStream();
        using (var book = new WorkbookWriter(content))
        {
            book.AddSheet(new("账号",
            [
                new("姓名") { IsRequired = true },
                new("账号") { IsRequired = true, Prompt = "登录时用，例如手机号" },
                new("单位") { IsRequired = true, Width = 28, Prompt = "全称或代码；重名的写代码，或写成 上级/名称" },
                new("角色") { IsRequired = true, Choices = [.. Enum.GetValues<Role>().Select(role => role.Name())] },
                new("范围") { Choices = [.. Enum.GetValues<RoleScope>().Select(scope => scope.Name())], Prompt = "不填就是本单位及下级" },
            ])
            { RowsToFill = 200 }).Dispose();
        }
        content.Position = 0;
        return File(content, MediaTypes.Excel, "账号导入模板.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        var read = SheetRows.Read(file, Columns, Columns[..4], AccountImport.MostRows);
        ModelState.Add(read.Problems, prefix: "");
        if (read.Done)
            await ShowAsync([.. read.Value.Select(row => new AccountRow(row.Row, row["姓名"], row["账号"], row["单位"], row["角色"], row["范围"]))], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostActAsync(string? rows, CancellationToken cancel)
    {
        if (carried.Unprotect<AccountRow>(rows) is not { } written)
        {
            ModelState.AddModelError("", "预览放得太久了，请重新选择文件。");
            return Page();
        }
        // Looked through again: others may have worked meanwhile.
        var accounts = AccountImport.Accounts(await import.CheckAsync(written, cancel));
        var outcome = await service.AddManyAsync(accounts, cancel);
        ModelState.Add(outcome.Problems, prefix: "");
        if (!outcome.Done)
            await ShowAsync(written, cancel);
        else if (outcome.Value.Count == 0)
            ModelState.AddModelError("", "这些账号都已经有了，没有新建。忘了密码的，请到账号页重置。");
        else
            Issued = new(outcome.Value, settings.PublicAddress);
        return Page();
    }

    private async Task ShowAsync(IReadOnlyList<AccountRow> written, CancellationToken cancel)
    {
        Rows = await import.CheckAsync(written, cancel);
        Carried = carried.Protect(written);
    }
}
