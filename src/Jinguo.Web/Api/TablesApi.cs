using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Figures.Tables;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Api;

/// <summary>Statistical tables for programs, and the files behind their pages.</summary>
public static class TablesApi
{
    public static void MapTablesApi(this WebApplication app)
    {
        var tables = app.MapGroup("/api/v1/tables").WithTags("Tables");
        tables.MapGet("/", [Needs(Right.TableRead)] async (int? organisation, string? period, TableState? state, int? page, TableReader reader, CancellationToken cancel) =>
            await reader.ListAsync(new(organisation, period, state, page ?? 1), cancel));
        tables.MapGet("/definitions", [Needs(Right.TableRead)] async (TableLibrary library, CancellationToken cancel) =>
            (await library.ListAsync(cancel)).Select(line => new { line.Kept.Id, line.Kept.Code, line.Kept.Version, line.Kept.Name, line.Definition.Number, line.Definition.Issuer, line.Definition.DocumentNumber, line.Definition.ValidFrom, line.Definition.ValidTo, Body = line.Body }));
        tables.MapGet("/{id:guid}", [Needs(Right.TableRead)] async (Guid id, TableReader reader, CancellationToken cancel) =>
            await reader.FindAsync(id, cancel: cancel) is { } opened ? Results.Ok(Answer(opened)) : NotFound());
        tables.MapGet("/{id:guid}/file", [Needs(Right.TableRead)] (Guid id, TableReader reader, CancellationToken cancel) => FileAsync(id, reader, cancel));

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

    private static object Answer(OpenedTable opened) => new
    {
        opened.Table.Id,
        opened.Table.Code,
        opened.Table.Name,
        opened.Definition.Number,
        opened.Definition.Issuer,
        opened.Definition.DocumentNumber,
        opened.Definition.ValidTo,
        Organisation = opened.Body.Code,
        Body = opened.Body.Name,
        opened.Table.Period,
        State = opened.Table.State.ToString(),
        opened.Table.Edition,
        opened.Table.IsCurrent,
        opened.Table.KnownAt,
        opened.Table.FiledAt,
        opened.Table.Version,
        Signatures = opened.Signatures.Select(one => new { Step = one.Step.ToString(), one.Name, one.At }),
        Columns = opened.Sheet.Columns.Select((line, column) => new { Number = TableHeadings.Number(opened.Sheet, column), line.Name }),
        Rows = opened.Sheet.Rows.Select((line, row) => new
        {
            line.Name,
            Cells = opened.Sheet.Cells[row].Select(cell => new { cell.Value, cell.Figure, cell.Supplement, cell.Hedge }),
        }),
        Checks = opened.Failures.Select(failure => new { failure.Text, Level = failure.Level.ToString() }),
    };

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这张报表")]);
}
