using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Api;

/// <summary>Every refusal under /api is a problem (RFC 9457) in Chinese, also where no endpoint was reached or one broke.</summary>
public static class ApiProblems
{
    /// <summary>Media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    private const string Realm = "Bearer realm=\"jinguo\"";

    /// <summary>Stands before everything that answers with a bare status.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(
        context => SignInSetup.IsApi(context.Request),
        api =>
        {
            // The exception is in the log (the middleware writes it there), and not in the answer.
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => WriteAsync(context, Protection.StatusOf(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error)) });
            api.UseStatusCodePages(pages => WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
        });

    /// <summary>Answers with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="title">What is wrong; null for the words of the status.</param>
    public static Task WriteAsync(HttpContext context, int status, string? title = null)
    {
        context.Response.StatusCode = status;
        Outage.Mark(context.Response);
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = title is null ? Realm : Realm + ", error=\"invalid_token\"";
        var problem = new ProblemDetails { Status = status, Title = title ?? TitleOf(status), Type = $"urn:jinguo:problem:http-{status}" };
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求看不懂：请核对参数，正文要是正确的JSON。",
        StatusCodes.Status401Unauthorized => "请带上令牌（Authorization: Bearer …），或者先登录。",
        StatusCodes.Status403Forbidden => "没有做这件事的权限；刚领的账号请先登录网页，完成改密码等事项。",
        StatusCodes.Status404NotFound => "没有这个地址，请对照 /api/v1/openapi.json。",
        StatusCodes.Status405MethodNotAllowed => "这个地址不支持这种请求方法。",
        StatusCodes.Status406NotAcceptable => "不能按要求的格式回答。",
        StatusCodes.Status413PayloadTooLarge => "请求太大，请分几次发。",
        StatusCodes.Status415UnsupportedMediaType => "正文请用 application/json。",
        StatusCodes.Status429TooManyRequests => "请求太频繁，请过一分钟再试。",
        StatusCodes.Status500InternalServerError => "程序出错，已记入日志。请稍后再试，仍不行请联系技术支持。",
        StatusCodes.Status503ServiceUnavailable => "数据库暂时连不上，这一步可能没有存下。请过几秒钟用同一个键再发一次，不会存成两份。",
        StatusCodes.Status507InsufficientStorage => "服务器的磁盘满了，或者写不进去，这一步没有存下。请联系系统管理员处理好后再发。",
        _ => "请求没有办成。",
    };
}
