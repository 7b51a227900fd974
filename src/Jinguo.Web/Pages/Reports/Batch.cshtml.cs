using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Running;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Reports;

/// <summary>How far a batch of reports has come, and its zip.</summary>
[Needs(Right.ReportRead)]
public sealed class BatchModel(Visible visible, JobRunner runner) : PageModel
{
    public Job Job { get; private set; } = null!;

    public (int Done, int Total) Progress { get; private set; }

    public ReportBatchResult Result { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.Of<Job>(Right.ReportRead).AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.Kind == ReportBatch.JobKind, cancel) is not { } job)
            return NotFound();
        Job = job;
        Progress = runner.ProgressOf(job);
        if (job.Result is { } result)
            Result = JsonSerializer.Deserialize<ReportBatchResult>(result)!;
        if (job.State is JobState.Waiting or JobState.Running)
            Response.Headers["Refresh"] = "3";
        return Page();
    }
}
