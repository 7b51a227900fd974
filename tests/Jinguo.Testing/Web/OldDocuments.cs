using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.OldReports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Old documents for tests of pages.</summary>
public static class OldDocuments
{
    private static readonly DateOnly First = new(1960, 1, 1);

    /// <summary>Enters a document of a body with figures of months that no other document tells.</summary>
    /// <returns>The document and its first figure.</returns>
    public static async Task<(Guid Report, Guid Figure)> MakeAsync(WebHost host, Organisation body, int figures = 1)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var (db, service) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<OldReportService>());
        var told = db.OldFigures;
        var before = await told.CountAsync();
        var rows = Enumerable.Range(0, figures).Select(number => First.AddMonths(before + number))
            .Select(month => new NewOldFigure("training.participants", null, Period.OfMonth(month.Year, month.Month), 50, "余", new($"{month.Month}月培训妇女50余人次。", $"{month.Month}月培训妇女".Length, "50余人次".Length, month.DayNumber)));
        var added = await service.AddAsync(new(Guid.CreateVersion7(), body.Id, "以前的工作总结", Period.Year(1960), "总结.txt", [.. rows], "补录"), new MemoryStream(Encoding.UTF8.GetBytes("总结")));
        return added.Done
            ? (added.Value.Id, await told.Where(figure => figure.OldReportId == added.Value.Id).OrderBy(figure => figure.Offset).Select(figure => figure.Id).FirstAsync())
            : throw new InvalidOperationException(added.Problems[0].Text);
    }
}
