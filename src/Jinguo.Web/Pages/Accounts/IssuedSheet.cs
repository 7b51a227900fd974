using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Office.Excel;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>Passwords handed out in this answer: to print, and as a workbook that travels in the page itself.</summary>
public sealed class IssuedSheet(IReadOnlyList<IssuedPassword> passwords, string address)
{
    public IReadOnlyList<IssuedPassword> Passwords => passwords;

    public string Address => address;

    /// <summary>The workbook as a data address: the server keeps neither it nor the passwords.</summary>
    public string Download => $"data:{MediaTypes.Excel};base64,{Convert.ToBase64String(Workbook())}";

    private byte[] Workbook()
    {
        using var content = new MemoryStream();
        using (var book = new WorkbookWriter(content))
        using (var sheet = book.AddSheet(new("初始密码", [new("姓名"), new("账号"), new("初始密码")]) { Title = "初始密码", Subtitle = $"登录网址：{address}　登录后请换成自己的密码", IsPortrait = true }))
            foreach (var issued in passwords)
                sheet.Row(issued.Name, issued.UserName, issued.Password ?? "已显示过，请重置");
        return content.ToArray();
    }
}
