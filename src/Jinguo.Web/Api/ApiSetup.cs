using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Jinguo.Web.Api;

/// <summary>What all parts of the API share: JSON, the groups of routes, and the description of them all.</summary>
public static class ApiSetup
{
    private const string Description = """
        Records, figures, statistical tables and reports of a work platform for Women's Federations, for programs.
        Programs send an access token; docs/api.md tells how to get one, with examples. Problems are RFC 9457 with Chinese titles.
        """;

    /// <summary>Registers JSON with names for choices and plain Chinese, and the description (OpenAPI).</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.SerializerOptions.Converters.Add(new CleanTextConverter());
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        return services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "巾帼 Jinguo", Version = "v1", Description = Description };
                // By which address the product is reached is not its own to say.
                document.Servers?.Clear();
                var scheme = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token: ./jinguo token create" };
                ((document.Components ??= new()).SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal))["bearer"] = scheme;
                document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                // What CleanTextConverter reads is a string all the same.
                if (context.JsonTypeInfo.Type == typeof(string))
                    schema.Type = JsonSchemaType.String | (context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.Null : default);
                if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(EnumDataTypeAttribute), inherit: true) is [EnumDataTypeAttribute choices])
                    schema.Enum = [.. Enum.GetNames(choices.EnumType).Select(name => JsonValue.Create(name)), .. context.JsonPropertyInfo.IsGetNullable ? new JsonNode[] { JsonNullSentinel.JsonNull } : []];
                if (context.JsonTypeInfo.ElementType == typeof(string) && schema.Items is null)
                    schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsAttribute>().LastOrDefault();
                operation.Description = needs is null ? operation.Description : $"Needs the right {needs.Right}.";
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ActKeys.Mark>().Any())
                    (operation.Parameters ??= []).Add(new OpenApiParameter { Name = ActKeys.Header, In = ParameterLocation.Header, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }, Description = "Sent again with the same key and content, the act is answered and not done twice." });
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Maps the whole API.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapOrganisationsApi();
        app.MapPostsApi();
        app.MapFiguresApi();
        app.MapLedgersApi();
        app.MapCasesApi();
        app.MapTablesApi();
        app.MapReportsApi();
        app.MapCheckingApi();
        app.MapOpenApi("/api/v1/openapi.json").AllowAnonymous();
    }

    /// <summary>A group of routes under <c>/api/v1</c>; everything read there carries an entity tag.</summary>
    internal static RouteGroupBuilder MapApiGroup(this WebApplication app, string path, string tag) =>
        app.MapGroup("/api/v1" + path).WithTags(tag).WithMetadata(new RequestSizeLimitAttribute(BodyLimits.LargestJson)).AddEndpointFilter(ContentTags.AddAsync)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>Tells what a route answers, and with which problems.</summary>
    internal static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string name, string summary, params int[] problems)
    {
        foreach (var status in problems)
            route.ProducesProblem(status);
        return route.Produces<T>().WithName(name).WithSummary(summary);
    }
}
