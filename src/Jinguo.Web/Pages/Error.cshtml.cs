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

    /// <summary>What the answer says of itself; the code of the address where the page is only looked at.</summary>
    public int Status => Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : Code;

    public string Title => Status switch
    {
        404 => "没有这一页",
        413 => "文件太大",
        429 => "太频繁了",
        503 => "暂时连不上数据库",
        507 => "服务器存不下了",
        >= 500 => "出了点问题",
        _ => "不能这样操作",
    };

    public string Sentence => Status switch
    {
        404 => "没有找到这一页，或者您无权查看。请核对网址，或从左边的菜单进入。",
        413 => "上传的内容超过了限制，请把文件压缩或分几次上传。",
        429 => "这一分钟里的请求太多，请过一分钟再试。",
        503 => "数据库暂时连不上，这一步可能没有存下；已经提示存好的都在。请过几秒钟退回再做一次，同一张表不会存成两份；一直这样，请告诉系统管理员。",
        507 => "服务器的磁盘满了，或者写不进去，这一步没有存下，也没有存下一半；已经提示存好的都在。请联系系统管理员处理好，然后退回再做一次。",
        >= 500 => "这一步没有办成，没有存下一半的东西。请退回再试一次；仍不行，请把时间告诉系统管理员。",
        _ => "这个请求不完整或已失效，请退回刷新后再试。",
    };
}
