using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages;

/// <summary>Says in plain words that a page is missing or that something broke. Reached only by the host itself.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Title => Code switch
    {
        404 => "没有这一页",
        413 => "文件太大",
        >= 500 => "出了点问题",
        _ => "不能这样操作",
    };

    public string Sentence => Code switch
    {
        404 => "没有找到这一页，或者您无权查看。请核对网址，或从左边的菜单进入。",
        413 => "上传的内容超过了限制，请把文件压缩或分几次上传。",
        >= 500 => "这一步没有办成，没有存下一半的东西。请退回再试一次；仍不行，请把时间告诉系统管理员。",
        _ => "这个请求不完整或已失效，请退回刷新后再试。",
    };
}
