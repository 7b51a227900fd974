using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.HostileInput;

/// <summary>What an endpoint reads from a request: names of form fields and query values, or the shape of its JSON.</summary>
internal sealed record InputNames(IReadOnlyList<string> Names, Type? Json)
{
    private const int DeepestProperty = 3;

    /// <summary>By pattern and method.</summary>
    public static async Task<Dictionary<(string Pattern, string Method), InputNames>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new Dictionary<(string, string), InputNames>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                var names = compiled.BoundProperties.Concat(compiled.HandlerMethods.SelectMany(handler => handler.Parameters)).SelectMany(NamesOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
                found[(pattern, "GET")] = found[(pattern, "POST")] = new(names, null);
            }
            else
            {
                var read = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
                var asked = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().SelectMany(parameter => NamesOf(parameter.Name!, parameter.ParameterType, 1)).ToList() ?? [];
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    found[(pattern, method)] = new(asked, read);
            }
        }
        return found;
    }

    /// <summary>A body of this shape with the value wherever a text is expected.</summary>
    public static JsonNode? Body(Type type, string value, int depth = 0)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return JsonValue.Create(value);
        if (plain == typeof(Guid))
            return JsonValue.Create(Guid.NewGuid());
        if (plain == typeof(bool))
            return JsonValue.Create(true);
        if (plain.IsPrimitive || plain == typeof(decimal))
            return JsonValue.Create(-1);
        if (plain == typeof(JsonElement))
            return new JsonObject { ["day"] = "2026-11-16", ["topic"] = value, [value] = value };
        if (depth == DeepestProperty || plain.IsEnum || plain == typeof(DateOnly) || plain == typeof(DateTime) || plain == typeof(DateTimeOffset))
            return JsonValue.Create(value);
        if (plain != typeof(string) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)))
            return plain.GetGenericArguments() is [var item] ? new JsonArray(Body(item, value, depth + 1)) : new JsonObject { [value] = value };
        return new JsonObject(plain.GetProperties().Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), Body(property.PropertyType, value, depth + 1))));
    }

    private static IEnumerable<string> NamesOf(ParameterDescriptor parameter) =>
        NamesOf(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType, 0);

    private static IEnumerable<string> NamesOf(string name, Type type, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isWhole = plain.IsPrimitive || plain.IsEnum || plain.Namespace is { } space && !space.StartsWith("Jinguo", StringComparison.Ordinal);
        return isWhole || depth == DeepestProperty
            ? [name]
            : plain.GetProperties().Where(property => property.CanWrite).SelectMany(property => NamesOf($"{name}.{property.Name}", property.PropertyType, depth + 1)).Append(name);
    }
}
