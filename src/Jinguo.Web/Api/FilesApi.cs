using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Api;

/// <summary>
/// Contents of stored files: pictures are shown, everything else is downloaded, which is in the trail; nothing runs. The original of an import
/// holds names of persons and is for those alone who see the import.
/// </summary>
public static class FilesApi
{
    public static void MapFiles(this WebApplication app) =>
        app.MapGet("/files/{id:guid}", [Needs(Right.LedgerRead)] async (Guid id, Visible visible, FileStore store, FileReads reads, ImportService imports, HttpResponse response, CancellationToken cancel) =>
        {
            if (await FileStore.FindAsync(visible, Right.LedgerRead, id, cancel) is not { } file || await imports.HidesAsync(file, cancel))
                return Results.NotFound();
            if (!MediaTypes.IsPicture(file.MediaType))
                await reads.RecordAsync(file, cancel);
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            response.Headers.CacheControl = "private, max-age=86400";
            return MediaTypes.IsPicture(file.MediaType)
                ? Results.Stream(store.Open(file), file.MediaType)
                : Results.Stream(store.Open(file), file.MediaType, file.Name);
        }).ExcludeFromDescription();
}
