using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.WebEncoders;

namespace Jinguo.Web.Ui;

/// <summary>Registers the pages and how they are written.</summary>
public static class Look
{
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(options =>
        {
            // What is required is said by the checks of each act, in words.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
            options.Filters.Add<UnknownActFilter>();
            Say(options.ModelBindingMessageProvider);
        });
        services.AddRouting(options => options.LowercaseUrls = true);
        // Chinese goes out as it is: as numbered entities a page would weigh twice as much.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    private static void Say(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”看不懂，请核对后重新填写。");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”看不懂，请核对后重新填写。");
        words.SetValueIsInvalidAccessor(value => $"“{value}”看不懂，请核对后重新填写。");
        words.SetUnknownValueIsInvalidAccessor(_ => "填写的内容看不懂，请核对后重新填写。");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容看不懂，请核对后重新填写。");
        words.SetValueMustBeANumberAccessor(_ => "请填数字，例如50。");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "请填数字，例如50。");
        words.SetValueMustNotBeNullAccessor(_ => "这一项请填写。");
        words.SetMissingBindRequiredValueAccessor(_ => "这一项请填写。");
        words.SetMissingKeyOrValueAccessor(() => "这一项请填写。");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交。");
    }
}
