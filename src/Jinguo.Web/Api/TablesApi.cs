using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jinguo.Web.Api;

/// <summary>Statistical tables for programs, and the files behind their pages.</summary>
public static class TablesApi
{
    public static void MapTablesApi(this WebApplication app)
    {
        var tables = app.MapApiGroup("/tables", "Tables");
        tables.MapGet("/", [Needs(Right.TableRead)] async (int? organisation, string? period, TableState? state, [AsParameters] PageWish page, HttpContext context, TableReader reader, CancellationToken cancel) =>
            await ListAsync(new(organisation, period, state, page.Number, page.Size), page, context, reader, cancel))
            .Answers<PageAnswer<TableLineOfList>>("ListTables", "Statistical tables, the last changed first", 422);
        tables.MapGet("/definitions", [Needs(Right.TableRead)] async (TableLibrary library, CancellationToken cancel) =>
            (await library.ListAsync(cancel)).Select(TableDefinitionAnswer.Of))
            .Answers<IReadOnlyList<TableDefinitionAnswer>>("ListTableDefinitions", "Definitions of tables by version");
        tables.MapGet("/{id:guid}", [Needs(Right.TableRead)] async (Guid id, TableReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened ? TypedResults.Ok(TableAnswer.Of(opened)) : NotFound())
            .Answers<TableAnswer>("GetTable", "A statistical table, cell by cell", 404);
        tables.MapGet("/{id:guid}/file", [Needs(Right.TableRead)] (Guid id, TableReader reader, CancellationToken cancel) => FileAsync(id, reader, cancel))
            .Produces<FileContentHttpResult>(200, contentType: MediaTypes.Excel).ProducesProblem(404).WithName("GetTableFile").WithSummary("A statistical table as a workbook");

        app.MapGet("/tables/{id:guid}/file", [Needs(Right.TableRead)] (Guid id, TableReader reader, CancellationToken cancel) => FileAsync(id, reader, cancel)).ExcludeFromDescription();
        app.MapGet("/tables/definitions/{id:guid}/file", [Needs(Right.TableRead)] async (Guid id, TableLibrary library, CancellationToken cancel) =>
            await library.FindAsync($"{id}", cancel) is { } line ? Results.File(Encoding.UTF8.GetBytes(line.Kept.Json), "application/json", line.Kept.Code + ".json") : Results.NotFound()).ExcludeFromDescription();
    }

    /// <summary>The table as a workbook in print layout.</summary>
    public static byte[] Workbook(OpenedTable opened)
    {
        using var content = new MemoryStream();
        TablePrint.Write(content, opened);
        return content.ToArray();
    }

    private static async Task<IResult> FileAsync(Guid id, TableReader reader, CancellationToken cancel) =>
        await reader.FindAsync(id, cancel: cancel) is { } opened ? Results.File(Workbook(opened), MediaTypes.Excel, TablePrint.FileName(opened)) : NotFound();

    private static async Task<IResult> ListAsync(TableFilter filter, PageWish page, HttpContext context, TableReader reader, CancellationToken cancel)
    {
        if (page.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        var found = await reader.ListAsync(filter, cancel);
        return page.Answer(context, found.Lines, found.Total);
    }

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这张报表")]);
}
