using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Office;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Writing;

/// <summary>By which words a report is found: those of its newest draft. Writes them for reports of a time when there was no search.</summary>
public sealed class ReportSearch(Db db, FileStore files)
{
    /// <summary>The words of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="docx">Its newest draft.</param>
    internal static SearchText Words(Report report, byte[] docx)
    {
        _ = Period.TryParse(report.Period, out var period);
        return new(report.Region, report.Id, SearchKinds.Report, report.OrganisationId, period.Last, report.Title, $"{report.Title}\n{Text(docx)}");
    }

    /// <summary>Writes the words of all reports anew; begun again, it does no harm.</summary>
    /// <returns>How many reports can be found.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancel = default)
    {
        var index = new SearchIndex(db);
        var (done, drafts, stored) = (0, db.ReportDrafts, db.StoredFiles);
        var newest = db.Reports.AsNoTracking()
            .Join(drafts, report => new { report.Region, report.Id, Number = report.Drafts }, draft => new { draft.Region, Id = draft.ReportId, draft.Number }, (report, draft) => new { report, draft.FileId })
            .Join(stored, one => one.FileId, file => file.Id, (one, file) => new { one.report, file });
        foreach (var one in await newest.ToListAsync(cancel))
        {
            using var copy = new MemoryStream();
            await using (var content = files.Open(one.file))
                await content.CopyToAsync(copy, cancel);
            await using var write = await db.BeginWriteAsync(cancel);
            await index.PutAsync([Words(one.report, copy.ToArray())], cancel);
            await write.CommitAsync(cancel);
            done++;
        }
        return done;
    }

    private static string Text(byte[] docx)
    {
        try
        {
            using var stream = new MemoryStream(docx);
            return string.Join('\n', WordText.Read(stream).Select(paragraph => paragraph.Text));
        }
        catch (OfficeFormatException)
        {
            // A draft that cannot be read is found by its title.
            return "";
        }
    }
}
