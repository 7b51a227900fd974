using System.Text.Json;
using System.Text.Json.Serialization;
using Jinguo.Core.Base;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Primitives;

namespace Jinguo.Web.Setup;

/// <summary>Makes every text of a request <see cref="CleanText"/> before anything reads it: addresses here, forms by the binder, JSON by the converter.</summary>
internal static class CleanInput
{
    public static IApplicationBuilder UseCleanInput(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var query = context.Request.Query;
        if (query.Any(pair => !IsClean(pair.Key) || pair.Value.Any(value => value is not null && !IsClean(value))))
        {
            context.Request.Query = new QueryCollection(query
                .GroupBy(pair => CleanText.Of(pair.Key), pair => pair.Value, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => new StringValues([.. group.SelectMany(values => values).Select(value => value is null ? null : CleanText.Of(value))]), StringComparer.OrdinalIgnoreCase));
        }
        return next(context);
    });

    private static bool IsClean(string text) => ReferenceEquals(CleanText.Of(text), text);
}

/// <summary>Binds a string of a form.</summary>
internal sealed class CleanTextBinder(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is string text)
            bindingContext.Result = ModelBindingResult.Success(CleanText.Of(text));
    }
}

/// <summary>Offers <see cref="CleanTextBinder"/> for strings.</summary>
internal sealed class CleanTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true
            ? new CleanTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}

/// <summary>Reads a string of a JSON body.</summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? CleanText.Of(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
