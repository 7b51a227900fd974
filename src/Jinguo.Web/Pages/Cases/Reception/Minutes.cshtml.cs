using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>接待日纪要: written by supervisors until it is final, then only added to.</summary>
[Needs(Right.CaseSupervise)]
public sealed class MinutesModel(ReceptionReader reader, ReceptionMinutesService service, TimeProvider time) : PageModel
{
    public ReceptionDayLine Line { get; private set; } = null!;

    public MinutesView? Minutes { get; private set; }

    /// <summary>The client key of what is added.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7(time.GetUtcNow());

    public int Version { get; private set; }

    public string? Receivers { get; private set; }

    public string? Visitors { get; private set; }

    public string? Agreed { get; private set; }

    /// <summary>What is added, where it could not be taken.</summary>
    public string? Words { get; private set; }

    public async Task<IActionResult> OnGetAsync(DateOnly day, CancellationToken cancel)
    {
        if (await LoadAsync(day, cancel) is not { } view)
            return NotFound();
        (Version, Receivers, Agreed) = (Minutes?.Minutes.Version ?? 0, Minutes?.Receivers ?? view.Line.Day.Arrangement.Leader, Minutes?.Agreed);
        Visitors = $"{Minutes?.Minutes.Visitors ?? view.Bookings.Count(one => one.Booking is { Attendance: Attendance.Came, WithdrawnAt: null })}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(DateOnly day, [FromForm] int version, [FromForm] string? receivers, [FromForm] string? visitors, [FromForm] string? agreed, CancellationToken cancel)
    {
        (Version, Receivers, Visitors, Agreed) = (version, receivers, visitors, agreed);
        // What is not a number is out of range, and told so.
        var number = int.TryParse(visitors, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1;
        return await AnswerAsync(day, await service.WriteAsync(day, new(receivers ?? "", number, agreed ?? ""), version, cancel), "纪要存好了。", cancel);
    }

    public async Task<IActionResult> OnPostFinishAsync(DateOnly day, [FromForm] int version, CancellationToken cancel) =>
        this.Answer(await service.FinishAsync(day, version, cancel), "纪要定稿了。", $"{ReceptionTexts.Address(day)}/minutes") ?? await OnGetAsync(day, cancel);

    public async Task<IActionResult> OnPostAddAsync(DateOnly day, [FromForm] Guid key, [FromForm] string? words, CancellationToken cancel)
    {
        (Key, Words) = (key, words);
        return await AnswerAsync(day, await service.AddAsync(key, day, words ?? "", cancel), "补记好了。", cancel);
    }

    private async Task<IActionResult> AnswerAsync<T>(DateOnly day, Outcome<T> done, string message, CancellationToken cancel)
    {
        if (this.Answer(done, message, $"{ReceptionTexts.Address(day)}/minutes") is { } answer)
            return answer;
        return await LoadAsync(day, cancel) is null ? NotFound() : Page();
    }

    private async Task<ReceptionDayView?> LoadAsync(DateOnly day, CancellationToken cancel)
    {
        if (await reader.OpenAsync(day, cancel) is not { Line.Day.CancelledAt: null } view || day > time.Today())
            return null;
        (Line, Minutes) = (view.Line, await reader.FindMinutesAsync(view.Line.Day, cancel));
        return view;
    }
}
